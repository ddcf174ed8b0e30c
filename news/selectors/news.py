"""Reads news: the latest, and the list of a year or topic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Case, When

from news.models.common import ReadableQuerySet
from news.models.news import NewsPage, NewsTopic
from news.selectors.chain import Chain
from pages.languages.table import SOURCE

PER_PAGE = 20
NEWEST_FIRST = ("-date", "-pk")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsListing:
    """One page of the list: the items in the language, then the English ones that are not translated into it."""

    own: Sequence[NewsPage]
    english: Sequence[NewsPage]
    page: "PaginatorPage[NewsPage]"
    has_own: bool  # on this or another page

    def __iter__(self) -> Iterator[NewsPage]:
        yield from (*self.own, *self.english)


def latest(number: int, code: str) -> list[NewsPage]:
    """Return the newest items in the language; if it has none at all, the newest in English.

    They are for cards, which show neither cities nor topics: those are not read.
    """
    is_foreign = Case(When(locale__language_code=code, then=0), default=1)
    readable = NewsPage.objects.readable().filter(locale__language_code__in=[code, SOURCE])
    found = list(readable.annotate(is_foreign=is_foreign).order_by("is_foreign", *NEWEST_FIRST)[:number])
    return [item for item in found if item.language == found[0].language]


def listing(code: str, *, year: int = 0, topic: str = "", number: int = 1) -> NewsListing:
    """Return one page of the news of a year and topic; all of them without. Raises `EmptyPage` beyond the last."""
    found = _listed()
    own, english = found.in_language(code), found.missing_in(code)
    chain: Any = Chain(_narrow(own, year, topic), _narrow(english, year, topic))  # a paginator slices and measures only
    page: PaginatorPage[NewsPage] = Paginator(chain, PER_PAGE).page(number)
    return NewsListing(
        own=[item for item in page.object_list if item.language.code == code],
        english=[item for item in page.object_list if item.language.code != code],
        page=page,
        has_own=chain.first_length > 0,
    )


def years(code: str) -> list[int]:
    """Return the years in which something is listed, the newest first."""
    reachable = NewsPage.objects.readable().reaching(code).order_by()
    return sorted((day.year for day in reachable.dates("date", "year")), reverse=True)


def topics(code: str) -> set[str]:
    """Return the topics under which something is listed."""
    reachable = NewsPage.objects.readable().reaching(code).order_by()
    return set(NewsTopic.objects.filter(page__in=reachable.values("pk")).values_list("topic", flat=True))


def _listed() -> ReadableQuerySet:
    return NewsPage.objects.readable().order_by(*NEWEST_FIRST).prefetch_related("cities", "topics")


def _narrow(items: ReadableQuerySet, year: int, topic: str) -> ReadableQuerySet:
    if year:
        items = items.filter(date__year=year)
    return items.filter(pk__in=NewsTopic.objects.filter(topic=topic).values("page")) if topic else items
