"""A summit or another meeting."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from news.blocks import ProgrammeBlock
from news.labels import Course, EventKind, EventState, Precision
from news.models.common import CityOfAPage, ReadableManager, Sourced
from news.periods import known_date, state_on
from pages.blocks import BodyBlock
from pages.groups import GroupField
from pages.languages.partial_dates import PartialDate
from pages.languages.table import DJANGO_LANGUAGES, SOURCE
from pages.models import BasePage
from pages.places import PlaceField


class EventPage(Sourced, BasePage):
    """A summit or meeting of the network; whether it is to come or past follows from the day it is read."""

    kind = models.CharField(_("kind"), max_length=30, choices=EventKind.choices, default=EventKind.ANNUAL_SUMMIT)
    start = models.DateField(
        _("first day"),
        db_index=True,
        help_text=_("If the day is not known, any day of the month or year will do."),
    )
    end = models.DateField(
        _("last day"), blank=True, db_index=True, help_text=_("Leave empty for an event of one day, month or year.")
    )
    precision = models.CharField(
        _("how far the dates are known"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    course = models.CharField(
        _("whether it is held"),
        max_length=20,
        choices=Course.choices,
        default=Course.AS_PLANNED,
        help_text=_("A cancelled event stays in the list and in the calendars, and says so."),
    )
    course_note = models.TextField(
        _("why it is cancelled or postponed"), blank=True, help_text=_("One or two sentences for readers.")
    )
    city_slug = PlaceField(_("city"), blank=True, help_text=_("Leave empty if the event is online."))
    host = models.CharField(_("host"), max_length=255, blank=True, help_text=_("Who invites, with its full name."))
    attendees = models.TextField(_("who takes part"), blank=True, help_text=_("Numbers or names of cities and guests."))
    outcome = models.TextField(_("outcome"), blank=True, help_text=_("What was decided or done; fill in afterwards."))
    group_key = GroupField(_("working group"), blank=True, help_text=_("Choose the group if it is one that meets."))
    programme = StreamField(ProgrammeBlock(), verbose_name=_("programme"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("further text"), blank=True)

    objects = ReadableManager()

    parent_page_types = ["news.EventIndexPage"]
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("group_key")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("start"), FieldPanel("end")]), FieldPanel("precision")], heading=_("Dates")
        ),
        MultiFieldPanel([FieldPanel("course"), FieldPanel("course_note")], heading=_("Changes")),
        MultiFieldPanel([FieldPanel("city_slug"), FieldPanel("host"), FieldPanel("attendees")], heading=_("Place")),
        InlinePanel("cities_present", heading=_("Cities that took part"), label=_("City")),
        FieldPanel("programme"),
        FieldPanel("outcome"),
        InlinePanel("papers", heading=_("Documents"), label=_("Document")),
        FieldPanel("body"),
        *Sourced.source_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("host"),
        index.SearchField("attendees"),
        index.SearchField("outcome"),
        index.SearchField("programme"),
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("start"),
    ]
    translatable_fields = [
        *BasePage.translatable_fields,
        SynchronizedField("kind", overridable=False),
        SynchronizedField("start", overridable=False),
        SynchronizedField("end", overridable=False),
        SynchronizedField("precision", overridable=False),
        SynchronizedField("course", overridable=False),
        TranslatableField("course_note"),
        SynchronizedField("city_slug", overridable=False),
        TranslatableField("host"),
        TranslatableField("attendees"),
        TranslatableField("outcome"),
        SynchronizedField("group_key", overridable=False),
        SynchronizedField("cities_present"),
        TranslatableField("programme"),
        SynchronizedField("papers"),
        TranslatableField("body"),
        *Sourced.source_fields,
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        """Let the event fill the days, months or years of which no more is known; it may not end before it begins."""
        super().clean()
        if not self.start:
            return
        self.end = known_date(self.end or self.start, self.precision).last_day
        self.start = self.known_start.first_day
        if self.end < self.start:
            raise ValidationError({"end": _("The last day lies before the first day.")})

    @property
    def known_start(self) -> PartialDate:
        return known_date(self.start, self.precision)

    @property
    def known_end(self) -> PartialDate:
        return known_date(self.end, self.precision)

    @property
    def description(self) -> str:
        """The sentence search engines show."""
        return super().description or self.outcome

    @property
    def city_slugs(self) -> list[str]:
        """The slug of the city, as a list like that of a news item; empty for an event without a place."""
        return [self.city_slug] if self.city_slug else []

    @property
    def slugs_present(self) -> list[str]:
        """The slugs of the cities on record as present, each once, in the order in which they were entered."""
        return list(dict.fromkeys(city.slug for city in self.cities_present.all()))

    def state(self, today: date) -> EventState:
        return state_on(today, start=self.start, end=self.end)


class EventCity(CityOfAPage):
    """A city that took part in an event."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="cities_present")

    class Meta(CityOfAPage.Meta):
        verbose_name = _("city at an event")
        verbose_name_plural = _("cities at events")


class EventPaper(Orderable):
    """A document of an event: an agenda, minutes, a closing declaration."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="papers")
    document = models.ForeignKey(get_document_model_string(), on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language of the document"), max_length=10, choices=DJANGO_LANGUAGES, default=SOURCE)

    panels = [FieldPanel("document"), FieldPanel("language")]

    class Meta(Orderable.Meta):
        verbose_name = _("document of an event")
        verbose_name_plural = _("documents of events")

    def __str__(self) -> str:
        return str(self.document)
