"""Keeps the roll of a round: who came and who left, with the time (Statutes, Art. 13)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import Attendance
from membership.models import Round, RoundSeat
from membership.permissions import Action, require
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record
from membership.services.rounds import open_locked, seat_numbered, set_attendance


@transaction.atomic
def record_attendance(round_id: int, user: User, *, present: Collection[int], now: datetime) -> Round:
    """Store who is present, by the numbers of the round's seats; all others are absent from now on.

    The ballot of a seat that leaves stands; the quorum is counted anew when the round is closed.
    """
    require(user, Action.RECORD_ATTENDANCE, day_in_the_network(now))
    round_ = open_locked(round_id)
    for seat in round_.seats.all():
        attendance = Attendance.PRESENT if seat.pk in present else Attendance.ABSENT
        set_attendance(seat, attendance, actor_key(user), now)
    record(round_.application, "attendance_recorded", actor_key(user), round=round_.pk, present=sorted(present))
    return round_


@transaction.atomic
def note_attendance(round_id: int, user: User, *, round_seat_id: int, attendance: str, now: datetime) -> RoundSeat:
    """Store that one seat came or left."""
    require(user, Action.RECORD_ATTENDANCE, day_in_the_network(now))
    round_ = open_locked(round_id)
    seat = seat_numbered(round_, round_seat_id)
    set_attendance(seat, attendance, actor_key(user), now)
    details = {"round": round_.pk, "seat": seat.pk, "attendance": str(attendance)}
    record(round_.application, "attendance_noted", actor_key(user), **details)
    return seat
