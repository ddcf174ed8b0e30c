"""The whole Committee at the same moment, again and again: one outcome each time, no lost ballot, no error."""

from functools import partial
from itertools import count

import pytest
from django.db import connection

from membership.labels.states import Choice, RoundState
from membership.models import Ballot, Decision, Round
from membership.services.decisions import close_round
from membership.services.rounds import open_round
from membership.services.withdrawal import withdraw
from tests.membership.factories import NOW, make_ready_application
from tests.membership.services.test_concurrency import refusals, together
from tests.membership.services.voting import cast, state, vote

pytestmark = pytest.mark.django_db(transaction=True)


def repetitions() -> int:
    """Two hundred on PostgreSQL; SQLite lets one writer in at a time, so a few show the same."""
    return 200 if connection.vendor == "postgresql" else 3


@pytest.fixture
def begin(committee, secretary, rule):
    numbers = count()

    def _begin() -> Round:
        name = f"{next(numbers)} " * 4  # a city like no other: the flags look at those of the same name
        application = make_ready_application(name_en=name.strip(), name_local=name.strip())
        return open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)

    return _begin


def test_seven_seats_vote_while_the_secretary_closes(begin, secretary, holders):
    for _ in range(repetitions()):
        round_ = begin()
        for holder in holders:
            state(round_, holder)

        *votes, closing = together(
            *(partial(cast, round_, holder, Choice.YES) for holder in holders),
            partial(close_round, round_.pk, secretary, now=NOW),
        )

        taken = [vote for vote in votes if isinstance(vote, Ballot)]
        decision = Decision.objects.get(round=round_)
        assert closing == decision
        assert set(refusals(votes)) <= {"round_is_closed"}
        assert len(taken) + len(refusals(votes)) == 7
        assert len(decision.case["ballots"]) == len(taken) == Ballot.objects.filter(round_seat__round=round_).count()
        assert decision.result == ("carried" if len(taken) >= 4 else "invalid")


def test_of_two_closings_one_computes_the_result(begin, secretary, holders):
    for _ in range(repetitions()):
        round_ = begin()
        for holder in holders[:4]:
            vote(round_, holder)

        outcomes = together(*[partial(close_round, round_.pk, secretary, now=NOW)] * 2)

        assert refusals(outcomes) == ["round_is_closed"]
        assert Decision.objects.filter(round=round_).count() == 1


def test_of_a_withdrawal_and_a_closing_the_first_holds(begin, secretary, holders):
    for _ in range(repetitions()):
        round_ = begin()
        for holder in holders[:4]:
            vote(round_, holder)

        withdrawn, closed = together(
            partial(withdraw, round_.application_id, now=NOW), partial(close_round, round_.pk, secretary, now=NOW)
        )

        round_.refresh_from_db()
        came_first = "withdrawn" if round_.state == RoundState.MOOT else "closed"
        assert (withdrawn, closed)[came_first == "withdrawn"] == "round_is_closed"
        assert Decision.objects.filter(round=round_).count() == (came_first == "closed")
