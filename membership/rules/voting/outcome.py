"""How one reading decides a tally, test by test."""

from dataclasses import dataclass
from enum import StrEnum

from .. import statutes
from .rule import CastingVote, DecisionRule, Unanimity
from .seat import Attendance, Ballot
from .tally import Counts, Tally, quorum


class Result(StrEnum):
    CARRIED = "carried"
    NOT_CARRIED = "not_carried"
    INVALID = "invalid"


class Reason(StrEnum):
    MAJORITY = "majority"
    ALL_SEATS = "all_seats"
    AGAINST = "against"
    NOT_ALL_SEATS = "not_all_seats"
    NO_MAJORITY = "no_majority"
    NO_QUORUM = "no_quorum"
    NOBODY_ELIGIBLE = "nobody_eligible"
    CASTING_VOTE = "casting_vote"
    TIE_WITHOUT_ABSENCE = "tie_without_absence"
    TIE_NO_CASTING_VOTE = "tie_no_casting_vote"


@dataclass(frozen=True, slots=True)
class Outcome:
    result: Result
    reason: Reason


def outcome(tally: Tally, rule: DecisionRule) -> Outcome:
    """Decide a tally by one rule: quorum, participants, unanimity, majority, tie, in this order (docs/decisions.md)."""
    counts = tally.counts
    if not quorum(counts, rule).is_reached:
        return Outcome(Result.INVALID, Reason.NO_QUORUM)
    if not counts.participating:
        return Outcome(Result.INVALID, Reason.NOBODY_ELIGIBLE)
    if rule.unanimity is not Unanimity.NONE and counts.against:
        return Outcome(Result.NOT_CARRIED, Reason.AGAINST)
    if rule.unanimity is Unanimity.ALL_SEATS_YES:
        return _all_seats(counts)
    return _majority(tally, rule)


def majority_base(counts: Counts, rule: DecisionRule) -> int:
    """Return the seats of which more than half must vote Yes: all that participate, or only those that took a side."""
    return counts.participating if rule.abstentions_count else counts.yes + counts.against


def _all_seats(counts: Counts) -> Outcome:
    """Decide by the letter of Article 5: every seat in office that is not recused votes Yes, absent seats included."""
    if counts.yes == counts.in_office - counts.recused:
        return Outcome(Result.CARRIED, Reason.ALL_SEATS)
    return Outcome(Result.NOT_CARRIED, Reason.NOT_ALL_SEATS)


def _majority(tally: Tally, rule: DecisionRule) -> Outcome:
    """Decide by majority, which must be exceeded; as many Yes as against is a tie, none of either is not."""
    counts = tally.counts
    if counts.yes > majority_base(counts, rule) * statutes.COMMITTEE_MAJORITY:
        return Outcome(Result.CARRIED, Reason.MAJORITY)
    if counts.yes == counts.against > 0:
        return _tie(tally, rule)
    return Outcome(Result.NOT_CARRIED, Reason.NO_MAJORITY)


def _tie(tally: Tally, rule: DecisionRule) -> Outcome:
    """Decide a tie. "A tie vote resulting from an absence" (Art. 13) is the President's; others are not carried."""
    if rule.casting_vote is CastingVote.ABSENCE and not tally.counts.absent:
        return Outcome(Result.NOT_CARRIED, Reason.TIE_WITHOUT_ABSENCE)
    if not _has_casting_vote(tally, rule):
        return Outcome(Result.NOT_CARRIED, Reason.TIE_NO_CASTING_VOTE)
    carried = tally.president.ballot is Ballot.YES
    return Outcome(Result.CARRIED if carried else Result.NOT_CARRIED, Reason.CASTING_VOTE)


def _has_casting_vote(tally: Tally, rule: DecisionRule) -> bool:
    """Return whether the President took a side, himself or, where the rule lets a proxy carry it, by his proxy."""
    if rule.casting_vote is CastingVote.NEVER or tally.president.ballot not in (Ballot.YES, Ballot.AGAINST):
        return False
    if tally.president.attendance is Attendance.PRESENT:
        return True
    return rule.proxy_carries_casting_vote and tally.president.attendance is Attendance.REPRESENTED
