"""After submitting: messages, requests for information, insisting, the mayor's office, the ceremony."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from membership.labels.states import ApplicationState, Choice
from membership.models import Application, DossierMessage, MayorNotice
from membership.services import ballots, checking, decisions, information, messages, returning, rounds, statements
from tests.membership.applicant import ANSWERS
from tests.membership.factories import make_committee, make_rules, make_secretary

pytestmark = pytest.mark.django_db
STATUS = "/en/apply/status/"


@pytest.fixture
def submitted(filled: Client) -> Client:
    """A browser that holds a submitted application."""
    filled.post("/en/apply/form/submit/")
    return filled


@pytest.fixture
def application(submitted) -> Application:
    return Application.objects.get()


@pytest.fixture
def asked(submitted, application) -> Client:
    """A browser whose application was sent back for the section on its role."""
    secretary, now = make_secretary(), timezone.now()
    checking.take(application.pk, secretary, now=now)
    information.request_information(
        application.pk,
        secretary,
        text="Which airport?",
        sections=["role"],
        kinds=["council_decision"],
        due_on=(now + timedelta(days=30)).date(),
        now=now,
    )
    return submitted


@pytest.fixture
def secretary_decides(submitted, application):
    """Return a way to let the Committee decide on the application and release it."""

    def decide(outcome: str) -> Application:
        seats, secretary, rule, now = make_committee(), make_secretary(), make_rules(), timezone.now()
        Application.objects.update(state=ApplicationState.READY)
        round_ = rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=now)
        for seat in seats:
            statements.state_conflict(round_.pk, seat.holder, has_conflict=False, explanation="", now=now)
            choice = Choice.YES if outcome == "approved" else Choice.AGAINST
            ballots.cast(round_.pk, seat.holder, choice=choice, reason="Too early.", now=now)
        decisions.close_round(round_.pk, secretary, now=now)
        decisions.confirm(round_.pk, seats[0].holder, now=now)
        decisions.release(round_.pk, secretary, now=now)
        application.refresh_from_db()
        assert application.state == outcome
        return application

    return decide


def test_an_approved_city_accepts_the_ceremony_and_may_change_its_mind(submitted, secretary_decides):
    application = secretary_decides("approved")

    assert f'href="{STATUS}ceremony/"' in text(submitted)
    submitted.post(f"{STATUS}ceremony/", {"answer": "accepted"})
    assert "You have accepted the ceremony at the next summit." in text(submitted)
    submitted.post(f"{STATUS}ceremony/", {"answer": "postponed"})

    application.refresh_from_db()
    assert application.ceremony_answer == "postponed"


def text(browser: Client, path: str = STATUS) -> str:
    return browser.get(path).content.decode()


def test_messages_go_both_ways_and_stand_on_the_page(submitted, application):
    assert submitted.post(f"{STATUS}write/", {"body": "When?"})["Location"] == STATUS
    submitted.post(f"{STATUS}write/", {"body": "When?"})  # pressed twice
    messages.write_to_applicant(application.pk, make_secretary(), body="In May.", now=timezone.now())

    page = text(submitted)
    assert (page.count("When?"), page.count("In May.")) == (1, 1)
    assert "In May." not in application.mails.get(key__startswith="message:", language="sr").body


def test_an_empty_message_is_refused(submitted):
    answer = submitted.post(f"{STATUS}write/", {"body": " "})

    assert answer.status_code == 422
    assert "Write your message first." in answer.content.decode()
    assert not DossierMessage.objects.exists()


def test_a_request_opens_its_parts_only_and_shows_the_difference_before_sending(asked):
    form = text(asked, "/en/apply/form/")
    assert ("Which airport?" in form, 'href="/en/apply/form/role/"' in form) == (True, True)
    assert 'href="/en/apply/form/city/"' not in form
    assert asked.get("/en/apply/form/city/")["Location"] == "/en/apply/form/"
    role = text(asked, "/en/apply/form/role/")
    version = re.search(r'name="version" value="(\d+)"', role)[1]

    asked.post("/en/apply/form/role/", {**ANSWERS["role"], "national_role": "Seat of Morava.", "version": version})
    difference = text(asked, "/en/apply/form/answer/")
    answer = asked.post("/en/apply/form/answer/", {"text": "It is Morava."})

    application = Application.objects.get()
    assert ("airport" in difference, "Seat of Morava." in difference) == (True, True)
    assert (answer["Location"], application.state) == (STATUS, ApplicationState.IN_CHECK)
    assert application.newest_revision.content["answers"]["role"]["national_role"] == "Seat of Morava."


def test_nothing_changed_and_nothing_said_is_not_sent(asked):
    answer = asked.post("/en/apply/form/answer/", {"text": ""})

    assert answer.status_code == 422
    assert "Nothing was changed yet." in answer.content.decode()
    assert Application.objects.get().state == ApplicationState.INFO_REQUESTED


def test_what_was_not_asked_for_stays_closed(asked):
    assert asked.post("/en/apply/form/city/", {**ANSWERS["city"], "version": "1"}).status_code == 409


def test_a_returned_application_is_insisted_on_from_the_page(submitted, application):
    secretary, now = make_secretary(), timezone.now()
    checking.take(application.pk, secretary, now=now)
    returning.return_application(application.pk, secretary, ground="duplicate", reason="", now=now)

    assert f'href="{STATUS}insist/"' in text(submitted)
    assert submitted.post(f"{STATUS}insist/", {"reason": "We are one."})["Location"] == STATUS
    assert Application.objects.get().state == ApplicationState.READY
    assert submitted.post(f"{STATUS}insist/", {"reason": "Again."}).status_code == 409


def test_the_mayors_office_reads_with_the_code_and_confirms(submitted, application):
    body = application.mails.get(key__startswith="access:mayor:").body
    path = re.search(r"http://localhost:8000(\S+/apply/notice/\S+/)", body)[1]
    code = re.search(r"^(\d{6})$", body, re.MULTILINE)[1]
    office = Client()

    wrong = office.post(f"{path}read/", {"code": "000000" if code != "000000" else "111111"})
    copy = office.post(f"{path}read/", {"code": code})
    thanks = office.post(f"{path}confirm/", {"code": code})

    assert (wrong.status_code, copy.status_code, thanks.status_code) == (422, 200, 200)
    assert "Краљево" in copy.content.decode()
    assert MayorNotice.objects.get().answer == "confirmed"
    assert "Confirmed by the mayor’s office" in text(submitted)
    assert office.get(f"{path}read/")["Location"] == re.sub(r"/\w\w/apply", "/sr/apply", path)
    assert office.get("/en/apply/status/").status_code == 403  # the code opens a copy, not the application


def test_a_declined_city_begins_again_with_its_answers_and_the_old_application_stays(filled, secretary_decides):
    declined = secretary_decides("declined")

    assert "Begin a new application with these answers" in text(filled)
    assert filled.post(f"{STATUS}again/")["Location"] == "/en/apply/form/"

    draft = Application.objects.exclude(pk=declined.pk).get()
    saved = set(draft.sections.filter(is_complete=True).values_list("section", flat=True))
    declined.refresh_from_db()
    assert saved == set(ANSWERS) - {"declarations"}
    assert (draft.name_en, draft.state, draft.uploads.count()) == ("Kraljevo", "draft", 0)
    assert (declined.state, declined.events.last().verb) == ("declined", "begun_again")
    assert "Краљево" in text(filled, "/en/apply/form/city/")


def test_before_the_release_nobody_begins_again(submitted):
    Application.objects.update(state="declined")

    assert submitted.post(f"{STATUS}again/")["Location"] == STATUS
    assert Application.objects.count() == 1


def test_an_unknown_notice_is_told(client):
    assert client.get("/en/apply/notice/unknown/").status_code == 404


def test_the_address_of_the_mayors_office_can_be_corrected(submitted):
    assert submitted.post(f"{STATUS}mayor/", {"email": "cabinet@kraljevo.example"})["Location"] == STATUS
    assert submitted.post(f"{STATUS}mayor/", {"email": "nonsense"}).status_code == 422
    submitted.post(f"{STATUS}mayor/", {"email": "office@kraljevo.example"})

    assert submitted.post(f"{STATUS}mayor/", {"email": "x@kraljevo.example"}).status_code == 422
    assert MayorNotice.objects.count() == 3


@pytest.mark.parametrize("path", ["write/", "mayor/", "insist/", "ceremony/", "withdraw/"])
def test_opening_an_address_changes_nothing(submitted, path):
    before = Application.objects.values().get()

    assert submitted.get(f"{STATUS}{path}").status_code in (200, 302)
    assert Application.objects.values().get() == before


def test_a_hand_over_needs_an_alternate_contact(opened):
    assert opened.post("/en/apply/form/hand-over/").status_code == 429
    assert "First name an alternate contact" in text(opened, "/en/apply/form/hand-over/")
