"""Reads a round of the Committee: what each seat has done, who stands for whom, and the case for the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from membership.labels.states import Attendance
from membership.models import Ballot, ConflictStatement, Proxy, Round, RoundSeat, Seat
from membership.rules.committee import SeatRole
from membership.rules.voting import Attendance as RuleAttendance
from membership.rules.voting import Ballot as RuleBallot
from membership.rules.voting import Case, DecisionRule
from membership.rules.voting import Seat as RuleSeat
from membership.rules.voting.tally import count, quorum
from membership.selectors.proxies import proxies_of


class Void(StrEnum):
    """Why a ballot that was cast does not count; it stays stored."""

    CONFLICT = "conflict"
    OBJECTION = "objection"
    STALE = "stale"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class SeatStanding:
    """A seat in a round: its last statement, the ballot that counts, and the last one cast with why it may not count.

    `proxy` is the authorisation under which another seat may vote for this one, usable or not.
    """

    seat: RoundSeat
    statement: ConflictStatement | None
    ballot: Ballot | None
    last: Ballot | None = None
    void: Void | None = None
    proxy: Proxy | None = None
    is_represented: bool = False

    @property
    def is_recused(self) -> bool:
        return self.statement is not None and self.statement.has_conflict

    @property
    def is_present(self) -> bool:
        return self.seat.attendance == Attendance.PRESENT

    @property
    def attends(self) -> bool:
        return self.is_present or self.is_represented

    @property
    def is_silent(self) -> bool:
        """Whether it attends, may vote and did not: closing counts it as abstaining."""
        return self.attends and not self.is_recused and self.ballot is None


def standings(round_: Round) -> list[SeatStanding]:
    """Return the electorate with what each seat has done, in five queries."""
    seats = list(round_.seats.select_related("seat__city", "seat__holder"))
    statements = list(ConflictStatement.objects.filter(round_seat__round=round_))
    cast = Ballot.objects.filter(round_seat__round=round_).select_related("objection", "proxy")
    ballots = list(cast)
    last_said = {row.round_seat_id: row for row in statements}
    last_conflict = {row.round_seat_id: row for row in statements if row.has_conflict}
    recused = {seat.seat_id for seat in seats if (said := last_said.get(seat.pk)) and said.has_conflict}
    proxies = {proxy.principal_id: proxy for proxy in proxies_of(round_)}
    present = {seat.seat_id for seat in seats if seat.attendance == Attendance.PRESENT}
    sha256 = round_.revision.sha256
    return [
        _standing(
            seat,
            last_said.get(seat.pk),
            [(row, _void(row, last_conflict.get(seat.pk), sha256)) for row in ballots if row.round_seat_id == seat.pk],
            proxy := proxies.get(seat.seat_id),
            is_represented=is_represented(seat.seat_id, proxy, present=present, recused=recused),
        )
        for seat in seats
    ]


def is_represented(seat_id: int, proxy: Proxy | None, *, present: set[int], recused: set[int]) -> bool:
    """Whether an absent seat takes part by its proxy: neither it nor the holder is recused, and the holder is there."""
    if proxy is None or seat_id in present | recused:
        return False
    return proxy.holder_id in present - recused


def case_of(rows: list[SeatStanding], rule: DecisionRule, *, president: int | None = None) -> Case:
    """Return the case for the rules.

    Whoever voted and left took part, as long as the quorum holds without him; below it the seats count as they are now,
    so that the result is invalid and not declined. `president` is the round seat whose vote may decide a tie, where it is
    no longer the one that was President when the round opened.
    """
    now = _case(rows, {row.seat.pk for row in rows if row.attends}, president)
    if not quorum(count(now).counts, rule).is_reached:
        return now
    return _case(rows, {row.seat.pk for row in rows if row.attends or (row.ballot and not row.is_recused)}, president)


def presiding(rows: list[SeatStanding], today: date) -> int | None:
    """Return the round seat of the city that holds the presidency on a day, None where it is not in the electorate."""
    city = Seat.objects.held_on(today).filter(role=SeatRole.PRESIDENT).values_list("city_id", flat=True).first()
    return next((row.seat.pk for row in rows if row.seat.seat.city_id == city), None)


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


def _standing(
    seat: RoundSeat,
    statement: ConflictStatement | None,
    ballots: list[tuple[Ballot, Void | None]],
    proxy: Proxy | None,
    *,
    is_represented: bool,
) -> SeatStanding:
    last, void = ballots[-1] if ballots else (None, None)
    counts = [ballot for ballot, why in ballots if why is None]
    return SeatStanding(seat, statement, counts[-1] if counts else None, last, void, proxy, is_represented)


def _void(ballot: Ballot, conflict: ConflictStatement | None, sha256: str) -> Void | None:
    """Return why a ballot does not count: a recusal after it, an objection, an older revision, a proxy revoked."""
    if conflict is not None and ballot.cast_at <= conflict.stated_at:
        return Void.CONFLICT
    if getattr(ballot, "objection", None) is not None:
        return Void.OBJECTION
    if ballot.revision_sha256 != sha256:
        return Void.STALE
    if ballot.proxy is not None and ballot.proxy.revoked_at is not None:
        return Void.REVOKED
    return None


def _case(rows: list[SeatStanding], attending: set[int], president: int | None) -> Case:
    stood_for = {row.seat.seat_id: seat_id(row) for row in rows}
    represented = [row for row in rows if row.seat.pk in attending and row.is_represented]
    return Case(
        seats=tuple(RuleSeat(id=seat_id(row), role=_role(row, president)) for row in rows),
        attendance={
            seat_id(row): RuleAttendance.REPRESENTED if row.is_represented else RuleAttendance.PRESENT
            for row in rows
            if row.seat.pk in attending
        },
        proxies={seat_id(row): stood_for[row.proxy.holder_id] for row in represented if row.proxy},
        recused=frozenset(seat_id(row) for row in rows if row.is_recused),
        ballots={
            seat_id(row): RuleBallot(row.ballot.choice)
            for row in rows
            if row.ballot and row.seat.pk in attending and not row.is_recused
        },
    )


def _role(row: SeatStanding, president: int | None) -> SeatRole:
    if president is None:
        return SeatRole(row.seat.role)
    if row.seat.pk == president:
        return SeatRole.PRESIDENT
    return SeatRole.ELECTED if row.seat.role == SeatRole.PRESIDENT else SeatRole(row.seat.role)
