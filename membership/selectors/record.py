"""Reads the record across the office: the newest events first, narrowed to an actor and a verb."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from membership.labels.events import EVENTS
from membership.models import Application, Event
from membership.selectors.dossier import names_of, sentence_of

DETAIL = re.compile(r"%\(\w+\)s")


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the record in words; `application` is None where it is of none, or of a draft that was deleted."""

    event: Event
    sentence: str
    actor: str
    application: Application | None


def events_found(*, actor: str = "", verb: str = "") -> QuerySet[Event]:
    """Return the events of an actor, of a verb, or all, the newest first. `actor` is a key like `user:7`."""
    events = Event.objects.select_related("application", "seal").order_by("-pk")
    if actor:
        events = events.filter(actor=actor)
    return events.filter(verb=verb) if verb else events


def entries(events: Iterable[Event]) -> list[Entry]:
    """Return events in words; one query for the names of all actors."""
    rows = list(events)
    names = names_of(row.actor for row in rows)
    return [Entry(row, sentence_of(row), names[row.actor], row.application) for row in rows]


def actors() -> list[tuple[str, str]]:
    """Return key and name of all who ever acted, by their names."""
    keys = list(Event.objects.order_by().values_list("actor", flat=True).distinct())
    return sorted(names_of(keys).items(), key=lambda named: named[1].casefold())


def verbs() -> list[tuple[str, str]]:
    """Return the verbs that occur in the record, each with its sentence; what is told by each event alone is left open."""
    found = Event.objects.order_by("verb").values_list("verb", flat=True).distinct()
    return [(verb, DETAIL.sub("…", str(EVENTS.get(verb, verb)))) for verb in found]
