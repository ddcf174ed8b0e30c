"""Who may read which vote while it is not decided: none but the own one, until the own seat has voted."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User

from membership.models import Ballot
from membership.selectors.rounds import SeatStanding


def own_of(rows: Sequence[SeatStanding], user: User | None) -> SeatStanding | None:
    """Return the seat that the user holds, None where he holds none of these."""
    return next((row for row in rows if user and row.seat.seat.holder_id == user.pk), None)


def sees_all(own: SeatStanding | None, *, is_open: bool) -> bool:
    """Whether all votes are open to whoever holds the seat: it has voted, or what is voted on is closed."""
    return not is_open or (own is not None and own.ballot is not None and not own.is_recused)


def votes_for(own: SeatStanding | None, row: SeatStanding) -> bool:
    """Whether the seat may vote for the other one, by its proxy."""
    return bool(own and row.is_represented and row.proxy and row.proxy.holder_id == own.seat.seat_id)


def ballot_for(row: SeatStanding, own: SeatStanding | None, *, is_all: bool, keeps_record: bool) -> Ballot | None:
    """Return the last ballot of a seat, None where there is none or where it is sealed for the reader.

    `keeps_record` lets him see what the Secretariat itself recorded in the room.
    """
    recorded = row.last is not None and row.last.recorded_by_secretariat
    is_open_to_him = is_all or row is own or votes_for(own, row) or (keeps_record and recorded)
    return row.last if is_open_to_him else None
