"""Reads events: the list, the nearest and the summits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Q, When

from news.labels import Course, EventKind, EventState
from news.models.common import ReadableQuerySet
from news.models.events import EventCity, EventPage


@dataclass(frozen=True, slots=True, kw_only=True)
class EventListing:
    """Events of a language, and English ones not translated into it; what is to come begins with the soonest."""

    upcoming: Sequence[EventPage]
    upcoming_english: Sequence[EventPage]
    past: Sequence[EventPage]
    past_english: Sequence[EventPage]

    def __iter__(self) -> Iterable[EventPage]:
        yield from (*self.upcoming, *self.upcoming_english, *self.past, *self.past_english)


def listing(code: str, *, kind: str = "", year: int = 0, city: str = "", today: date) -> EventListing:
    """Return the events of a kind, a year and a city, all without; one that takes place today is not past yet."""
    found = _readable(kind).order_by("-start", "-end", "-pk")
    if year:
        found = found.filter(start__year__lte=year, end__year__gte=year)
    if city:
        found = found.filter(city_slug=city)
    upcoming, past = _split(found.in_language(code), today)
    upcoming_english, past_english = _split(found.missing_in(code), today)
    return EventListing(upcoming=upcoming, upcoming_english=upcoming_english, past=past, past_english=past_english)


def years_and_cities(code: str) -> tuple[list[int], list[str]]:
    """Return the years in which some event is listed, the newest first, and the slugs of the cities where; one query."""
    rows = list(_readable("").reaching(code).order_by().values_list("start__year", "end__year", "city_slug").distinct())
    years = {year for first, last, _ in rows for year in range(first, last + 1)}
    return sorted(years, reverse=True), sorted({slug for *_, slug in rows if slug})


def nearest_event(code: str, *, today: date) -> EventPage | None:
    """Return the event that takes place today or comes first; if none is to come, the one that ended last.

    One that is cancelled is none.
    """
    is_past = Case(When(end__lt=today, then=1), default=0)
    soonest, latest = Case(When(end__gte=today, then="start")), Case(When(end__lt=today, then="end"))
    held = _readable("").exclude(course=Course.CANCELLED)
    found = held.reaching(code).annotate(is_past=is_past, soonest=soonest, latest=latest)
    return found.order_by("is_past", "soonest", "-latest", "end", "pk").first()


def in_order(code: str, *, kind: str = "") -> list[EventPage]:
    """Return the events of a kind from the first to the last, none missing: in English where not translated."""
    return list(_readable(kind).reaching(code).order_by("start", "end", "pk"))


def of_group(key: str, code: str) -> list[EventPage]:
    """Return the meetings of a working group, the newest first; in English where not translated."""
    return list(_readable("").filter(group_key=key).reaching(code).order_by("-start", "-end", "-pk"))


def attended_by(slug: str, code: str, *, today: date) -> list[EventPage]:
    """Return the events that a city hosted or took part in and that have begun, the newest first.

    Whether a city took part is stated at the English event; those that were cancelled are none.
    """
    present = EventCity.objects.filter(slug=slug).values("page__translation_key")
    took_part = Q(city_slug=slug) | Q(translation_key__in=present)
    held = _readable("").filter(took_part, start__lte=today).exclude(course=Course.CANCELLED)
    return list(held.reaching(code).order_by("-start", "-end", "-pk"))


def by_key(key: UUID, code: str) -> EventPage | None:
    """Return the event whose translations share a key, in the language or in English; None if a reader sees none."""
    return _readable("").filter(translation_key=key).reaching(code).first()


def summits(code: str) -> list[EventPage]:
    """Return the annual summits from the first to the last."""
    return in_order(code, kind=EventKind.ANNUAL_SUMMIT)


def _readable(kind: str) -> ReadableQuerySet:
    readable = EventPage.objects.readable()
    return readable.filter(kind=kind) if kind else readable


def _split(found: Iterable[EventPage], today: date) -> tuple[list[EventPage], list[EventPage]]:
    """Return what is to come, the soonest first, and what is past, the latest first."""
    events = list(found)
    past = [event for event in events if event.state(today) is EventState.PAST]
    upcoming = [event for event in reversed(events) if event.state(today) is not EventState.PAST]
    return upcoming, past
