"""Returning and insisting: the Secretariat has objective grounds only, the Committee decides (Art. 5)."""

from datetime import timedelta

import pytest

from membership.labels.states import ApplicationState, ReturnGround
from membership.selectors.status import insist_until
from membership.services import returning
from tests.membership.factories import NOW, ApplicationFactory
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def checked():
    return ApplicationFactory(state=ApplicationState.IN_CHECK)


def send_back(application, user, ground="duplicate"):
    return returning.return_application(application.pk, user, ground=ground, reason="See the other one.", now=NOW)


@pytest.mark.parametrize("ground", ReturnGround.values)
def test_an_objective_ground_returns_and_is_told_with_the_last_day_to_insist(checked, secretary, ground):
    send_back(checked, secretary, ground)

    checked.refresh_from_db()
    mail = checked.mails.get(key__startswith="returned:")
    assert checked.state == ApplicationState.RETURNED
    assert ("See the other one." in mail.body, "31 Mart 2027" in mail.body) == (True, True)


def test_any_other_ground_is_refused(checked, secretary):
    assert refusal_of(send_back, checked, secretary, "too_small") == "ground_not_objective"


@pytest.mark.parametrize(("days", "code"), [(30, ""), (31, "insisting_too_late")])
def test_the_applicant_insists_within_thirty_days(checked, secretary, days, code):
    send_back(checked, secretary)
    moment = NOW + timedelta(days=days)

    if code:
        assert refusal_of(returning.insist, checked.pk, reason="", now=moment) == code
    else:
        assert returning.insist(checked.pk, reason="We are one city.", now=moment).state == ApplicationState.READY
        assert checked.mails.filter(key__startswith="insisted:", recipient=secretary.email).exists()


def test_the_last_day_is_shown_only_where_something_was_returned(checked, secretary):
    assert insist_until(checked) is None
    send_back(checked, secretary)
    checked.refresh_from_db()

    assert insist_until(checked) == (NOW + timedelta(days=30)).date()
