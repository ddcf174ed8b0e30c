"""Reads the network itself for the public: presidency, Committee, working groups, figures, contradictions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from membership.labels.states import SeatRole
from membership.models import Contradiction, Observer, Presidency, Seat
from membership.rules.statutes import COMMITTEE_ELECTED_SEATS, COMMITTEE_SEATS
from membership.selectors.cities import CityLink, links, listed_members, presidency_of
from pages.languages.table import SOURCE


@dataclass(frozen=True, slots=True)
class PresidencyRow:
    """A mayor's time as President."""

    presidency: Presidency
    city: CityLink

    @property
    def mayor(self) -> str:
        return self.presidency.mayor

    @property
    def start(self) -> date:
        return self.presidency.start

    @property
    def end(self) -> date | None:
        return self.presidency.end


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat of the Committee."""

    seat: Seat
    city: CityLink


@dataclass(frozen=True, slots=True)
class CommitteeYear:
    """Who held a seat of the Committee on some day of a year; `unknown` of the statutes' seats have no holder on record."""

    year: int
    seats: tuple[SeatRow, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the records count. Countries are those of the listed members."""

    members: int
    countries: int
    founding: int
    observers: int


@dataclass(frozen=True, slots=True)
class JoinedIn:
    """How many listed members joined in a year; `share` is that of the year in which most did, in per cent."""

    year: int
    members: int
    share: int


@dataclass(frozen=True, slots=True)
class Growth:
    """How the network grew. `people` live in `counted` of the `members`, whose population is published.

    `undated` members are those of which not even the year of joining is known.
    """

    years: tuple[JoinedIn, ...]
    undated: int
    people: int
    counted: int
    members: int


def presidencies(language: str) -> list[PresidencyRow]:
    """Return all presidencies, the newest first."""
    rows = list(Presidency.objects.select_related("city").order_by("-start"))
    cities = links((row.city.slug for row in rows), language)
    return [PresidencyRow(row, cities[row.city.slug]) for row in rows]


def presidency_on(day: date, language: str) -> PresidencyRow | None:
    """Return the presidency of a day, None before the first."""
    row = presidency_of(day)
    return PresidencyRow(row, links([row.city.slug], language)[row.city.slug]) if row else None


def committee_by_year(language: str, today: date) -> list[CommitteeYear]:
    """Return who sat in the Committee in each year, the newest first; what is only prepared is not shown.

    The years begin with the first presidency or seat on record. Years of which nothing is known are there, and say so.
    """
    seats = list(Seat.objects.filter(start__lte=today).select_related("city").order_by("start", "id"))
    if not seats:
        return []
    cities = links((seat.city.slug for seat in seats), language)
    presidency = Presidency.objects.order_by("start").first()
    first = min(seats[0].start.year, presidency.start.year if presidency else today.year)
    return [
        _committee_of(year, [SeatRow(seat, cities[seat.city.slug]) for seat in seats if _sat_in(seat, year)])
        for year in range(today.year, first - 1, -1)
    ]


def _committee_of(year: int, rows: list[SeatRow]) -> CommitteeYear:
    """A seat that changed hands within the year has several rows, so the seats are counted by role and by turn."""
    elected = {row.city.slug for row in rows if row.seat.role == SeatRole.ELECTED}
    others = {row.seat.role for row in rows if row.seat.role != SeatRole.ELECTED}
    known = min(len(elected), COMMITTEE_ELECTED_SEATS) + len(others)
    return CommitteeYear(year, tuple(rows), COMMITTEE_SEATS - known)


def _sat_in(seat: Seat, year: int) -> bool:
    return seat.start.year <= year and (seat.end is None or seat.end.year >= year)


def contradictions(language: str) -> list[Contradiction]:
    """Return the points on which the papers differ, in the language or in English."""
    rows = list(Contradiction.objects.filter(language=language))
    return rows or list(Contradiction.objects.filter(language=SOURCE))


def figures(language: str) -> Figures:
    """Count the listed members, their countries, the founders among them, and the observers."""
    listed = listed_members(language)
    return Figures(
        members=len(listed),
        countries=len({member.city.country for member in listed}),
        founding=sum(member.is_founding for member in listed),
        observers=Observer.objects.current().count(),
    )


def growth(language: str) -> Growth:
    """Count the listed members by the year in which they joined, and the people in those whose population is published."""
    listed = listed_members(language)
    joined = Counter(int(member.member.joined[:4]) for member in listed if member.member.joined)
    most = max(joined.values(), default=1)
    people = [
        member.city.population for member in listed if member.city.population_is_public and member.city.population
    ]
    return Growth(
        years=tuple(JoinedIn(year, joined[year], 100 * joined[year] // most) for year in sorted(joined)),
        undated=len(listed) - joined.total(),
        people=sum(people),
        counted=len(people),
        members=len(listed),
    )
