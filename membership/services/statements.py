"""Takes what a seat says about a conflict of interest, before its dossier opens or in the room."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import ConflictStatement, Round, RoundSeat
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record
from membership.services.rounds import open_locked, seat_numbered, seat_of
from membership.services.telling import tell_conflict


@transaction.atomic
def state_conflict(
    round_id: int, user: User, *, has_conflict: bool, explanation: str, now: datetime
) -> ConflictStatement:
    """Store what the user's seat says about a conflict of interest; a conflict needs an explanation."""
    require(user, Action.STATE_CONFLICT, day_in_the_network(now))
    round_ = open_locked(round_id)
    return _store(round_, seat_of(round_, user), user, has_conflict=has_conflict, explanation=explanation)


@transaction.atomic
def record_statement(
    round_id: int, user: User, *, round_seat_id: int, has_conflict: bool, explanation: str, now: datetime
) -> ConflictStatement:
    """Store what a seat said in the room about a conflict of interest."""
    require(user, Action.RECORD_BALLOT, day_in_the_network(now))
    round_ = open_locked(round_id)
    seat = seat_numbered(round_, round_seat_id)
    return _store(round_, seat, user, has_conflict=has_conflict, explanation=explanation)


def _store(round_: Round, seat: RoundSeat, user: User, *, has_conflict: bool, explanation: str) -> ConflictStatement:
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
