"""Opens a round of the Committee: rule, mode, electorate and revision are frozen at the opening (Statutes, Art. 5, 13)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import Attendance, MeetingState, RoundMode, RoundState
from membership.models import Application, AttendanceEntry, DecisionRule, Meeting, Round, RoundSeat, Seat
from membership.permissions import Action, Role, require
from membership.rules import house_rules, statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role as RuleRole
from membership.rules.rounds import ROUND, RoundAction, RoundFacts
from membership.rules.rounds import RoundState as RuleState
from membership.selectors.calendar import day_in_the_network
from membership.selectors.rounds import case_of, rule_of, standings
from membership.selectors.rulings import is_circulation_allowed
from membership.services.record import actor_key, expect_version, locked, move, record
from membership.services.telling import tell_round_opened


@transaction.atomic
def open_round(  # noqa: PLR0913 - what an opening freezes has so many parts
    application_id: int,
    user: User,
    *,
    rule_id: int,
    ordered_by_president: bool = False,
    members_requesting: int = 0,
    mode: str = RoundMode.MEETING,
    meeting: Meeting | None = None,
    deadline: datetime | None = None,
    now: datetime,
    version: int | None = None,
) -> Round:
    """Open a round on the newest revision, by the President or as the Secretary was told to (Statutes, Art. 13).

    By circulation it needs a recorded decision that allows this and a deadline ten days ahead at least. In a meeting that
    is in session the seats attend as they attend the meeting. Raises `RuleError`: nobody in office, an electorate that
    contradicts itself and so could never be closed, no order and no request of two members, a rule that is not valid today.
    """
    today = day_in_the_network(now)
    roles = require(user, Action.OPEN_ROUND, today)
    application = locked(application_id)
    expect_version(application, version)
    rule = DecisionRule.objects.valid_on(today).filter(pk=rule_id).first()
    if rule is None:
        raise RuleError("rule_not_valid")
    _check_mode(mode, meeting, deadline, now)
    seats = list(Seat.objects.held_on(today).select_related("city"))
    facts = ApplicationFacts(
        electorate_filled=bool(seats),
        ordered_by_president=ordered_by_president,
        members_requesting=members_requesting,
    )
    actor = RuleRole.PRESIDENT if Role.PRESIDENT in roles else RuleRole.SECRETARY
    application.save(update_fields=move(application, ApplicationAction.OPEN_ROUND, actor, facts, now=now))
    circular = mode == RoundMode.CIRCULAR
    round_ = freeze_round(application, rule, seats, mode=mode, meeting=meeting, deadline=deadline if circular else None)
    details = {"round": round_.pk, "rule": str(rule), "revision": round_.revision.number, "seats": len(seats)}
    record(application, "round_opened", actor_key(user), **details, mode=mode, members_requesting=members_requesting)
    tell_round_opened(round_)
    return round_


def freeze_round(
    application: Application,
    rule: DecisionRule,
    seats: list[Seat],
    *,
    mode: str,
    meeting: Meeting | None,
    deadline: datetime | None,
) -> Round:
    """Store a round with its electorate. Raises `CaseError` if the electorate contradicts itself."""
    round_ = Round.objects.create(
        application=application,
        revision=application.newest_revision,
        rule=rule,
        mode=mode,
        meeting=meeting,
        deadline=deadline,
    )
    there = set(meeting.seats.filter(is_present=True).values_list("seat_id", flat=True)) if meeting else set()
    RoundSeat.objects.bulk_create(
        RoundSeat(
            round=round_,
            seat=seat,
            role=seat.role,
            city_name=seat.city.name_en,
            attendance=Attendance.PRESENT if seat.pk in there else Attendance.ABSENT,
        )
        for seat in seats
    )
    case_of(standings(round_), rule_of(round_))
    return round_


def open_locked(round_id: int) -> Round:
    """Return the round, locked with its application, and still open. Raises `RuleError("round_is_closed")`."""
    round_ = round_locked(round_id)
    if round_.state in (RoundState.PAUSED, RoundState.SUSPENDED):
        raise RuleError("round_is_paused" if round_.state == RoundState.PAUSED else "round_is_suspended")
    if round_.state != RoundState.OPEN:
        raise RuleError("round_is_closed", statutes.COMMITTEE)
    return round_


def round_locked(round_id: int) -> Round:
    """Return the round, locked with its application."""
    found = Round.objects.only("application_id").get(pk=round_id)
    locked(found.application_id)
    return (
        Round.objects.select_for_update(of=("self",)).select_related("application", "revision", "rule").get(pk=round_id)
    )


def seat_of(round_: Round, user: User) -> RoundSeat:
    """Return the seat which the user holds in the frozen electorate. Raises `RuleError("no_seat")`."""
    seat = round_.seats.select_related("seat").filter(seat__holder=user).first()
    if seat is None:
        raise RuleError("no_seat", statutes.COMMITTEE)
    return seat


def seat_numbered(round_: Round, round_seat_id: int) -> RoundSeat:
    """Return a seat of the frozen electorate by its number. Raises `RuleError("no_seat")`."""
    seat = round_.seats.select_related("seat").filter(pk=round_seat_id).first()
    if seat is None:
        raise RuleError("no_seat", statutes.COMMITTEE)
    return seat


def set_attendance(seat: RoundSeat, attendance: str, by: str, now: datetime) -> None:
    """Store when a seat came or left, if it did."""
    if seat.attendance != attendance:
        seat.attendance = attendance
        seat.save(update_fields=["attendance"])
        AttendanceEntry.objects.create(round_seat=seat, attendance=attendance, recorded_by=by, at=now)


def advance(
    round_: Round,
    action: RoundAction,
    role: RuleRole,
    facts: RoundFacts,
    today: date,
    *,
    closed_at: datetime | None = None,
) -> None:
    """Move a locked round and store where it stands, with `closed_at` where this ends its vote.

    Raises `RuleError` if the table forbids it.
    """
    round_.state = RoundState(str(ROUND.advance(RuleState(round_.state), action, role, today, facts)))
    round_.closed_at = closed_at or round_.closed_at
    round_.save(update_fields=["state", "closed_at"])


def drop_standing(application: Application, role: RuleRole, now: datetime) -> Round | None:
    """End the round of an application that was withdrawn or lapsed, without result; ballots are kept."""
    standing = [RoundState.OPEN, RoundState.PAUSED, RoundState.SUSPENDED]
    round_ = Round.objects.select_for_update().filter(application=application, state__in=standing).first()
    if round_ is not None:
        facts = RoundFacts(application_withdrawn=True)
        advance(round_, RoundAction.DROP, role, facts, day_in_the_network(now), closed_at=now)
    return round_


def _check_mode(mode: str, meeting: Meeting | None, deadline: datetime | None, now: datetime) -> None:
    if mode == RoundMode.MEETING:
        if meeting is not None and meeting.state != MeetingState.OPEN:
            raise RuleError("meeting_not_open")
        return
    if not is_circulation_allowed(day_in_the_network(now)):
        raise RuleError("circulation_not_allowed", statutes.COMMITTEE)
    if deadline is None or deadline < now + timedelta(days=house_rules.CIRCULATION_DAYS):
        raise RuleError("deadline_too_near")
