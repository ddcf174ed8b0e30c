"""Takes what the keeper of a meeting enters, each entry once and in order, also long after it was entered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction

from membership.labels.states import Choice
from membership.models import MeetingEntry
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services import agenda, meetings
from membership.services.record import actor_key


@dataclass(frozen=True, slots=True)
class Entry:
    """What was entered: a kind, its words, the browser's time, and a number of its own that no other entry has."""

    uuid: UUID
    kind: str
    payload: Mapping[str, Any]
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an entry: taken now, taken before, or refused with the rule that it breaks."""

    uuid: UUID
    is_repeated: bool = False
    refusal: RuleError | None = None


def enter(meeting_id: int, user: User, entries: Iterable[Entry], *, now: datetime) -> list[Taken]:
    """Take entries in their order. A refused one stops none that follow; each is kept with what became of it."""
    require(user, Action.KEEP_MEETING, day_in_the_network(now))
    return [_take(meeting_id, user, entry, now) for entry in entries]


def _take(meeting_id: int, user: User, entry: Entry, now: datetime) -> Taken:
    known = MeetingEntry.objects.filter(uuid=entry.uuid).first()
    if known is not None:
        return Taken(entry.uuid, is_repeated=True, refusal=RuleError(known.refusal) if known.refusal else None)
    try:
        with transaction.atomic():
            meetings.in_session(meeting_id)
            _keep(meeting_id, user, entry, "")
            _act(meeting_id, user, entry, now)
    except RuleError as refusal:
        _keep(meeting_id, user, entry, refusal.code)
        return Taken(entry.uuid, refusal=refusal)
    except IntegrityError:  # the same entry came twice at the same moment
        return Taken(entry.uuid, is_repeated=True)
    return Taken(entry.uuid)


def _keep(meeting_id: int, user: User, entry: Entry, refusal: str) -> None:
    MeetingEntry.objects.create(
        meeting_id=meeting_id,
        uuid=entry.uuid,
        kind=entry.kind[:20],
        payload=dict(entry.payload),
        entered_by=actor_key(user),
        entered_at=entry.entered_at,
        refusal=refusal,
    )


def _act(meeting_id: int, user: User, entry: Entry, now: datetime) -> None:
    act = ACTS.get(entry.kind)
    if act is None:
        raise RuleError("entry_not_understood")
    try:
        act(meeting_id, user, entry, now)
    except (KeyError, ValueError, TypeError, ObjectDoesNotExist):
        raise RuleError("entry_not_understood") from None


def _presence(meeting_id: int, user: User, entry: Entry, now: datetime) -> None:
    seats = [int(seat) for seat in entry.payload["seats"]]
    words: dict[str, Any] = {
        "seats": seats,
        "is_present": entry.payload["is_present"] in (True, "yes"),
        "at": entry.entered_at,
    }
    meetings.note_presence(meeting_id, user, **words, now=now)


def _take_up(meeting_id: int, user: User, entry: Entry, now: datetime) -> None:
    agenda.take_up(meeting_id, user, item_id=int(entry.payload["item"]), now=now)


def _vote(meeting_id: int, user: User, entry: Entry, now: datetime) -> None:
    seat, choice = int(entry.payload["seat"]), Choice(entry.payload["choice"])
    words: dict[str, Any] = {"item_id": int(entry.payload["item"]), "meeting_seat_id": seat, "choice": choice}
    agenda.vote(meeting_id, user, **words, reason=str(entry.payload.get("reason", "")), now=now)


def _all_yes(meeting_id: int, user: User, entry: Entry, now: datetime) -> None:
    agenda.vote_all_yes(meeting_id, user, item_id=int(entry.payload["item"]), now=now)


def _conflict(meeting_id: int, user: User, entry: Entry, now: datetime) -> None:
    seat, explanation = int(entry.payload["seat"]), str(entry.payload.get("reason", ""))
    words: dict[str, Any] = {"item_id": int(entry.payload["item"]), "meeting_seat_id": seat, "explanation": explanation}
    has_conflict = entry.payload.get("has_conflict", "yes") in (True, "yes")
    agenda.state_conflict(meeting_id, user, **words, has_conflict=has_conflict, now=now)


def _close(meeting_id: int, user: User, entry: Entry, now: datetime) -> None:
    waiver = str(entry.payload.get("mandate_waiver", ""))
    agenda.close_item(meeting_id, user, item_id=int(entry.payload["item"]), mandate_waiver=waiver, now=now)


ACTS: dict[str, Callable[[int, User, Entry, datetime], None]] = {
    "presence": _presence,
    "take_up": _take_up,
    "vote": _vote,
    "all_yes": _all_yes,
    "conflict": _conflict,
    "close": _close,
}
