"""The whole evaluation of a case: by its rule, and by the three readings beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .. import statutes
from .case import Case
from .contradictions import refuse_too_many_proxies
from .outcome import Outcome, Reason, Result, outcome
from .readings import ART13, CUMULATIVE, READINGS
from .rule import DecisionRule, Unanimity
from .tally import Counts, Quorum, count, quorum

_BOTH = (statutes.ADMISSION, statutes.COMMITTEE)


@dataclass(frozen=True, slots=True)
class Decision:
    """The computed result. `readings` names how it stands under each of the three readings, in their order.

    It is contested when the cumulative reading and Article 13 alone come to different results: then the articles
    contradict each other on this very case, and no software settles that.
    """

    rule: DecisionRule
    outcome: Outcome
    counts: Counts
    quorum: Quorum
    readings: Mapping[str, Outcome]

    @property
    def result(self) -> Result:
        return self.outcome.result

    @property
    def reason(self) -> Reason:
        return self.outcome.reason

    @property
    def is_contested(self) -> bool:
        return self.readings[CUMULATIVE.key].result is not self.readings[ART13.key].result

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that the result rests on; both when it is contested."""
        if self.is_contested or self.reason is Reason.ALL_SEATS:
            return _BOTH
        if self.reason in (Reason.AGAINST, Reason.NOT_ALL_SEATS):
            return (statutes.ADMISSION,)
        if self.reason is Reason.MAJORITY and self.rule.unanimity is not Unanimity.NONE:
            return _BOTH
        return (statutes.COMMITTEE,)


def decide(case: Case, rule: DecisionRule = CUMULATIVE) -> Decision:
    """Decide a case by a rule (Statutes, Art. 5 and 13).

    Order of seats and ballots does not matter. The readings are always the three of readings.py, also when the rule
    has parameters of its own. Raises `CaseError` if a seat holds more proxies than the rule allows.
    """
    refuse_too_many_proxies(case, rule.proxy_max)
    tally = count(case)
    return Decision(
        rule=rule,
        outcome=outcome(tally, rule),
        counts=tally.counts,
        quorum=quorum(tally.counts, rule),
        readings=MappingProxyType({key: outcome(tally, reading) for key, reading in READINGS.items()}),
    )
