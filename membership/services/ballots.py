"""Takes ballots: by the holder of a seat, or recorded by the Secretariat for a seat in the room."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import Attendance, Choice
from membership.models import Ballot, Round, RoundSeat
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record
from membership.services.rounds import open_locked, seat_of
from membership.services.telling import tell_ballot


@transaction.atomic
def cast(round_id: int, user: User, *, choice: Choice, reason: str, now: datetime) -> Ballot:
    """Store a ballot of the user's own seat; casting again adds a row and the last one counts."""
    require(user, Action.CAST, day_in_the_network(now))
    round_ = open_locked(round_id)
    seat = seat_of(round_, user)
    statement = seat.statements.last()
    if statement is None:
        raise RuleError("statement_missing")
    return _store(round_, seat, user, choice=choice, reason=reason, by_secretariat=False)


@transaction.atomic
def record_ballot(
    round_id: int, user: User, *, round_seat_id: int, choice: Choice, reason: str, now: datetime
) -> Ballot:
    """Store the ballot which a seat gave in the room. The seat is thereby present."""
    require(user, Action.RECORD_BALLOT, day_in_the_network(now))
    round_ = open_locked(round_id)
    seat = round_.seats.filter(pk=round_seat_id).first()
    if seat is None:
        raise RuleError("no_seat", statutes.COMMITTEE)
    return _store(round_, seat, user, choice=choice, reason=reason, by_secretariat=True)


def _store(round_: Round, seat: RoundSeat, user: User, *, choice: Choice, reason: str, by_secretariat: bool) -> Ballot:
    statement = seat.statements.last()
    if statement is not None and statement.has_conflict:
        raise RuleError("seat_recused")
    if choice == Choice.AGAINST and not reason.strip():
        raise RuleError("reason_missing")
    ballot = Ballot.objects.create(
        round_seat=seat,
        choice=choice,
        reason=reason.strip(),
        revision_sha256=round_.revision.sha256,
        cast_by=actor_key(user),
        recorded_by_secretariat=by_secretariat,
    )
    if seat.attendance != Attendance.PRESENT:
        seat.attendance = Attendance.PRESENT
        seat.save(update_fields=["attendance"])
    details = {"round": round_.pk, "seat": seat.pk, "recorded_by_secretariat": by_secretariat}
    record(round_.application, "ballot_cast", actor_key(user), **details)
    tell_ballot(round_, ballot)
    return ballot
