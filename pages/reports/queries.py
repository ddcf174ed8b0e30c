"""Which pages nobody touched, which pages nobody finds, and which pictures say nothing in a language."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.documents.models import DocumentPage
from pages.languages.table import CODES, TRANSLITERATED
from pages.navigation import FIRST_LEVEL_DEPTH
from pages.pictures.models import Picture
from pages.reports.collecting import links_of_pages, page_links
from pages.selectors import listed_by_index

STALE_AFTER = timedelta(days=365)
WRITTEN = tuple(code for code in CODES if code not in TRANSLITERATED)  # languages whose texts somebody has to write


def stale(pages: PageQuerySet, now: datetime) -> PageQuerySet:
    """Return the live pages whose text nobody has touched for a year, the oldest first."""
    return pages.live().filter(latest_revision_created_at__lte=now - STALE_AFTER).order_by("latest_revision_created_at")


def orphans(pages: PageQuerySet) -> PageQuerySet:
    """Return the live pages to which nothing leads: no menu, no footer, no list, and no link on a page in any language.

    What is just below a start page is in the menu or the footer, a version of a document is named by the document.
    """
    linked = _linked_families()
    below = pages.live().filter(depth__gt=FIRST_LEVEL_DEPTH).not_exact_type(*listed_by_index())
    return below.exclude(translation_key__in=linked).exclude(pk__in=_versions()).order_by("path")


def silent(code: str = "") -> QuerySet[Picture]:
    """Return the pictures that do not say in a language, or in some language, what they show; decorative ones need not."""
    pictures = (
        Picture.objects.filter(is_decorative=False).prefetch_related("descriptions").order_by("-created_at", "pk")
    )
    if code:
        sources = {code, TRANSLITERATED.get(code, code)}
        return pictures.annotate(described=_count(sources)).filter(described=0)
    return pictures.annotate(described=_count(set(WRITTEN))).filter(described__lt=len(WRITTEN))


def missing_languages(picture: Picture) -> list[str]:
    """Return the languages in which a picture says nothing."""
    return [code for code in WRITTEN if picture.description_in(code).code != code]


def _count(codes: set[str]) -> Count:
    return Count("descriptions", filter=Q(descriptions__language__in=codes), distinct=True)


def _linked_families() -> set[UUID]:
    """Return the families of which a page is linked by a page of another family."""
    links = page_links(links_of_pages())
    keys = dict(Page.objects.values_list("pk", "translation_key"))
    return {keys[to] for page, found in links.items() for to in found if to in keys and keys[to] != keys.get(page)}


def _versions() -> list[int]:
    documents = {path: number for number, path in DocumentPage.objects.values_list("pk", "path")}
    return [number for path, number in documents.items() if path[: -Page.steplen] in documents]
