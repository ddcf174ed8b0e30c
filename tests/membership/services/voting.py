"""Statements, ballots and refusals, for the tests of rounds."""

import pytest

from membership.labels.states import Choice
from membership.models import Ballot, ConflictStatement, Decision, Round
from membership.rules.errors import RuleError
from membership.services import ballots, decisions, statements
from tests.membership.factories import NOW


def refusal_of(act, *args, **kwargs) -> str:
    """Return the code with which the act is refused."""
    with pytest.raises(RuleError) as refusal:
        act(*args, **kwargs)
    return refusal.value.code


def state(round_: Round, user, *, explanation: str = "") -> ConflictStatement:
    """State a conflict where there is an explanation of one."""
    return statements.state_conflict(round_.pk, user, has_conflict=bool(explanation), explanation=explanation, now=NOW)


def cast(round_: Round, user, choice: Choice = Choice.YES, reason: str = "") -> Ballot:
    return ballots.cast(round_.pk, user, choice=choice, reason=reason, now=NOW)


def vote(round_: Round, user, choice: Choice = Choice.YES) -> Ballot:
    """State that there is no conflict, and vote."""
    state(round_, user)
    return cast(round_, user, choice, "Too early." if choice == Choice.AGAINST else "")


def close(round_: Round, secretary, holders, choices: str) -> Decision:
    """Close after one vote for each letter: y yes, n against, a abstain; who has no letter stays away."""
    words = {"y": Choice.YES, "n": Choice.AGAINST, "a": Choice.ABSTAIN}
    for user, letter in zip(holders, choices, strict=False):
        vote(round_, user, words[letter])
    return decisions.close_round(round_.pk, secretary, now=NOW)
