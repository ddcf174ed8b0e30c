"""Withdrawing: possible until the round is closed; an open round ends without object, and its ballots stand."""

import pytest

from membership.labels.states import ApplicationState, RoundState
from membership.models import Ballot
from membership.services.decisions import close_round, confirm
from membership.services.withdrawal import withdraw
from tests.membership.factories import NOW, ApplicationFactory, make_ready_application
from tests.membership.services.voting import close, refusal_of, vote

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["submitted", "in_check", "info_requested", "returned", "ready"])
def test_an_application_is_withdrawn_before_its_round(state):
    application = withdraw(ApplicationFactory(state=state).pk, now=NOW)

    application.refresh_from_db()
    assert (application.state, application.state_since) == (ApplicationState.WITHDRAWN, NOW)
    assert list(application.events.values_list("verb", "actor")) == [("withdrawn", "applicant")]


def test_withdrawing_twice_changes_nothing():
    application = ApplicationFactory()
    withdraw(application.pk, now=NOW)
    version = withdraw(application.pk, now=NOW).version

    application.refresh_from_db()
    assert application.version == version
    assert application.events.count() == 1


def test_an_open_round_ends_without_object_and_keeps_its_ballots(opened, holders, secretary):
    vote(opened, holders[0])

    withdraw(opened.application_id, now=NOW)

    opened.refresh_from_db()
    assert (opened.state, opened.closed_at) == (RoundState.MOOT, NOW)
    assert Ballot.objects.count() == 1
    assert refusal_of(vote, opened, holders[1]) == "round_is_closed"
    assert refusal_of(close_round, opened.pk, secretary, now=NOW) == "round_is_closed"


def test_a_closed_round_is_not_taken_back(opened, holders, secretary):
    close(opened, secretary, holders, "yyyyyyy")

    assert refusal_of(withdraw, opened.application_id, now=NOW) == "round_is_closed"

    opened.refresh_from_db()
    assert opened.state == RoundState.CLOSED
    assert opened.application.state == ApplicationState.IN_ROUND


def test_a_decided_application_is_not_withdrawn(opened, holders, secretary, president):
    close(opened, secretary, holders, "yyyyyyy")
    confirm(opened.pk, president, now=NOW)

    assert refusal_of(withdraw, opened.application_id, now=NOW)
    opened.application.refresh_from_db()
    assert opened.application.state == ApplicationState.APPROVED


def test_a_new_application_of_the_city_can_follow():
    application = make_ready_application()
    withdraw(application.pk, now=NOW)

    assert make_ready_application().state == ApplicationState.READY
