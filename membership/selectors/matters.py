"""Reads how the seats of a meeting stand on an item of its agenda, as the rules count them."""

from __future__ import annotations

from membership.labels.states import Attendance
from membership.models import (
    AgendaItem,
    Ballot,
    ConflictStatement,
    MatterBallot,
    MatterStatement,
    Meeting,
    MeetingSeat,
    RoundSeat,
)
from membership.selectors.proxies import received_for
from membership.selectors.rounds import SeatStanding, is_represented, standings


def matter_rows(item: AgendaItem) -> list[SeatStanding]:
    """Return the standing of each seat: of an application that of its round, of a matter what was recorded for it."""
    if item.round:
        return standings(item.round)
    return _rows(item.meeting, item if item.pk else None)


def roll_of(meeting: Meeting) -> list[SeatStanding]:
    """Return the seats of a meeting with who attends now, apart from any item."""
    return _rows(meeting, None)


def _rows(meeting: Meeting, item: AgendaItem | None) -> list[SeatStanding]:
    seats = list(meeting.seats.select_related("seat__city", "seat__holder"))
    proxies = {proxy.principal_id: proxy for proxy in received_for(meeting)}
    said = {row.meeting_seat_id: row for row in item.statements.all()} if item else {}
    cast = {row.meeting_seat_id: row for row in item.ballots.all()} if item else {}
    recused = {seat.seat_id for seat in seats if seat.pk in said and said[seat.pk].has_conflict}
    present = {seat.seat_id for seat in seats if seat.is_present}
    return [
        SeatStanding(
            seat=_as_round_seat(seat),
            statement=_as_statement(said.get(seat.pk)),
            ballot=_as_ballot(cast.get(seat.pk)) if seat.seat_id not in recused else None,
            last=_as_ballot(cast.get(seat.pk)),
            proxy=proxies.get(seat.seat_id),
            is_represented=is_represented(seat.seat_id, proxies.get(seat.seat_id), present=present, recused=recused),
        )
        for seat in seats
    ]


def _as_round_seat(seat: MeetingSeat) -> RoundSeat:
    """Return the seat as the rules of rounds read it; it is a value and is not stored."""
    attendance = Attendance.PRESENT if seat.is_present else Attendance.ABSENT
    return RoundSeat(pk=seat.pk, seat=seat.seat, role=seat.role, city_name=seat.city_name, attendance=attendance)


def _as_statement(said: MatterStatement | None) -> ConflictStatement | None:
    if said is None:
        return None
    return ConflictStatement(has_conflict=said.has_conflict, explanation=said.explanation)


def _as_ballot(cast: MatterBallot | None) -> Ballot | None:
    if cast is None:
        return None
    return Ballot(choice=cast.choice, reason=cast.reason, recorded_by_secretariat=True)
