"""Who declares a result when the President may not: the former President, the next, then the eldest seat."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .committee import SeatRole

ORDER = (SeatRole.PRESIDENT, SeatRole.FORMER, SeatRole.NEXT, SeatRole.ELECTED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A filled seat that could declare a result; `since` is the first day of its term."""

    id: str
    role: SeatRole
    since: date
    is_recused: bool = False


def declaring_seat(candidates: Iterable[Candidate]) -> str | None:
    """Return the id of the seat that declares a result, None where all are recused.

    The statutes name the President only; the order behind him is the network's own working rule.
    """
    free = [seat for seat in candidates if not seat.is_recused]
    first = min(free, key=lambda seat: (ORDER.index(seat.role), seat.since, seat.id), default=None)
    return first.id if first else None
