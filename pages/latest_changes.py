"""What changed on the site lately, for people: pages of a language by day, and the records of the network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.paginator import EmptyPage, Paginator
from django.core.paginator import Page as PaginatorPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from pages.families import Families
from pages.languages.active import active_language
from pages.languages.table import Language
from pages.navigation import Link, crumb
from pages.opendata.models import DataVersion
from pages.paging import page_number
from pages.selectors import HOME_DEPTH, unrestricted

PER_PAGE = 50
RECORDS = 10  # the newest versions of the records that are named
NAMES: dict[str, Promise] = {
    "members": _("Members"),
    "presidencies": _("Presidencies"),
    "working_groups": _("Working groups"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A page that was published on a day, for the first time or once more."""

    link: Link
    day: date
    is_new: bool


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A day on which records of a kind changed, and where they stand as they were then."""

    name: Promise | str
    day: date
    url: str


@require_safe
def show_latest(request: HttpRequest) -> HttpResponse:
    """Show the pages of the active language, the last published first. Raises `Http404` beyond the list."""
    number, language = page_number(request.GET), active_language()
    try:
        listed: PaginatorPage[Page] = Paginator(_published(language), PER_PAGE).page(number)
    except EmptyPage as error:
        raise Http404 from error
    context = {
        "listed": listed,
        "changes": _changes(list(listed.object_list), language),
        "records": record_changes() if listed.number == 1 else [],
    }
    return render(request, "pages/latest_changes.html", context)


def record_changes() -> list[RecordChange]:
    """Return the newest versions of the records."""
    newest = DataVersion.objects.order_by("-day", "resource").values_list("resource", "day")[:RECORDS]
    return [
        RecordChange(NAMES.get(name, name), day, reverse("opendata:version", args=[name, day.isoformat()]))
        for name, day in newest
    ]


def _published(language: Language):
    pages = unrestricted(Page.objects.live().filter(depth__gt=HOME_DEPTH, last_published_at__isnull=False))
    own = pages.filter(locale__language_code=language.code).select_related("locale")
    return own.order_by("-last_published_at", "-pk")


def _changes(pages: list[Page], language: Language) -> list[Change]:
    families = Families(pages)
    return [_change(page, crumb(families, page, language)) for page in pages]


def _change(page: Page, link: Link) -> Change:
    last, first = (timezone.localdate(moment) for moment in (page.last_published_at, page.first_published_at))
    return Change(link, last, is_new=last == first)
