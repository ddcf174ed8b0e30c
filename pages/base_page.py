"""The base of all page types."""

from collections.abc import Mapping
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from pages.checks.panel import ChecksPanel
from pages.origins import Origin


class BasePage(Page):
    """A page with a short menu title, a summary and the origin of its text."""

    menu_title = models.CharField(
        _("menu title"), max_length=40, blank=True, help_text=_("A short title for menus; the title is used if empty.")
    )
    summary = models.CharField(
        _("summary"),
        max_length=255,
        blank=True,
        help_text=_("One sentence under the title, in lists and for search engines; at most 155 characters read well."),
    )
    origin = models.CharField(_("origin of the text"), max_length=20, choices=Origin.choices, default=Origin.ORIGINAL)

    content_panels = [ChecksPanel(), *Page.content_panels, FieldPanel("summary")]
    promote_panels = [FieldPanel("menu_title"), *Page.promote_panels]
    settings_panels = [MultiFieldPanel([FieldPanel("origin")], heading=_("Translation")), *Page.settings_panels]
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    translatable_fields: list = [
        TranslatableField("title"),
        SynchronizedField("slug"),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        TranslatableField("menu_title"),
        TranslatableField("summary"),
    ]

    is_listed_by_index = False  # whether the page above lists it, so that a map of the site need not

    class Meta:
        abstract = True

    @property
    def short_title(self) -> str:
        return self.menu_title or self.title

    @property
    def description(self) -> str:
        """The sentence search engines show."""
        return self.search_description or self.summary

    @classmethod
    def records_below(cls) -> Mapping[str, datetime | None]:
        """Return the paths below a page of this type that it makes from records, with the last change on record."""
        return {}

    def copy_for_translation(self, *args, **kwargs):
        """A copy is a translation made by a person until someone says otherwise."""
        page = super().copy_for_translation(*args, **kwargs)
        page.origin = Origin.HUMAN
        page.save(update_fields=["origin"])
        return page
