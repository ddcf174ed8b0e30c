"""The status page: for who holds the application, from the receipt or by a mailed link; and the withdrawal."""

import pytest
from django.test import Client

from membership.labels.states import ApplicationState, RoundState
from membership.models import Application, Round
from tests.membership.applicant import EMAIL, code_from_mail, key_path_from_mail
from tests.membership.factories import ApplicationFactory, make_rules

STATUS = "/tr/apply/status/"
WITHDRAW = f"{STATUS}withdraw/"


@pytest.fixture
def submitted(filled: Client) -> Client:
    """A browser that has submitted its application."""
    assert filled.post("/tr/apply/form/submit/").status_code == 302
    return filled


def text(client: Client, path: str = STATUS) -> str:
    return client.get(path).content.decode()


def test_the_receipt_leads_to_the_status_page(submitted):
    reference = Application.objects.get().reference
    assert f'href="{STATUS}"' in text(submitted, f"/tr/apply/receipt/{reference}/")


def test_the_page_tells_reference_steps_and_documents(submitted):
    shown = text(submitted)

    assert Application.objects.get().reference in shown
    assert shown.count('class="steps__step"') == 5
    assert shown.count('aria-current="step"') == 1
    assert "pismo.pdf" in shown


def test_a_link_by_mail_leads_to_the_status_page(submitted, django_capture_on_commit_callbacks):
    other = Client()
    with django_capture_on_commit_callbacks(execute=True):
        other.post("/tr/apply/resume/", {"email": EMAIL})

    answer = other.post(key_path_from_mail(), {"code": code_from_mail()})

    # the mail is in the language which the city prefers
    assert (answer.status_code, answer["Location"]) == (302, STATUS.replace("tr", "sr"))
    assert Application.objects.get().reference in text(other)


def test_a_draft_has_no_status_page_yet(opened):
    assert opened.get(STATUS)["Location"] == "/tr/apply/form/"
    assert opened.get(WITHDRAW)["Location"] == "/tr/apply/form/"
    assert opened.post(WITHDRAW)["Location"] == "/tr/apply/form/"
    assert Application.objects.get().state == ApplicationState.DRAFT


@pytest.mark.parametrize("path", [STATUS, WITHDRAW])
def test_another_browser_is_shown_the_way_in(submitted, path):
    assert Client().get(path).status_code == 403


def test_opening_the_address_withdraws_nothing(submitted):
    assert submitted.get(WITHDRAW).status_code == 200
    assert Application.objects.get().state == ApplicationState.SUBMITTED


def test_the_button_withdraws(submitted):
    answer = submitted.post(WITHDRAW, follow=True)

    assert Application.objects.get().state == ApplicationState.WITHDRAWN
    assert answer.redirect_chain == [(STATUS, 302)]
    assert f'href="{WITHDRAW}"' not in answer.content.decode()


def test_a_second_press_shows_the_same_page(submitted):
    assert [submitted.post(WITHDRAW).status_code for _ in range(2)] == [302, 302]
    assert Application.objects.get().events.filter(verb="withdrawn").count() == 1


def test_after_the_round_it_is_too_late_and_said_so(submitted):
    application = Application.objects.get()
    Application.objects.update(state=ApplicationState.IN_ROUND)
    revision = application.newest_revision
    Round.objects.create(application=application, revision=revision, rule=make_rules(), state=RoundState.CLOSED)

    answer = submitted.post(WITHDRAW)

    assert answer.status_code == 409
    assert 'role="status"' in answer.content.decode()
    assert submitted.get(WITHDRAW)["Location"] == STATUS
    assert Application.objects.get().state == ApplicationState.IN_ROUND


@pytest.mark.parametrize("state", ["approved", "declined"])
def test_an_outcome_is_not_shown_before_it_is_released(submitted, state):
    Application.objects.update(state=ApplicationState.IN_ROUND)
    before = steady(text(submitted))
    Application.objects.update(state=state)

    assert steady(text(submitted)) == before


def steady(page: str) -> list[str]:
    """Return what a page tells, without the secret of its form and the link that a closed round takes away."""
    return [
        line
        for line in page.splitlines()
        if line.strip() and "csrfmiddlewaretoken" not in line and WITHDRAW not in line
    ]


@pytest.mark.parametrize("state", sorted(set(ApplicationState) - {ApplicationState.DRAFT}))
def test_every_state_can_be_shown(submitted, state):
    Application.objects.update(state=state)
    assert submitted.get(STATUS).status_code == 200


def test_an_older_application_of_the_address_does_not_hide_the_newest(db, client, django_capture_on_commit_callbacks):
    for day, reference in ((1, "B40-M-2027-AAAA"), (2, "B40-M-2027-BBBB")):
        ApplicationFactory(contact_email=EMAIL, reference=reference, submitted_at=f"2027-03-0{day}T10:00:00+03:00")
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/en/apply/resume/", {"email": EMAIL})

    client.post(key_path_from_mail(), {"code": code_from_mail()})

    assert "B40-M-2027-BBBB" in text(client, "/en/apply/status/")
