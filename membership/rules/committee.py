"""How the Executive Committee may be composed (Statutes, Art. 11 and 13): warnings, which an official may override."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from . import statutes
from .dates import add_years
from .findings import Finding


class SeatRole(StrEnum):
    PRESIDENT = "president"
    FORMER = "former"
    NEXT = "next"
    ELECTED = "elected"


SEATS_BY_ROLE = {
    SeatRole.PRESIDENT: 1,
    SeatRole.FORMER: 1,
    SeatRole.NEXT: 1,
    SeatRole.ELECTED: statutes.COMMITTEE_ELECTED_SEATS,
}


@dataclass(frozen=True, slots=True)
class CommitteeSeat:
    """One seat in one term. A vacant seat has no city; `consecutive_terms` counts this term, so a new city has 1."""

    role: SeatRole
    city: str = ""
    country: str = ""
    holder: str = ""
    consecutive_terms: int = 1
    mandate_ends: date | None = None

    def __post_init__(self) -> None:
        if self.city and not self.country:
            raise ValueError("a seat's city lies in a country")
        if not self.city and (self.country or self.holder):
            raise ValueError("a vacant seat has neither country nor holder")
        if self.consecutive_terms < 1:
            raise ValueError("the present term counts")

    @property
    def is_filled(self) -> bool:
        return bool(self.city)


def check_composition(seats: Iterable[CommitteeSeat], today: date) -> tuple[Finding, ...]:
    """Return what the composition offends against, in the order of the checks; empty when all is well.

    The limit per country binds the Committee only, never an application. `today` is the day from which the
    President's mandate must last a year, for a coming term its first day.
    """
    seats = tuple(seats)
    filled = [seat for seat in seats if seat.is_filled]
    return (
        *_seats(seats, filled),
        *_repeated(filled, lambda seat: seat.city, 1, "city_twice"),
        *_repeated([seat for seat in filled if seat.holder], lambda seat: seat.holder, 1, "holder_twice"),
        *_repeated(filled, lambda seat: seat.country, statutes.COMMITTEE_CITIES_PER_COUNTRY, "country_over_limit"),
        *_terms(filled),
        *_mandates(filled, today),
    )


def _seats(seats: Sequence[CommitteeSeat], filled: Sequence[CommitteeSeat]) -> Iterable[Finding]:
    if len(seats) != statutes.COMMITTEE_SEATS:
        yield Finding("seats_not_seven", statutes.COMMITTEE)
    held = Counter(seat.role for seat in seats)
    for role, expected in SEATS_BY_ROLE.items():
        if held[role] > expected:
            yield Finding("role_too_often", statutes.COMMITTEE, role)
    if not any(seat.role is SeatRole.PRESIDENT for seat in filled):
        yield Finding("president_missing", statutes.COMMITTEE)
    if len(filled) <= statutes.COMMITTEE_SEATS * statutes.COMMITTEE_QUORUM:
        yield Finding("filled_below_majority", statutes.COMMITTEE)


def _repeated(
    seats: Sequence[CommitteeSeat], name: Callable[[CommitteeSeat], str], limit: int, code: str
) -> Iterable[Finding]:
    counted = Counter(name(seat) for seat in seats)
    return (Finding(code, statutes.COMMITTEE, subject) for subject, count in counted.items() if count > limit)


def _terms(filled: Sequence[CommitteeSeat]) -> Iterable[Finding]:
    for seat in filled:
        if seat.consecutive_terms > statutes.COMMITTEE_CONSECUTIVE_TERMS:
            yield Finding("terms_over_limit", statutes.COMMITTEE, seat.city)


def _mandates(filled: Sequence[CommitteeSeat], today: date) -> Iterable[Finding]:
    """Find a President whose mandate is unknown or ends within a year; the very day a year later is enough."""
    enough = add_years(today, statutes.PRESIDENT_MANDATE_YEARS)
    for seat in filled:
        if seat.role is not SeatRole.PRESIDENT:
            continue
        if seat.mandate_ends is None:
            yield Finding("mandate_unknown", statutes.PRESIDENCY, seat.city)
        elif seat.mandate_ends < enough:
            yield Finding("mandate_too_short", statutes.PRESIDENCY, seat.city)
