"""Reads who declares the result of a round: the President, or who stands in for one that is recused."""

from __future__ import annotations

from datetime import date

from membership.models import Round, Seat
from membership.rules.chair import Candidate, declaring_seat
from membership.rules.committee import SeatRole
from membership.selectors.rounds import standings


def declaring_seat_of(round_: Round, today: date) -> Seat | None:
    """Return the seat, among those held on a day, that declares the result of a round."""
    recused = {row.seat.seat.city_id for row in standings(round_) if row.is_recused}
    seats = {str(seat.pk): seat for seat in Seat.objects.held_on(today).select_related("city", "holder")}
    found = declaring_seat(
        Candidate(key, SeatRole(seat.role), seat.start, is_recused=seat.city_id in recused)
        for key, seat in seats.items()
    )
    return seats[found] if found else None


def declaring_holder(round_: Round, today: date) -> int | None:
    """Return the account that declares the result of a round, None where that seat has none."""
    seat = declaring_seat_of(round_, today)
    return seat.holder_id if seat else None
