"""The clock of the check follows the state of an application."""

from datetime import date, timedelta

import pytest
import time_machine

from membership.labels.states import ApplicationState
from membership.models import Application
from membership.services import checking, information, withdrawal
from tests.membership.factories import NOW, ApplicationFactory, make_ready_application

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def clock_of(application: Application) -> tuple[date | None, int | None]:
    application.refresh_from_db()
    return application.check_due_on, application.check_days_left


def ask(application, secretary, now):
    return information.request_information(
        application.pk, secretary, text="?", sections=["city"], kinds=[], due_on=date(2027, 5, 1), now=now
    )


def test_it_runs_from_the_submission_and_taking_changes_nothing(secretary):
    application = ApplicationFactory(check_due_on=date(2027, 3, 15))

    checking.take(application.pk, secretary, now=NOW + WEEK)

    assert clock_of(application) == (date(2027, 3, 15), None)


def test_it_stands_while_the_applicant_is_asked_and_goes_on_with_the_rest(secretary):
    application = make_ready_application(state=ApplicationState.IN_CHECK, check_due_on=date(2027, 3, 15))

    ask(application, secretary, NOW + timedelta(days=2))
    stopped = clock_of(application)
    information.answer(application.pk, text="Here.", now=NOW + 3 * WEEK)

    assert stopped == (None, 8)
    assert clock_of(application) == (date(2027, 4, 1), None)


def test_it_stops_for_good_when_the_application_lies_before_the_committee(secretary):
    application = make_ready_application(state=ApplicationState.IN_CHECK, check_due_on=date(2027, 3, 15))

    checking.forward(application.pk, secretary, now=NOW + WEEK)

    assert clock_of(application) == (None, 5)


def test_it_stops_when_the_application_is_withdrawn():
    application = ApplicationFactory(check_due_on=date(2027, 3, 15))

    withdrawal.withdraw(application.pk, now=NOW)

    assert clock_of(application) == (None, 10)
