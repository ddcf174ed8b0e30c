"""Decides the items of a meeting: an application by a round, another matter under Article 13 (Statutes, Art. 5, 13)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import Choice, ItemState, RoundState
from membership.models import AgendaItem, MatterBallot, MatterDecision, MatterStatement, MeetingSeat
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.rules.voting import decide
from membership.rules.voting.notation import rule_as_json
from membership.rules.voting.readings import ART13
from membership.selectors.calendar import day_in_the_network
from membership.selectors.matters import matter_rows
from membership.selectors.rounds import case_of, case_record
from membership.selectors.rules import default_rule
from membership.services.ballots import record_ballot
from membership.services.decisions import close_round
from membership.services.meetings import in_session
from membership.services.record import actor_key, record
from membership.services.rounds import open_round
from membership.services.statements import record_statement


@transaction.atomic
def take_up(meeting_id: int, user: User, *, item_id: int, now: datetime) -> AgendaItem:
    """Begin with an item: for an application a round is opened, by the default rule, in this meeting. Idempotent."""
    require(user, Action.KEEP_MEETING, day_in_the_network(now))
    item = _item(meeting_id, item_id)
    if item.state != ItemState.WAITING:
        return item
    if item.application_id:
        rule = default_rule(day_in_the_network(now))
        words: dict[str, Any] = {
            "rule_id": rule.pk if rule else 0,
            "ordered_by_president": True,
            "meeting": item.meeting,
        }
        item.round = open_round(item.application_id, user, **words, now=now)
    item.state = ItemState.OPEN
    item.save(update_fields=["state", "round"])
    return item


@transaction.atomic
def vote(
    meeting_id: int, user: User, *, item_id: int, meeting_seat_id: int, choice: Choice, reason: str, now: datetime
) -> None:
    """Record the vote which a seat gave in the room, in person or by its proxy; the item is taken up if it was not."""
    item = _open(take_up(meeting_id, user, item_id=item_id, now=now))
    seat = _seat(item, meeting_seat_id)
    if item.round:
        round_seat = item.round.seats.get(seat_id=seat.seat_id)
        words: dict[str, Any] = {"round_seat_id": round_seat.pk, "choice": choice, "reason": reason}
        record_ballot(item.round.pk, user, **words, now=now)
        return
    row = next(row for row in matter_rows(item) if row.seat.pk == seat.pk)
    if row.is_recused:
        raise RuleError("seat_recused")
    if not row.attends:
        raise RuleError("seat_is_absent")
    if choice == Choice.AGAINST and not reason.strip():
        raise RuleError("reason_missing")
    MatterBallot.objects.create(
        item=item, meeting_seat=seat, choice=choice, reason=reason.strip(), cast_by=actor_key(user)
    )
    record(None, "matter_voted", actor_key(user), item=item.pk, seat=seat.pk)


@transaction.atomic
def vote_all_yes(meeting_id: int, user: User, *, item_id: int, now: datetime) -> None:
    """Record Yes for every seat that attends, may vote and has no vote yet."""
    item = _open(take_up(meeting_id, user, item_id=item_id, now=now))
    for seat_id in silent_seats(item):
        words: dict[str, Any] = {"meeting_seat_id": seat_id, "choice": Choice.YES, "reason": ""}
        vote(meeting_id, user, item_id=item_id, **words, now=now)


@transaction.atomic
def state_conflict(
    meeting_id: int,
    user: User,
    *,
    item_id: int,
    meeting_seat_id: int,
    has_conflict: bool,
    explanation: str,
    now: datetime,
) -> None:
    """Record what a seat said about a conflict of interest on an item."""
    item = _open(take_up(meeting_id, user, item_id=item_id, now=now))
    seat = _seat(item, meeting_seat_id)
    if item.round:
        round_seat = item.round.seats.get(seat_id=seat.seat_id)
        words: dict[str, Any] = {
            "round_seat_id": round_seat.pk,
            "has_conflict": has_conflict,
            "explanation": explanation,
        }
        record_statement(item.round.pk, user, **words, now=now)
        return
    if has_conflict and not explanation.strip():
        raise RuleError("explanation_missing")
    stated: dict[str, Any] = {
        "has_conflict": has_conflict,
        "explanation": explanation.strip(),
        "stated_by": actor_key(user),
    }
    MatterStatement.objects.create(item=item, meeting_seat=seat, **stated)
    record(None, "matter_conflict_stated", actor_key(user), item=item.pk, seat=seat.pk)


@transaction.atomic
def close_item(meeting_id: int, user: User, *, item_id: int, mandate_waiver: str = "", now: datetime) -> AgendaItem:
    """Close an item and compute its result, which nobody can change; without quorum it is invalid."""
    item = _open(take_up(meeting_id, user, item_id=item_id, now=now))
    if item.round:
        close_round(item.round.pk, user, mandate_waiver=mandate_waiver, now=now)
    else:
        _decide_matter(item)
        record(None, "matter_closed", actor_key(user), item=item.pk, title=item.title)
    item.state = ItemState.CLOSED
    item.save(update_fields=["state"])
    return item


def silent_seats(item: AgendaItem) -> list[int]:
    """Return the seats of the meeting that attend, may vote on the item and did not."""
    numbers = dict(item.meeting.seats.values_list("seat_id", "pk"))
    return [numbers[row.seat.seat_id] for row in matter_rows(item) if row.is_silent]


def _decide_matter(item: AgendaItem) -> None:
    case = case_of(matter_rows(item), ART13)
    decided = decide(case, ART13)
    MatterDecision.objects.create(
        item=item,
        result=decided.outcome.result,
        reason=decided.outcome.reason,
        case=case_record(case),
        rule=rule_as_json(ART13),
    )


def _item(meeting_id: int, item_id: int) -> AgendaItem:
    meeting = in_session(meeting_id)
    found = AgendaItem.objects.select_for_update(of=("self",)).select_related("round", "meeting")
    return found.get(pk=item_id, meeting=meeting)


def _open(item: AgendaItem) -> AgendaItem:
    if item.state == ItemState.CLOSED or (item.round and item.round.state != RoundState.OPEN):
        raise RuleError("item_is_closed")
    return item


def _seat(item: AgendaItem, meeting_seat_id: int) -> MeetingSeat:
    seat = item.meeting.seats.filter(pk=meeting_seat_id).first()
    if seat is None:
        raise RuleError("no_seat")
    return seat
