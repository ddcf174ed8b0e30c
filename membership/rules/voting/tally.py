"""What a case counts: seats by what they did, and the quorum."""

from dataclasses import dataclass
from fractions import Fraction

from .. import statutes
from .case import Case
from .rule import DecisionRule, QuorumBase
from .seat import Attendance, Ballot


@dataclass(frozen=True, slots=True)
class Counts:
    """Seats in office by what they did. `attending` + `absent` is `in_office`, the ballots sum to `participating`.

    `abstain` includes seats that participate without a ballot. `recused` includes recused seats that are absent, so it
    can exceed `attending` − `participating`.
    """

    in_office: int
    attending: int
    participating: int
    yes: int
    against: int
    abstain: int
    recused: int
    absent: int

    def __post_init__(self) -> None:
        if min(self.yes, self.against, self.abstain, self.absent) < 0:
            raise ValueError("seats are counted from 0")
        if self.yes + self.against + self.abstain != self.participating:
            raise ValueError("every participating seat votes Yes, against, or abstains")
        if self.attending + self.absent != self.in_office:
            raise ValueError("every seat in office attends or is absent")
        if not self.attending - self.participating <= self.recused <= self.in_office - self.participating:
            raise ValueError("a seat that attends and does not participate is recused")


@dataclass(frozen=True, slots=True)
class PresidentVote:
    """What the casting vote depends on: how the President attends, and his own ballot if he takes part."""

    attendance: Attendance = Attendance.ABSENT
    ballot: Ballot | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """All that a reading looks at."""

    counts: Counts
    president: PresidentVote


@dataclass(frozen=True, slots=True)
class Quorum:
    """Attending seats needed and had; reached at equality."""

    need: int
    have: int

    @property
    def is_reached(self) -> bool:
        return self.have >= self.need


def count(case: Case) -> Tally:
    """Return the tally of a case. A participating seat without a ballot abstains."""
    votes = [case.ballots.get(seat.id, Ballot.ABSTAIN) for seat in case.participating]
    attending = sum(case.attends(seat) for seat in case.in_office)
    counts = Counts(
        in_office=len(case.in_office),
        attending=attending,
        participating=len(votes),
        yes=votes.count(Ballot.YES),
        against=votes.count(Ballot.AGAINST),
        abstain=votes.count(Ballot.ABSTAIN),
        recused=len(case.recused),
        absent=len(case.in_office) - attending,
    )
    return Tally(counts, _president_vote(case))


def quorum(counts: Counts, rule: DecisionRule) -> Quorum:
    """Return the quorum: more than half of the seats in office, or of the seven of the statutes (Art. 13)."""
    base = counts.in_office if rule.quorum_base is QuorumBase.FILLED_SEATS else statutes.COMMITTEE_SEATS
    return Quorum(need=least_over(base * statutes.COMMITTEE_QUORUM), have=counts.attending)


def least_over(bound: Fraction) -> int:
    """Return the least whole number that exceeds the bound."""
    return bound.numerator // bound.denominator + 1


def _president_vote(case: Case) -> PresidentVote:
    seat = case.president
    if seat is None:
        return PresidentVote()
    ballot = case.ballots.get(seat.id, Ballot.ABSTAIN) if seat in case.participating else None
    return PresidentVote(case.attendance_of(seat), ballot)
