"""A Committee in office, and a round that it may decide."""

import pytest

from membership.models import DecisionRule
from membership.services import rounds
from tests.membership.factories import NOW, make_committee, make_ready_application, make_rules, make_secretary


@pytest.fixture
def secretary(db):
    return make_secretary()


@pytest.fixture
def rule(db):
    """The default reading, in force since 2024."""
    return make_rules()


@pytest.fixture
def rules(rule):
    """The three readings by their keys."""
    return {row.key: row for row in DecisionRule.objects.all()}


@pytest.fixture
def committee(db):
    """Seven seats in office; the first is the President's."""
    return make_committee()


@pytest.fixture
def holders(committee):
    return [seat.holder for seat in committee]


@pytest.fixture
def president(holders):
    return holders[0]


@pytest.fixture
def opened(committee, secretary, rule):
    """A round on an application whose check is complete."""
    application = make_ready_application()
    return rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
