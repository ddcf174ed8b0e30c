"""Reads the dossier of an application: its revision, its files, what happened, and whom it is closed to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User

from membership.labels.events import ACCOUNT_GONE, ACTORS, EVENTS, READING
from membership.labels.states import RoundState
from membership.models import Application, Event, Round, RoundSeat


class Gate(StrEnum):
    """Whether a dossier opens for a user: a seat first states whether it has a conflict, and with one it stays closed."""

    OPEN = "open"
    STATEMENT_MISSING = "statement_missing"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as the office reads it."""

    at: datetime
    sentence: str
    actor: str


def gate_of(application: Application, user: User) -> tuple[Gate, Round | None]:
    """Return whether the newest round closes the dossier to the user, and that round if it does.

    A statement can be made only while the round is open; afterwards a seat that kept silent may read.
    """
    newest = application.rounds.order_by("-opened_at", "-pk").first()
    seat = RoundSeat.objects.filter(round=newest, seat__holder=user).first() if newest else None
    if newest is None or seat is None:
        return Gate.OPEN, None
    statement = seat.statements.last()
    if statement is None and newest.state == RoundState.OPEN:
        return Gate.STATEMENT_MISSING, newest
    if statement is not None and statement.has_conflict:
        return Gate.CONFLICT, newest
    return Gate.OPEN, None


def done(application: Application) -> list[Happening]:
    """Return what was done, the newest first; who read the dossier is left to `read`."""
    return happenings(application.events.exclude(verb__in=READING).order_by("-pk"))


def read(application: Application) -> list[Happening]:
    """Return who read the dossier and its files, the newest first."""
    return happenings(application.events.filter(verb__in=READING).order_by("-pk"))


def names_of(keys: Iterable[str]) -> dict[str, str]:
    """Return key of an actor → how the office calls him; one query."""
    keys = set(keys)
    numbers = {key: int(key.removeprefix("user:")) for key in keys if key.startswith("user:")}
    users = get_user_model().objects.in_bulk(numbers.values())
    named = {key: _name(users.get(number)) for key, number in numbers.items()}
    return named | {key: str(ACTORS.get(key, key)) for key in keys - numbers.keys()}


def sentence_of(event: Event) -> str:
    """Return what an event tells; one whose words do not fit is told by its verb, as a hand on the database may leave it."""
    try:
        return str(EVENTS[event.verb]) % event.details
    except (KeyError, TypeError, ValueError):
        return event.verb


def _name(user: User | None) -> str:
    return (user.get_full_name() or user.get_username()) if user else str(ACCOUNT_GONE)


def happenings(events: Iterable[Event]) -> list[Happening]:
    """Return events as the office reads them, in their order; two queries."""
    rows = list(events)
    names = names_of(row.actor for row in rows)
    return [Happening(row.at, sentence_of(row), names[row.actor]) for row in rows]
