"""A document of the network, or a version of one."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from pages.base_page import BasePage
from pages.documents.blocks import DocumentBlock
from pages.documents.labels import DocumentKind, DocumentStatus
from pages.languages.partial_dates import PartialDate
from pages.languages.table import BY_CODE, DJANGO_LANGUAGES, SOURCE, Language


class DocumentPage(RoutablePageMixin, BasePage):
    """A document in one language; older and newer versions of it are pages of the same kind below it.

    `version` is the date that the version bears, as far as it is known: 2024, 2024-01 or 2024-01-31. It names the
    version in addresses. `is_description` says that the text is not that of the document, but tells of it.
    """

    kind = models.CharField(_("document"), max_length=20, choices=DocumentKind.choices, default=DocumentKind.OTHER)
    version = models.CharField(
        _("date of the version"),
        max_length=10,
        blank=True,
        help_text=_("A day, a month or a year, as far as known: 2022-06."),
    )
    status = models.CharField(
        _("validity"), max_length=20, choices=DocumentStatus.choices, default=DocumentStatus.IN_FORCE
    )
    is_description = models.BooleanField(
        _("description, not the text itself"),
        default=False,
        help_text=_("Readers are told that the document is described in our own words."),
    )
    binding_language = models.CharField(
        _("language that binds"), max_length=10, choices=DJANGO_LANGUAGES, default=SOURCE
    )
    source_url = models.URLField(_("source address"), max_length=1000, blank=True)
    body = StreamField(DocumentBlock(), verbose_name=_("text"), blank=True)

    parent_page_types = ["pages.HomePage", "pages.ContentPage", "pages.DocumentPage"]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("version")]),
                FieldRowPanel([FieldPanel("status"), FieldPanel("binding_language")]),
                FieldPanel("is_description"),
                FieldPanel("source_url"),
            ],
            heading=_("Document"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("kind")]
    translatable_fields = [
        *BasePage.translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("kind", "version", "status", "is_description", "binding_language", "source_url")
        ),
        TranslatableField("body"),
    ]

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Take only dates that the calendar has."""
        super().clean()
        try:
            if self.version:
                PartialDate.parse(self.version)
        except ValueError as error:
            raise ValidationError(
                {"version": _("Write a year, a month or a day: 2022, 2022-06 or 2022-06-28.")}
            ) from error

    @property
    def binds_in(self) -> Language:
        return BY_CODE[self.binding_language]

    @path("compare/", name="compare")
    def compare(self, request: HttpRequest) -> HttpResponse:
        """Two versions of the document, article by article."""
        from pages.documents.views import compare  # noqa: PLC0415 - the views read this model

        return compare(request, self)

    @path("languages/", name="languages")
    def languages(self, request: HttpRequest) -> HttpResponse:
        """The document in two or three languages, article beside article."""
        from pages.documents.views import languages  # noqa: PLC0415 - as above

        return languages(request, self)

    @path("paper/", name="paper")
    def paper(self, request: HttpRequest) -> HttpResponse:
        """The document as PDF."""
        from pages.documents.views import paper  # noqa: PLC0415 - as above

        return paper(request, self)

    def render_to(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        """Answer with the page in another of its forms."""
        return self.render(request, context_overrides=context, template=template)
