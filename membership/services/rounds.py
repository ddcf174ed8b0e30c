"""Opens a round of the Committee and keeps its roll: rule, electorate and revision are frozen at the opening."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import Attendance, RoundState
from membership.models import ConflictStatement, DecisionRule, Round, RoundSeat, Seat
from membership.permissions import Action, Role, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role as RuleRole
from membership.selectors.calendar import day_in_the_network
from membership.selectors.rounds import case_of, standings
from membership.services.record import actor_key, expect_version, locked, move, record
from membership.services.telling import tell_conflict, tell_round_opened


@transaction.atomic
def open_round(
    application_id: int,
    user: User,
    *,
    rule_id: int,
    ordered_by_president: bool = False,
    members_requesting: int = 0,
    now: datetime,
    version: int | None = None,
) -> Round:
    """Open a round on the newest revision, by the President or as the Secretary was told to (Statutes, Art. 13).

    Raises `RuleError`: nobody in office, an electorate that contradicts itself and so could never be closed, no order
    and no request of two members, or a rule that is not valid today.
    """
    today = day_in_the_network(now)
    roles = require(user, Action.OPEN_ROUND, today)
    application = locked(application_id)
    expect_version(application, version)
    rule = DecisionRule.objects.valid_on(today).filter(pk=rule_id).first()
    if rule is None:
        raise RuleError("rule_not_valid")
    seats = list(Seat.objects.held_on(today).select_related("city"))
    facts = ApplicationFacts(
        electorate_filled=bool(seats),
        ordered_by_president=ordered_by_president,
        members_requesting=members_requesting,
    )
    actor = RuleRole.PRESIDENT if Role.PRESIDENT in roles else RuleRole.SECRETARY
    application.save(update_fields=move(application, ApplicationAction.OPEN_ROUND, actor, facts, now=now))
    round_ = Round.objects.create(application=application, revision=application.newest_revision, rule=rule)
    RoundSeat.objects.bulk_create(
        RoundSeat(round=round_, seat=seat, role=seat.role, city_name=seat.city.name_en) for seat in seats
    )
    case_of(standings(round_))  # raises if the electorate contradicts itself
    details = {"round": round_.pk, "rule": str(rule), "revision": round_.revision.number, "seats": len(seats)}
    record(application, "round_opened", actor_key(user), **details, members_requesting=members_requesting)
    tell_round_opened(round_)
    return round_


def open_locked(round_id: int) -> Round:
    """Return the round, locked with its application, and still open. Raises `RuleError("round_is_closed")`."""
    found = Round.objects.only("application_id").get(pk=round_id)
    locked(found.application_id)
    round_ = Round.objects.select_for_update().select_related("application").get(pk=round_id)
    if round_.state != RoundState.OPEN:
        raise RuleError("round_is_closed", statutes.COMMITTEE)
    return round_


def seat_of(round_: Round, user: User) -> RoundSeat:
    """Return the seat which the user holds in the frozen electorate. Raises `RuleError("no_seat")`."""
    seat = round_.seats.select_related("seat").filter(seat__holder=user).first()
    if seat is None:
        raise RuleError("no_seat", statutes.COMMITTEE)
    return seat


@transaction.atomic
def state_conflict(
    round_id: int, user: User, *, has_conflict: bool, explanation: str, now: datetime
) -> ConflictStatement:
    """Store what the user's seat says about a conflict of interest; a conflict needs an explanation."""
    require(user, Action.STATE_CONFLICT, day_in_the_network(now))
    round_ = open_locked(round_id)
    seat = seat_of(round_, user)
    if has_conflict and not explanation.strip():
        raise RuleError("explanation_missing")
    statement = ConflictStatement.objects.create(
        round_seat=seat, has_conflict=has_conflict, explanation=explanation.strip(), stated_by=actor_key(user)
    )
    details = {"round": round_.pk, "seat": seat.pk, "has_conflict": has_conflict}
    record(round_.application, "conflict_stated", actor_key(user), **details)
    if has_conflict:
        tell_conflict(round_, statement.pk)
    return statement


@transaction.atomic
def record_attendance(round_id: int, user: User, *, present: Collection[int], now: datetime) -> Round:
    """Store who is present, by the numbers of the round's seats; all others are absent. A seat that voted stays present."""
    require(user, Action.RECORD_ATTENDANCE, day_in_the_network(now))
    round_ = open_locked(round_id)
    voted = set(round_.seats.filter(ballots__isnull=False).values_list("pk", flat=True))
    if not voted.issubset(present):
        raise RuleError("voted_seat_absent")
    for seat in round_.seats.all():
        seat.attendance = Attendance.PRESENT if seat.pk in present else Attendance.ABSENT
        seat.save(update_fields=["attendance"])
    record(round_.application, "attendance_recorded", actor_key(user), round=round_.pk, present=sorted(present))
    return round_
