"""All pages of a language as nested lists, and apart from them those that are only in another language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from pages.families import Families
from pages.languages.active import active_language
from pages.languages.table import SOURCE, Language
from pages.navigation import Link, crumb
from pages.selectors import HOME_DEPTH, listed_by_index, unrestricted


@dataclass(frozen=True, slots=True)
class Branch:
    """A page with those below it."""

    link: Link
    below: Sequence[Branch]


@dataclass(frozen=True, slots=True)
class SiteMap:
    """`own` are the pages in the language; `foreign` those that are only in English."""

    own: Sequence[Branch]
    foreign: Sequence[Link]


@require_safe
def show_site_map(request: HttpRequest) -> HttpResponse:
    """Show the site map of the active language."""
    return render(request, "pages/site_map.html", {"map": site_map(active_language())})


def site_map(language: Language) -> SiteMap:
    """Return the map; its queries do not grow with the pages. What an index lists by itself, such as news, is left to it."""
    pages = unrestricted(Page.objects.live().not_exact_type(*listed_by_index()).filter(depth__gt=HOME_DEPTH))
    found = list(
        pages.filter(locale__language_code__in={language.code, SOURCE}).select_related("locale").order_by("path")
    )
    families = Families(found)
    own = [page for page in found if page.locale.language_code == language.code]
    foreign = [page for page in found if not families.translation(page, language.code)]
    return SiteMap(_branches(own, families, language), [crumb(families, page, language) for page in foreign])


def _branches(pages: Sequence[Page], families: Families, language: Language) -> list[Branch]:
    """Return the pages as a tree; one whose page above is not public stands at the top."""
    paths = {page.path for page in pages}
    below: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        parent = page.path[: -Page.steplen]
        below[parent if parent in paths else ""].append(page)

    def branches(parent: str) -> list[Branch]:
        return [Branch(crumb(families, page, language), branches(page.path)) for page in below[parent]]

    return branches("")
