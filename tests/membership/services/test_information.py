"""Requests for information: only what was asked for opens, the answer is a new revision, time is the network's."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import ApplicationState, UploadKind
from membership.models import Application, SectionAnswers
from membership.selectors.drafts import open_parts
from membership.services import information
from membership.services.drafts import save_section
from membership.services.submission import freeze
from tests.membership.factories import NOW, TODAY, ApplicationFactory, UserFactory
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db
DUE = date(2027, 3, 31)


@pytest.fixture
def checked(secretary) -> Application:
    """An application that is being checked, with answers in two sections."""
    application = ApplicationFactory(state=ApplicationState.IN_CHECK)
    for section in ("role", "contribution"):
        SectionAnswers.objects.create(application=application, section=section, answers={"a": "1"}, is_complete=True)
    freeze(application)
    return application


def ask(application, user, *, sections=("role",), kinds=(), due_on=DUE, now=NOW):
    words = {"text": "Please tell us more.", "sections": sections, "kinds": kinds, "due_on": due_on}
    return information.request_information(application.pk, user, **words, now=now)


def save(application, section, value="2"):
    return save_section(application.pk, section, {"a": value}, version=1, is_complete=True, now=NOW)


def test_only_what_was_asked_for_opens(checked, secretary):
    ask(checked, secretary, kinds=[UploadKind.COUNCIL_DECISION])
    checked.refresh_from_db()
    parts = open_parts(checked)

    assert (parts.has_section("role"), parts.has_section("contribution")) == (True, False)
    assert (parts.has_kind("council_decision"), parts.has_kind("mayor_letter")) == (True, False)
    assert save(checked, "role").answers == {"a": "2"}
    assert refusal_of(save, checked, "contribution") == "already_submitted"


def test_the_answer_is_frozen_as_the_next_revision_and_the_check_goes_on(checked, secretary):
    ask(checked, secretary)
    save(checked, "role")

    revision = information.answer(checked.pk, text="", now=NOW)

    checked.refresh_from_db()
    assert (checked.state, revision.number) == (ApplicationState.IN_CHECK, 2)
    assert revision.content["answers"]["role"] == {"a": "2"}
    assert checked.revisions.get(number=1).content["answers"]["role"] == {"a": "1"}
    assert checked.mails.filter(recipient=secretary.email, key__startswith="information_given:").count() == 1


def test_without_a_change_and_without_a_word_nothing_is_sent(checked, secretary):
    ask(checked, secretary)

    assert refusal_of(information.answer, checked.pk, text=" ", now=NOW) == "request_unanswered"
    assert information.answer(checked.pk, text="It stands as it is.", now=NOW).number == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"sections": ()}, "fields_not_named"),
        ({"due_on": TODAY}, "due_date_missing"),
        ({"sections": (), "kinds": ("other",)}, ""),
        ({"due_on": TODAY + timedelta(days=1)}, ""),
    ],
)
def test_a_request_names_something_and_a_day_to_come(checked, secretary, words, code):
    if code:
        assert refusal_of(ask, checked, secretary, **words) == code
    else:
        assert ask(checked, secretary, **words).pk


def test_more_time_is_given_once_and_only_later(checked, secretary):
    ask(checked, secretary)

    assert refusal_of(information.extend, checked.pk, secretary, due_on=DUE, now=NOW) == "due_date_missing"
    later = information.extend(checked.pk, secretary, due_on=DUE + timedelta(days=1), now=NOW)
    again = refusal_of(information.extend, checked.pk, secretary, due_on=DUE + timedelta(days=9), now=NOW)

    assert (later.due_on, again) == (date(2027, 4, 1), "already_extended")


def test_the_applicant_is_reminded_three_times_and_then_the_application_lapses(checked, secretary):
    ask(checked, secretary)
    days = [-15, -14, -13, -3, 0]
    moments = [NOW.replace(month=3, day=31) + timedelta(days=day) for day in days]

    written = [information.remind_and_lapse(moment) for moment in moments]
    lapsed = [information.remind_and_lapse(NOW.replace(month=4, day=1)) for _ in range(2)]

    checked.refresh_from_db()
    assert (written, lapsed) == ([0, 1, 0, 1, 1], [1, 0])
    assert checked.state == ApplicationState.LAPSED
    assert refusal_of(information.answer, checked.pk, text="Late.", now=NOW) == "action_not_possible"
    assert checked.mails.filter(recipient=secretary.email, key__startswith="lapsed:").count() == 1


def test_a_lapsed_application_is_reopened_within_a_year(checked, secretary):
    ask(checked, secretary)
    information.remind_and_lapse(NOW.replace(month=4, day=1))
    late = NOW.replace(year=2028, month=4, day=2)

    code = refusal_of(information.reopen, checked.pk, secretary, due_on=late.date() + timedelta(days=9), now=late)
    due = date(2027, 5, 31)
    information.reopen(checked.pk, secretary, due_on=due, now=NOW.replace(month=5))

    checked.refresh_from_db()
    assert (code, checked.state) == ("reopening_too_late", ApplicationState.INFO_REQUESTED)
    assert checked.requests.get().due_on == due
    assert information.answer(checked.pk, text="Here it is.", now=NOW.replace(month=5)).number == 2


def test_only_the_secretariat_asks(checked):
    with pytest.raises(PermissionDenied):
        ask(checked, UserFactory(username="somebody"))
