"""A news item, its cities and its topics."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from news.filters import LIST_WORDS
from news.labels import Precision, Topic
from news.models.common import CityOfAPage, ReadableManager, Sourced
from news.periods import known_date
from pages.blocks import BodyBlock
from pages.languages.partial_dates import PartialDate
from pages.models import BasePage


class NewsPage(Sourced, BasePage):
    """One news item."""

    date = models.DateField(
        _("date"),
        default=timezone.localdate,
        db_index=True,
        help_text=_("The day of what happened. If the day is not known, any day of the month or year will do."),
    )
    precision = models.CharField(
        _("how far the date is known"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    author_office = models.CharField(
        _("written by"),
        max_length=200,
        blank=True,
        help_text=_("The office that wrote it, such as a city's press office; no person's name."),
    )
    event = models.ForeignKey(
        "news.EventPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("event"),
        help_text=_("The summit or meeting that it tells of."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    objects = ReadableManager()

    parent_page_types = ["news.NewsIndexPage"]
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("precision")]),
        InlinePanel("cities", heading=_("Cities"), label=_("City"), help_text=_("The place of the event comes first.")),
        InlinePanel("topics", heading=_("Topics"), label=_("Topic")),
        FieldPanel("event"),
        FieldPanel("author_office"),
        FieldPanel("body"),
        *Sourced.source_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("date")]
    translatable_fields = [
        *BasePage.translatable_fields,
        SynchronizedField("date", overridable=False),
        SynchronizedField("precision", overridable=False),
        SynchronizedField("cities"),
        SynchronizedField("topics"),
        SynchronizedField("event"),
        TranslatableField("author_office"),
        TranslatableField("body"),
        *Sourced.source_fields,
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def clean(self) -> None:
        """Keep the first day of the month or year if no more is known."""
        super().clean()
        if self.date:
            self.date = self.known_date.first_day
        if self.slug in LIST_WORDS or (len(self.slug) == len("2026") and self.slug.isdigit()):
            raise ValidationError({"slug": _("The list of news has a page of its own at this address.")})

    @property
    def known_date(self) -> PartialDate:
        return known_date(self.date, self.precision)

    @property
    def city_slugs(self) -> list[str]:
        """The slugs of the cities, the place first, each once."""
        return list(dict.fromkeys(city.slug for city in self.cities.all()))


class NewsCity(CityOfAPage):
    """A city that a news item is about."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="cities")

    class Meta(CityOfAPage.Meta):
        verbose_name = _("city of a news item")
        verbose_name_plural = _("cities of news items")


class NewsTopic(Orderable):
    """A topic of a news item."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="topics")
    topic = models.CharField(_("topic"), max_length=40, choices=Topic.choices, db_index=True)

    panels = [FieldPanel("topic")]

    class Meta(Orderable.Meta):
        verbose_name = _("topic of a news item")
        verbose_name_plural = _("topics of news items")

    def __str__(self) -> str:
        return str(self.get_topic_display())
