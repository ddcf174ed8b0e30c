"""Reads news: the latest, and the list of a year or topic."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, When

from news.labels import Precision
from news.models.common import ReadableQuerySet
from news.models.news import NewsCity, NewsPage, NewsTopic
from news.selectors.chain import Chain
from pages.languages.table import SOURCE
from pages.once import once

PER_PAGE = 20
RELATED = 4
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


def listing(
    code: str,
    *,
    year: int = 0,
    month: int = 0,
    topic: str = "",
    cities: Collection[str] | None = None,
    number: int = 1,
) -> NewsListing:
    """Return one page of the news of a year or month, on a topic, about cities; all of them without.

    Raises `EmptyPage` beyond the last.
    """
    found = _listed()
    own, english = found.in_language(code), found.missing_in(code)
    narrow = partial(_narrow, year=year, month=month, topic=topic, cities=cities)
    chain: Any = Chain(narrow(own), narrow(english))  # a paginator slices and measures only
    page: PaginatorPage[NewsPage] = Paginator(chain, PER_PAGE).page(number)
    return NewsListing(
        own=[item for item in page.object_list if item.language.code == code],
        english=[item for item in page.object_list if item.language.code != code],
        page=page,
        has_own=chain.first_length > 0,
    )


def years(code: str) -> list[int]:
    """Return the years in which something is listed, the newest first."""
    return sorted({year for year, _ in _calendar(code)}, reverse=True)


def is_about(slug: str, code: str) -> bool:
    """Tell whether something is listed about a city."""
    return NewsPage.objects.readable().reaching(code).filter(cities__slug=slug).exists()


def months(code: str, year: int) -> list[int]:
    """Return the months of a year in which something is listed whose month is known, the newest first."""
    return sorted({month for of_year, month in _calendar(code) if of_year == year and month}, reverse=True)


@once
def _calendar(code: str) -> frozenset[tuple[int, int]]:
    """Return the years and months in which something is listed; the month is 0 where only the year is known."""
    rows = NewsPage.objects.readable().reaching(code).order_by().values_list("date__year", "date__month", "precision")
    return frozenset((year, 0 if known == Precision.YEAR else month) for year, month, known in rows.distinct())


def all_years() -> list[date]:
    """Return the first day of each year in which something is listed in some language."""
    return list(NewsPage.objects.readable().order_by().dates("date", "year"))


def all_topics() -> set[str]:
    """Return the topics under which something is listed in some language."""
    readable = NewsPage.objects.readable().order_by().values("pk")
    return set(NewsTopic.objects.filter(page__in=readable).values_list("topic", flat=True))


def related(item: NewsPage, code: str) -> list[NewsPage]:
    """Return at most four items that share cities or topics with one, those that share most first, then the newest.

    A shared city counts twice. They are in the language, and in English where they are missing in it.
    """
    cities, topics = item.city_slugs, [row.topic for row in item.topics.all()]
    others = NewsPage.objects.readable().reaching(code).exclude(translation_key=item.translation_key)
    shared_cities = Count("cities__slug", filter=Q(cities__slug__in=cities), distinct=True)
    shared_topics = Count("topics__topic", filter=Q(topics__topic__in=topics), distinct=True)
    found = others.annotate(shared=2 * shared_cities + shared_topics).filter(shared__gt=0)
    return list(found.order_by("-shared", *NEWEST_FIRST).prefetch_related("cities")[:RELATED])


def about_event(key: UUID, code: str) -> list[NewsPage]:
    """Return the news that tell of an event, whose translations share `key`, the newest first."""
    return list(_listed().reaching(code).filter(event__translation_key=key))


def topics(code: str) -> set[str]:
    """Return the topics under which something is listed."""
    reachable = NewsPage.objects.readable().reaching(code).order_by()
    return set(NewsTopic.objects.filter(page__in=reachable.values("pk")).values_list("topic", flat=True))


def _listed() -> ReadableQuerySet:
    return NewsPage.objects.readable().order_by(*NEWEST_FIRST).prefetch_related("cities")


def _narrow(
    items: ReadableQuerySet, *, year: int, month: int, topic: str, cities: Collection[str] | None
) -> ReadableQuerySet:
    if year:
        items = items.filter(date__year=year)
    if month:
        items = items.filter(date__month=month).exclude(precision=Precision.YEAR)
    if cities is not None:
        items = items.filter(pk__in=NewsCity.objects.filter(slug__in=cities).values("page"))
    return items.filter(pk__in=NewsTopic.objects.filter(topic=topic).values("page")) if topic else items
