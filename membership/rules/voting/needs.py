"""What a vote in progress still needs to be carried, in codes and numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from .. import statutes
from .case import Case
from .contradictions import refuse_too_many_proxies
from .outcome import Outcome, Reason, Result, outcome
from .readings import CUMULATIVE
from .rule import DecisionRule, Unanimity
from .seat import Ballot
from .tally import PresidentVote, Tally, count, quorum


class NeedCode(StrEnum):
    NEEDS_QUORUM = "needs_quorum"
    NEEDS_SEATS = "needs_seats"
    NEEDS_YES = "needs_yes"
    NEEDS_CASTING_VOTE = "needs_casting_vote"
    CARRIED_IF_CLOSED = "carried_if_closed"
    ONE_AGAINST_BLOCKS = "one_against_blocks"
    BLOCKED_BY_AGAINST = "blocked_by_against"
    NOBODY_ELIGIBLE = "nobody_eligible"
    QUORUM_OUT_OF_REACH = "quorum_out_of_reach"
    OUT_OF_REACH = "out_of_reach"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a vote needs, or the news that it needs none. `count` is a number of seats, 0 where none is meant."""

    code: NeedCode
    count: int = 0
    article: str = ""


@dataclass(frozen=True, slots=True)
class _Open:
    """What can still move: seats in the room without a ballot, and seats away that may join."""

    pending: int
    away: int
    president_pending: bool


def what_is_needed(case: Case, rule: DecisionRule = CUMULATIVE) -> tuple[Need, ...]:
    """Return what is still needed, the first thing first.

    Ballots already cast are taken to stand. Seats that attend without a ballot may still vote; closing now would count
    them as abstaining. Numbers are the least that suffice: fewest seats joining, then fewest votes Yes, everyone else
    abstaining. Raises `CaseError` as `decide` does.
    """
    refuse_too_many_proxies(case, rule.proxy_max)
    tally = count(case)
    still_open = _still_open(case)
    missing = max(0, quorum(tally.counts, rule).need - tally.counts.attending)
    if missing > tally.counts.absent:
        return (Need(NeedCode.QUORUM_OUT_OF_REACH, missing, statutes.COMMITTEE),)
    if not tally.counts.participating and not still_open.away:
        return (Need(NeedCode.NOBODY_ELIGIBLE, article=statutes.COMMITTEE),)
    if rule.unanimity is not Unanimity.NONE and tally.counts.against:
        blocked = Need(NeedCode.BLOCKED_BY_AGAINST, tally.counts.against, statutes.ADMISSION)
        return (*_seats(missing, missing), blocked)
    way = _way(tally, rule, still_open, missing)
    if way is None:
        return (*_seats(missing, missing), Need(NeedCode.OUT_OF_REACH, article=_article_in_the_way(rule)))
    return (*way, *_warning(rule))


def _way(tally: Tally, rule: DecisionRule, still_open: _Open, missing: int) -> tuple[Need, ...] | None:
    """Return the shortest way to a carried result: fewest seats joining, then fewest more votes Yes."""
    for joining in range(missing, tally.counts.absent + 1):
        for yes, decided in _ways(tally, rule, still_open, joining):
            if decided.result is Result.CARRIED:
                return _as_needs(joining, missing, yes, decided)
    return None


def _ways(tally: Tally, rule: DecisionRule, still_open: _Open, joining: int) -> Iterator[tuple[int, Outcome]]:
    """Yield how the vote would end with so many seats joining, for each number of further votes Yes."""
    joined = _join(tally, still_open, joining)
    votes = still_open.pending + min(joining, still_open.away)
    for yes in range(votes + 1):
        yield yes, outcome(_vote_yes(joined, yes, still_open.president_pending), rule)


def _join(tally: Tally, still_open: _Open, joining: int) -> Tally:
    """Return the tally with seats joining: those that may vote first, recused ones only to fill the quorum."""
    counts = tally.counts
    voting = min(joining, still_open.away)
    joined = replace(
        counts,
        attending=counts.attending + joining,
        absent=counts.absent - joining,
        participating=counts.participating + voting,
        abstain=counts.abstain + voting,
    )
    return replace(tally, counts=joined)


def _vote_yes(tally: Tally, yes: int, president_pending: bool) -> Tally:
    """Return the tally with so many abstentions turned to Yes, the President's first, since it may decide a tie."""
    counts = replace(tally.counts, yes=tally.counts.yes + yes, abstain=tally.counts.abstain - yes)
    if not (yes and president_pending):
        return replace(tally, counts=counts)
    return Tally(counts, PresidentVote(tally.president.attendance, Ballot.YES))


def _as_needs(joining: int, missing: int, yes: int, decided: Outcome) -> tuple[Need, ...]:
    if not joining and not yes:
        return (Need(NeedCode.CARRIED_IF_CLOSED, article=_outcome_article(decided)),)
    needs = _seats(joining, missing)
    if not yes:
        return needs
    by_casting_vote = decided.reason is Reason.CASTING_VOTE
    code = NeedCode.NEEDS_CASTING_VOTE if by_casting_vote else NeedCode.NEEDS_YES
    return (*needs, Need(code, yes, _outcome_article(decided)))


def _seats(joining: int, missing: int) -> tuple[Need, ...]:
    """Return the need for seats: for the quorum alone, or for more than the quorum."""
    if not joining:
        return ()
    if joining == missing:
        return (Need(NeedCode.NEEDS_QUORUM, joining, statutes.COMMITTEE),)
    return (Need(NeedCode.NEEDS_SEATS, joining, statutes.COMMITTEE),)


def _warning(rule: DecisionRule) -> tuple[Need, ...]:
    if rule.unanimity is Unanimity.NONE:
        return ()
    return (Need(NeedCode.ONE_AGAINST_BLOCKS, article=statutes.ADMISSION),)


def _outcome_article(decided: Outcome) -> str:
    return statutes.ADMISSION if decided.reason is Reason.ALL_SEATS else statutes.COMMITTEE


def _article_in_the_way(rule: DecisionRule) -> str:
    return statutes.ADMISSION if rule.unanimity is Unanimity.ALL_SEATS_YES else statutes.COMMITTEE


def _still_open(case: Case) -> _Open:
    pending = [seat for seat in case.participating if seat.id not in case.ballots]
    away = [seat for seat in case.in_office if not case.attends(seat)]
    recused = sum(seat.id in case.recused for seat in away)
    return _Open(len(pending), len(away) - recused, president_pending=case.president in pending)
