"""The reports in the office, for those who may write pages."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.images.permissions import permission_policy as picture_policy
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from pages.languages.table import BY_CODE, DJANGO_LANGUAGES
from pages.pictures.models import Picture
from pages.reports.queries import missing_languages, orphans, silent, stale
from pages.reports.records import TO_MEND, LinkCheck

PAGE_ACTS = ["add", "change", "publish"]  # as Wagtail's own reports


class SiteReport(ReportView):
    """A list without files to take along: Wagtail's would hand formulas to a spreadsheet."""

    any_permission_required = PAGE_ACTS
    permission_policy = page_permission_policy
    list_export: list[str] = []
    name = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.index_url_name, self.index_results_url_name = self.name, f"{self.name}_results"
        return super().dispatch(request, *args, **kwargs)

    def editable(self) -> QuerySet[Page]:
        """Return the pages that the reader may change."""
        pages: QuerySet[Page] = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        return pages


def _edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _language(page: Page) -> str:
    return BY_CODE[page.locale.language_code].own_name


class BrokenLinksView(SiteReport):
    """Links in published pages that lead nowhere."""

    page_title = _("Broken links")
    header_icon = "link"
    name = "broken_links"
    columns = [
        TitleColumn("page", label=_("Page"), get_url=lambda row: _edit(row.page)),
        Column("language", label=_("Language"), accessor=lambda row: _language(row.page)),
        Column("words", label=_("Link"), accessor="words"),
        Column("url", label=_("Address"), accessor="url"),
        Column("status", label=_("State"), accessor="get_status_display"),
        DateColumn("checked_at", label=_("Looked up")),
    ]

    def get_queryset(self) -> QuerySet[LinkCheck]:
        rows = LinkCheck.objects.filter(status__in=TO_MEND, page__in=self.editable())
        return rows.select_related("page__locale").order_by("page__path", "pk")


class SilentFilterSet(WagtailFilterSet):
    """Narrows the pictures to those that say nothing in one language."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=DJANGO_LANGUAGES, method="narrow")

    class Meta:
        model = Picture
        fields = ["language"]

    def narrow(self, queryset: QuerySet[Picture], name: str, value: str) -> QuerySet[Picture]:
        return silent(value).filter(pk__in=queryset.values("pk"))


class SilentPicturesView(SiteReport):
    """Pictures that do not say in every language what they show."""

    page_title = _("Pictures without a description")
    header_icon = "image"
    name = "silent_pictures"
    any_permission_required = ["add", "change"]
    permission_policy = picture_policy
    filterset_class = SilentFilterSet
    columns = [
        TitleColumn("title", label=_("Picture"), get_url=lambda row: reverse("wagtailimages:edit", args=[row.pk])),
        Column("missing", label=_("Nothing in"), accessor=lambda row: _names(missing_languages(row))),
        Column("credit", label=_("Credit"), accessor="credit"),
    ]

    def get_queryset(self) -> QuerySet[Picture]:
        mine = picture_policy.instances_user_has_permission_for(self.request.user, "change")
        return silent().filter(pk__in=mine.values("pk"))


class PagesReport(SiteReport):
    """A list of pages."""

    columns = [
        TitleColumn("title", label=_("Page"), get_url=_edit),
        Column("language", label=_("Language"), accessor=_language),
        DateColumn("latest_revision_created_at", label=_("Last touched")),
    ]


class StalePagesView(PagesReport):
    """Published pages that nobody has touched for a year."""

    page_title = _("Pages not touched for a year")
    header_icon = "time"
    name = "stale_pages"

    def get_queryset(self) -> QuerySet[Page]:
        return stale(self.editable(), timezone.now()).select_related("locale")


class OrphanPagesView(PagesReport):
    """Published pages to which nothing leads."""

    page_title = _("Pages that nothing leads to")
    header_icon = "doc-empty"
    name = "orphan_pages"

    def get_queryset(self) -> QuerySet[Page]:
        return orphans(self.editable()).select_related("locale")


REPORTS: tuple[type[SiteReport], ...] = (BrokenLinksView, SilentPicturesView, StalePagesView, OrphanPagesView)


class ReportItem(MenuItem):
    """Shown to whoever may open the report."""

    def __init__(self, report: type[SiteReport], order: int) -> None:
        self.report = report
        title, icon = report.page_title, report.header_icon
        super().__init__(title, reverse_lazy(report.name), name=report.name, icon_name=icon, order=order)

    def is_shown(self, request: HttpRequest) -> bool:
        acts = self.report.any_permission_required
        return bool(self.report.permission_policy.user_has_any_permission(request.user, acts))


def report_urls() -> list[URLPattern]:
    """Return the addresses of the reports and of their bare results, by which Wagtail turns pages."""
    own = [path(f"reports/{report.name}/", report.as_view(), name=report.name) for report in REPORTS]
    results = [
        path(f"reports/{report.name}/results/", report.as_view(results_only=True), name=f"{report.name}_results")
        for report in REPORTS
    ]
    return own + results


def _names(codes: list[str]) -> str:
    return ", ".join(BY_CODE[code].own_name for code in codes)
