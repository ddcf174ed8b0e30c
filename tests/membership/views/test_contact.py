"""The form to the Secretariat: what it takes, what it refuses, and that nothing a visitor wrote is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from membership.forms.guards import opened_at
from membership.models import OutboxMail
from membership.rules.house_rules import CONTACT_KEPT_MONTHS
from membership.selectors.person import holdings
from membership.services.contact import forget_messages
from membership.services.limits import PER_HOUR_OF_A_PREFIX
from tests.membership.factories import UserFactory

pytestmark = pytest.mark.django_db
FORM, SENT = "/en/contact/write/", "/en/contact/write/sent/"
TEXT = "Where is the next summit held, and who may attend?"


@pytest.fixture
def secretary():
    return UserFactory(email="office@example.org", groups=["Secretariat"])


def filled(seconds: float = 60, **answers: str) -> dict[str, str]:
    opened = opened_at(timezone.now() - timedelta(seconds=seconds))
    return {"concern": "press", "email": "ada@example.org", "message": TEXT, "opened": opened, **answers}


def send(client, answers: dict[str, str], django_capture_on_commit_callbacks, **extra):
    with django_capture_on_commit_callbacks(execute=True):
        return client.post(FORM, answers, **extra)


def test_a_message_goes_to_the_secretariat_who_answers_to_the_writer(
    client, secretary, django_capture_on_commit_callbacks
):
    answers = filled(name="Ada", organisation="Daily Paper")
    answer = send(client, answers, django_capture_on_commit_callbacks)

    (sent,) = mail.outbox
    assert (answer.status_code, answer["Location"]) == (302, SENT)
    assert (sent.to, sent.reply_to) == (["office@example.org"], ["ada@example.org"])
    assert sent.subject == "Message from the website: A question of the press"
    assert [part in sent.body for part in (TEXT, "Name: Ada", "Daily Paper", "ada@example.org")] == [True] * 4
    assert "You get no copy" in client.get(SENT).content.decode()


def test_the_same_form_sent_twice_is_one_message(client, secretary, django_capture_on_commit_callbacks):
    answers = filled()
    for _ in range(2):
        assert send(client, answers, django_capture_on_commit_callbacks).status_code == 302

    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize("opened", [0, 13 * 3600], ids=["at once", "half a day later"])
def test_who_is_too_quick_or_late_is_asked_again_and_loses_nothing(client, secretary, opened):
    answer = client.post(FORM, filled(opened))
    page = answer.content.decode()

    assert (answer.status_code, OutboxMail.objects.count()) == (422, 0)
    assert "send it again" in page
    assert TEXT in page


def test_the_form_that_is_shown_again_can_be_sent(client, secretary):
    moment = timezone.now()
    with time_machine.travel(moment, tick=False):
        shown = client.post(FORM, filled(0)).context["form"]
    with time_machine.travel(moment + timedelta(seconds=5), tick=False):
        answer = client.post(FORM, {**filled(), "opened": shown["opened"].value()})

    assert answer.status_code == 302
    assert OutboxMail.objects.count() == 1


def test_a_program_that_fills_in_the_trap_is_told_nothing_and_sends_nothing(client, secretary):
    answer = client.post(FORM, filled(nickname="x"))

    assert (answer["Location"], OutboxMail.objects.count()) == (SENT, 0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("email", "nobody"),
        ("email", "ada@example.org\nBcc: all@example.org"),
        ("message", "too short"),
        ("message", "x" * 5_001),
        ("message", "nought \0 in the text"),
        ("concern", "other"),
        ("concern", ""),
        ("name", "x" * 121),
    ],
)
def test_what_cannot_be_is_refused_and_shown_again(client, secretary, name, value):
    answer = client.post(FORM, filled(**{name: value}))

    assert (answer.status_code, OutboxMail.objects.count()) == (422, 0)
    assert name in answer.context["form"].errors
    assert "error-summary" in answer.content.decode()


def test_line_breaks_in_a_name_make_no_header(client, secretary, django_capture_on_commit_callbacks):
    send(client, filled(name="Ada\r\nBcc: all@example.org"), django_capture_on_commit_callbacks)

    (sent,) = mail.outbox
    assert sent.message()["Bcc"] is None
    assert sent.recipients() == ["office@example.org"]


def test_the_longest_message_and_an_international_address_are_taken(client, secretary):
    answer = client.post(FORM, filled(message="ш" * 5_000, email="ada@пример.срб"))

    assert (answer.status_code, OutboxMail.objects.get().reply_to) == (302, "ada@пример.срб")


def test_without_a_secretariat_nothing_is_lost_and_it_is_said(client):
    answer = client.post(FORM, filled())

    assert answer.status_code == 503
    assert TEXT in answer.content.decode()


def test_a_network_that_writes_very_often_is_told(client, secretary):
    for number in range(PER_HOUR_OF_A_PREFIX):
        assert client.post(FORM, filled(message=f"{TEXT} {number}")).status_code == 302

    answer = client.post(FORM, filled())
    assert answer.status_code == 429
    assert TEXT in answer.content.decode()


def test_the_page_chooses_what_the_link_is_about_and_is_kept_by_no_cache(client, db):
    answer = client.get(f"{FORM}?about=barrier")

    assert (
        'value="barrier" checked' in " ".join(answer.content.decode().split())
        or answer.context["form"]["concern"].value() == "barrier"
    )
    assert "no-store" in answer["Cache-Control"]
    assert client.get(f"{FORM}?about=%00").status_code == 200


def test_the_contact_page_leads_to_the_form_and_sets_no_cookie(client, db):
    assert set(client.get(FORM).cookies) == {"b40_csrf"}
    assert not client.get(SENT).cookies


def test_messages_are_kept_for_their_term_and_found_for_the_writer(client, secretary):
    client.post(FORM, filled())
    now = timezone.now()

    assert [holding.kind for holding in holdings("ada@example.org")] == ["mail"]
    assert forget_messages(now) == 0
    assert forget_messages(now + timedelta(days=31 * CONTACT_KEPT_MONTHS)) == 1
    assert not OutboxMail.objects.exists()
