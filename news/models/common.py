"""What news and events share: the source of a fact, and which pages a reader of a language can read."""

from typing import Self
from urllib.parse import urlsplit

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Locale, Orderable, PageManager
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField

from news.labels import Certainty
from pages.languages.table import BY_CODE, SOURCE, Language
from pages.places import PlaceField
from pages.selectors import in_private_section


class ReadableQuerySet(PageQuerySet):
    """Pages by who can read them."""

    def readable(self) -> Self:
        """Live pages outside private sections, with their locale: ready for links."""
        return self.live().exclude(in_private_section()).select_related("locale")

    def in_language(self, code: str) -> Self:
        return self.filter(locale__language_code=code)

    def missing_in(self, code: str) -> Self:
        """English pages of this set that have no page of this set in the language."""
        return self.none() if code == SOURCE else self.reaching(code).in_language(SOURCE)

    def reaching(self, code: str) -> Self:
        """Pages in the language, and English ones that have no page of this set in it."""
        translated = self.in_language(code).order_by().values("translation_key")
        missing = Q(locale__language_code=SOURCE) & ~Q(translation_key__in=translated)
        return self.filter(Q(locale__language_code=code) | missing)


ReadableManager = PageManager.from_queryset(ReadableQuerySet)


class CityOfAPage(Orderable):
    """A city that a page names in a list."""

    slug = PlaceField(_("city"), db_index=True)

    panels = [FieldPanel("slug")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.slug


class Sourced(models.Model):
    """A page that tells a fact, with the place where the fact stands and how well it is supported."""

    source_url = models.URLField(
        _("source address"), max_length=1000, blank=True, help_text=_("The page that states the fact.")
    )
    source_name = models.CharField(
        _("name of the source"),
        max_length=255,
        blank=True,
        help_text=_("What the link to the source says, or the document's own name if it is on no page."),
    )
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty.choices, default=Certainty.HIGH)

    source_panels = [
        MultiFieldPanel(
            [FieldPanel("source_url"), FieldPanel("source_name"), FieldPanel("certainty")], heading=_("Source")
        )
    ]
    source_fields = [
        SynchronizedField("source_url"),
        SynchronizedField("source_name"),
        SynchronizedField("certainty", overridable=False),
    ]

    locale: Locale  # every page has one
    is_listed_by_index = True

    class Meta:
        abstract = True

    @property
    def source_title(self) -> str:
        """What the link to the source says: its name, or the host of its address."""
        return self.source_name or (urlsplit(self.source_url).hostname or "").removeprefix("www.")

    @property
    def language(self) -> Language:
        """The language of the page's text."""
        return BY_CODE[self.locale.language_code]
