"""Where an application stands for its applicant: steps with days, and nothing that was not released."""

from datetime import date, datetime, timedelta

import pytest

from membership.labels.states import ApplicationState, RoundState
from membership.labels.status import ARTICLES, NOW, STEPS
from membership.models import Application, Round
from membership.selectors.status import DONE, standing_of
from membership.services import rounds
from membership.services.decisions import confirm, release
from tests.membership.factories import NOW as MOMENT
from tests.membership.factories import (
    ApplicationFactory,
    make_committee,
    make_ready_application,
    make_rules,
    make_secretary,
)
from tests.membership.services.voting import close

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary():
    return make_secretary()


def current(application: Application) -> str:
    return next((step.key for step in standing_of(application).steps if step.is_current), "")


@pytest.mark.parametrize(
    ("state", "step", "is_open"),
    [
        ("submitted", "checked", True),
        ("in_check", "checked", True),
        ("info_requested", "checked", True),
        ("returned", "checked", True),
        ("ready", "decided", True),
        ("in_round", "decided", True),
        ("declaration_signed", "celebrated", False),
        ("ceremony_done", "", False),
        ("withdrawn", "", False),
        ("lapsed", "", False),
        ("lapsed_approval", "", False),
    ],
)
def test_each_state_has_its_step(state, step, is_open):
    application = ApplicationFactory(state=state)
    assert current(application) == step
    assert standing_of(application).may_withdraw is is_open


@pytest.mark.parametrize("state", ["approved", "declined"])
def test_an_outcome_that_was_not_released_looks_like_a_round(state):
    standing = standing_of(ApplicationFactory(state=state))

    assert standing.state == ApplicationState.IN_ROUND
    assert [step.is_current for step in standing.steps] == [False, False, True, False, False]
    assert not standing.may_withdraw


def test_what_ended_shows_no_step_to_come():
    assert [step.key for step in standing_of(ApplicationFactory(state="withdrawn")).steps] == ["applied"]


def test_steps_have_the_days_on_which_they_were_done():
    application = ApplicationFactory(
        state="ceremony_done",
        submitted_at=datetime.fromisoformat("2027-03-01T22:30:00+00:00"),
        signed_on=date(2027, 6, 1),
        ceremony_on=date(2028, 1, 20),
    )
    days = {step.key: step.day for step in standing_of(application).steps}

    assert days == {
        "applied": date(2027, 3, 2),  # past midnight in Istanbul
        "checked": None,
        "decided": None,
        "signed": date(2027, 6, 1),
        "celebrated": date(2028, 1, 20),
    }


def test_every_state_and_step_has_its_words():
    assert set(DONE) == set(NOW) == set(ApplicationState) - {ApplicationState.DRAFT}
    assert set(STEPS) == set(ARTICLES)


def test_a_released_decision_is_shown_from_its_day_on(secretary):
    holders = [seat.holder for seat in make_committee()]
    application = make_ready_application()
    round_ = rounds.open_round(
        application.pk, secretary, rule_id=make_rules().pk, ordered_by_president=True, now=MOMENT
    )
    close(round_, secretary, holders, "yyyyyyy")
    application.refresh_from_db()
    before = standing_of(application)
    confirm(round_.pk, holders[0], now=MOMENT + timedelta(days=1))
    application.refresh_from_db()
    confirmed = standing_of(application)
    release(round_.pk, secretary, now=MOMENT + timedelta(days=2))
    released = standing_of(application)

    assert Round.objects.get().state == RoundState.CONFIRMED
    assert (before.may_withdraw, confirmed) == (False, before)
    assert released.state == ApplicationState.APPROVED
    assert [step.is_done for step in released.steps] == [True, True, True, False, False]
