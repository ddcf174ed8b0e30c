"""Reads a round of the Committee: its case for the rules, and what each seat has done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from membership.labels.states import Attendance
from membership.models import Ballot, ConflictStatement, Round, RoundSeat
from membership.rules.committee import SeatRole
from membership.rules.voting import Attendance as RuleAttendance
from membership.rules.voting import Ballot as RuleBallot
from membership.rules.voting import Case, DecisionRule, Seat


@dataclass(frozen=True, slots=True)
class SeatStanding:
    """A seat in a round: its last statement of conflict and its last ballot, None where there is none."""

    seat: RoundSeat
    statement: ConflictStatement | None
    ballot: Ballot | None

    @property
    def is_recused(self) -> bool:
        return self.statement is not None and self.statement.has_conflict

    @property
    def is_present(self) -> bool:
        return self.seat.attendance == Attendance.PRESENT


def standings(round_: Round) -> list[SeatStanding]:
    """Return the electorate with the last statement and the last ballot of each seat, in three queries."""
    seats = list(round_.seats.select_related("seat__city", "seat__holder"))
    statements = {row.round_seat_id: row for row in ConflictStatement.objects.filter(round_seat__round=round_)}
    ballots = {row.round_seat_id: row for row in Ballot.objects.filter(round_seat__round=round_)}
    return [SeatStanding(seat, statements.get(seat.pk), ballots.get(seat.pk)) for seat in seats]


def case_of(rows: list[SeatStanding]) -> Case:
    """Return the case for the rules. A ballot of a seat that later declared a conflict is void, and stays stored."""
    return Case(
        seats=tuple(Seat(id=seat_id(row), role=SeatRole(row.seat.role)) for row in rows),
        attendance={seat_id(row): RuleAttendance.PRESENT for row in rows if row.is_present},
        recused=frozenset(seat_id(row) for row in rows if row.is_recused),
        ballots={
            seat_id(row): RuleBallot(row.ballot.choice)
            for row in rows
            if row.ballot and row.is_present and not row.is_recused
        },
    )


def seat_id(row: SeatStanding) -> str:
    """The identity of a seat inside a case: readable in a stored decision, and unique in its round."""
    return f"{row.seat.seat.city.slug}-{row.seat.pk}"


def rule_of(round_: Round) -> DecisionRule:
    """The rule in the version which the round was opened with."""
    return DecisionRule(**round_.rule.parameters)


def case_record(case: Case) -> dict[str, Any]:
    """The case as the `decide` command reads it, so that anybody can compute a stored decision again."""
    return {
        "seats": [{"id": seat.id, "role": str(seat.role)} for seat in case.seats],
        "attendance": {seat: str(word) for seat, word in case.attendance.items()},
        "proxies": dict(case.proxies),
        "recused": sorted(case.recused),
        "ballots": {seat: str(word) for seat, word in case.ballots.items()},
    }
