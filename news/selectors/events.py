"""Reads events: the list, the nearest and the summits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, When

from news.labels import EventKind, EventState
from news.models.common import ReadableQuerySet
from news.models.events import EventPage


@dataclass(frozen=True, slots=True, kw_only=True)
class EventListing:
    """Events of a language, and English ones not translated into it; what is to come begins with the soonest."""

    upcoming: Sequence[EventPage]
    upcoming_english: Sequence[EventPage]
    past: Sequence[EventPage]
    past_english: Sequence[EventPage]

    def __iter__(self) -> Iterable[EventPage]:
        yield from (*self.upcoming, *self.upcoming_english, *self.past, *self.past_english)


def listing(code: str, *, kind: str = "", today: date) -> EventListing:
    """Return the events of a kind, all without; an event that takes place today is not past yet."""
    found = _readable(kind).order_by("-start", "-end", "-pk")
    upcoming, past = _split(found.in_language(code), today)
    upcoming_english, past_english = _split(found.missing_in(code), today)
    return EventListing(upcoming=upcoming, upcoming_english=upcoming_english, past=past, past_english=past_english)


def nearest_event(code: str, *, today: date) -> EventPage | None:
    """Return the event that takes place today or comes first; if none is to come, the one that ended last."""
    is_past = Case(When(end__lt=today, then=1), default=0)
    soonest, latest = Case(When(end__gte=today, then="start")), Case(When(end__lt=today, then="end"))
    found = _readable("").reaching(code).annotate(is_past=is_past, soonest=soonest, latest=latest)
    return found.order_by("is_past", "soonest", "-latest", "end", "pk").first()


def in_order(code: str, *, kind: str = "") -> list[EventPage]:
    """Return the events of a kind from the first to the last, none missing: in English where not translated."""
    return list(_readable(kind).reaching(code).order_by("start", "end", "pk"))


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
