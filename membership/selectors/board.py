"""Reads a round as one person may see it: who attends, who voted, and the choices only where they are not sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.utils.functional import Promise

from membership.labels.case_faults import fault_sentence
from membership.labels.decisions import need_sentence
from membership.labels.rounds import VOIDS
from membership.labels.states import RoundState, SeatRole
from membership.models import Ballot, Round
from membership.rules.voting import CaseError, what_is_needed
from membership.rules.voting.tally import count, quorum
from membership.selectors.calendar import today_in_the_network
from membership.selectors.rounds import SeatStanding, case_of, presiding, rule_of, standings
from membership.selectors.sealing import ballot_for, own_of, sees_all, votes_for

WAITING = (RoundState.PAUSED, RoundState.SUSPENDED)  # it goes on, so that its votes stay sealed


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat of the electorate. `ballot` is the last one cast, None where there is none or where it is sealed for the reader.

    `void` says why it does not count. `is_proxy_own` says that the reader's seat may vote for this one.
    """

    standing: SeatStanding
    role: str
    is_own: bool
    has_voted: bool
    ballot: Ballot | None
    void: str | Promise = ""
    is_proxy_own: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """A round for one reader. `own` is his seat in the electorate, `needs` what the round still needs, in sentences."""

    lines: tuple[SeatLine, ...]
    own: SeatStanding | None
    quorum_need: int
    quorum_have: int
    is_sealed: bool
    needs: tuple[str, ...]

    @property
    def silent(self) -> list[SeatLine]:
        """The seats that are present, may vote and did not: closing counts them as abstaining."""
        return [line for line in self.lines if line.standing.is_silent]

    @property
    def represented(self) -> list[SeatLine]:
        """The seats for which the reader's seat may vote."""
        return [line for line in self.lines if line.is_proxy_own and not line.standing.is_recused]

    @property
    def is_recorded_for_own(self) -> bool:
        """Whether the Secretariat recorded a vote for the reader's seat, to which he may object."""
        last = self.own.last if self.own else None
        return last is not None and last.recorded_by_secretariat and self.own is not None and self.own.void is None


def board_of(round_: Round, user: User, *, keeps_record: bool) -> Board:
    """Return the round for a user. `keeps_record` lets him see what the Secretariat itself recorded in the room.

    Choices are sealed until the own seat has voted or the round is closed.
    """
    rows = standings(round_)
    own = own_of(rows, user)
    is_open = round_.state == RoundState.OPEN
    is_all = sees_all(own, is_open=is_open or round_.state in WAITING)
    lines = tuple(_line(row, own, is_all=is_all, keeps_record=keeps_record) for row in rows)
    is_sealed = any(line.has_voted and line.ballot is None for line in lines)
    need, have, needs = _needs(round_, rows)
    return Board(lines, own, need, have, is_sealed, () if is_sealed or not is_open else needs)


def mandate_end(round_: Round) -> date | None:
    """Return the day on which the mayor's mandate ends, by the revision which the round decides on."""
    ends = round_.revision.content["answers"].get("mandate", {}).get("mandate_ends")
    return date.fromisoformat(ends) if ends else None


def mandate_has_ended(round_: Round, today: date) -> bool:
    """Whether the mayor's mandate was over before this day; one of which no end is known was not."""
    ends = mandate_end(round_)
    return ends is not None and ends < today


def _line(row: SeatStanding, own: SeatStanding | None, *, is_all: bool, keeps_record: bool) -> SeatLine:
    return SeatLine(
        standing=row,
        role=str(SeatRole(row.seat.role).label),
        is_own=row is own,
        has_voted=row.ballot is not None,
        ballot=ballot_for(row, own, is_all=is_all, keeps_record=keeps_record),
        void=VOIDS[row.void] if row.void else "",
        is_proxy_own=votes_for(own, row),
    )


def _needs(round_: Round, rows: list[SeatStanding]) -> tuple[int, int, tuple[str, ...]]:
    """Return the quorum needed and had, and what is needed in sentences; of a contradictory electorate, its fault."""
    rule = rule_of(round_)
    try:
        case = case_of(rows, rule, president=presiding(rows, today_in_the_network()))
        found = quorum(count(case).counts, rule)
        return found.need, found.have, tuple(need_sentence(need) for need in what_is_needed(case, rule))
    except CaseError as error:
        return 0, 0, (fault_sentence(error),)
