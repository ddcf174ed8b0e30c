"""Reads how the Committee is composed on a day, what offends the statutes, and whether a round still has its Committee."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from membership.models import CompositionOverride, Round, Seat
from membership.rules.committee import CommitteeSeat, SeatRole, check_composition
from membership.rules.findings import Finding
from membership.selectors.calendar import day_in_the_network


@dataclass(frozen=True, slots=True)
class SeatInOffice:
    """A seat on a day, and how many terms its city has been elected one after the other."""

    seat: Seat
    consecutive_terms: int


@dataclass(frozen=True, slots=True)
class Change:
    """What changes on a day: the seats that begin, and those whose last day was the day before."""

    day: date
    beginning: tuple[Seat, ...]
    ending: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the Committee of a day differs from the electorate of a round. A new holder of a seat keeps its ballot."""

    added: tuple[Seat, ...]
    ended: tuple[Seat, ...]


def in_office(day: date) -> list[SeatInOffice]:
    """Return the seats of a day by their role, in three queries at most."""
    rank = {role: number for number, role in enumerate(SeatRole)}
    seats = list(Seat.objects.held_on(day).select_related("city", "holder"))
    earlier = list(Seat.objects.filter(start__lt=day, city__in=[seat.city_id for seat in seats]))
    ordered = sorted(seats, key=lambda seat: (rank[SeatRole(seat.role)], seat.start, seat.pk))
    return [SeatInOffice(seat, _terms(seat, earlier)) for seat in ordered]


def findings_on(day: date) -> tuple[Finding, ...]:
    """Return what the Committee of a day offends against; empty when all is well or nobody is in office."""
    seats = [_as_value(row) for row in in_office(day)]
    return check_composition(seats, day) if seats else ()


def not_overridden(findings: Iterable[Finding], day: date) -> list[Finding]:
    """Return the findings for which no reason was given yet, up to a day."""
    known = set(CompositionOverride.objects.filter(day__lte=day).values_list("finding", "subject"))
    return [finding for finding in findings if (finding.code, finding.subject) not in known]


def changes() -> list[Change]:
    """Return every day on which the Committee changed or will, the newest first."""
    seats = list(Seat.objects.select_related("city"))
    days = {seat.start for seat in seats} | {seat.end + timedelta(days=1) for seat in seats if seat.end}
    return [
        Change(
            day,
            tuple(seat for seat in seats if seat.start == day),
            tuple(seat for seat in seats if seat.end and seat.end + timedelta(days=1) == day),
        )
        for day in sorted(days, reverse=True)
    ]


def difference(round_: Round, today: date) -> Difference:
    """Return how the Committee of a day differs from the one that the round was opened with."""
    frozen = {row.seat_id: row.seat for row in round_.seats.select_related("seat__city")}
    now = {seat.pk: seat for seat in Seat.objects.held_on(today).select_related("city")}
    return Difference(
        tuple(now[pk] for pk in sorted(now.keys() - frozen)), tuple(frozen[pk] for pk in sorted(frozen.keys() - now))
    )


def has_changed(round_: Round, today: date) -> bool:
    """Whether a seat ended or was added; another holder of the same seat changes nothing."""
    found = difference(round_, today)
    return bool(found.added or found.ended)


def change_during(round_: Round, today: date) -> date | None:
    """Return the next day known on which the Committee changes while an open round still runs; None where it stays.

    A round runs until the day of its deadline or of its meeting; without either nobody knows until when.
    """
    last = date.max
    if round_.deadline:
        last = day_in_the_network(round_.deadline)
    elif round_.meeting:
        last = round_.meeting.held_on
    return next(iter(changes_between(today, last)), None)


def changes_between(first: date, last: date) -> list[date]:
    """Return the days, after the first and up to the last, on which the Committee changes."""
    return sorted(change.day for change in changes() if first < change.day <= last)


def _as_value(row: SeatInOffice) -> CommitteeSeat:
    seat = row.seat
    return CommitteeSeat(
        role=SeatRole(seat.role),
        city=seat.city.name_en,
        country=seat.city.country,
        holder=str(seat.holder_id or ""),
        consecutive_terms=row.consecutive_terms,
        mandate_ends=seat.mandate_ends,
    )


def _terms(seat: Seat, earlier: list[Seat]) -> int:
    """Count the elected terms of a city that follow each other without a gap, this one included."""
    terms, first = 1, seat
    while seat.role == SeatRole.ELECTED:
        eve = first.start - timedelta(days=1)
        before = [row for row in earlier if row.city_id == seat.city_id and row.end == eve and row.role == seat.role]
        if not before:
            break
        terms, first = terms + 1, before[0]
    return terms
