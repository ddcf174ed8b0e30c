"""Messages that are sent again."""

import pytest
from django.core import mail
from django.urls import reverse

from membership.labels.states import MailState
from membership.models import Event, OutboxMail
from tests.membership.factories import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def message(db):
    """Given up after eight attempts."""
    return OutboxMail.objects.create(
        key="receipt:1", application=ApplicationFactory(), recipient="a@example.org", language="en", subject="Receipt",
        body="Line one.\nLine two.", state=MailState.FAILED, attempts=8, last_error="refused",
    )  # fmt: skip


def test_a_message_that_was_given_up_goes_out_again(enter, secretary, message, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enter(secretary).post(reverse("desk:send_again", args=[message.pk]))

    message.refresh_from_db()
    assert (message.state, message.attempts, message.last_error) == (MailState.SENT, 1, "")
    assert [sent.to for sent in mail.outbox] == [["a@example.org"]]
    assert Event.objects.get().verb == "mail_sent_again"


def test_only_who_may_send_again_is_offered_it(enter, secretary, auditor, message):
    page = reverse("outboxmail:inspect", args=[message.pk])

    assert "Send again" in enter(secretary).get(page).content.decode()
    assert "Send again" not in enter(auditor).get(page).content.decode()


@pytest.mark.parametrize("name", ["city:index", "city:add", "member:index", "observer:add"])
def test_records_that_name_countries_bear_the_footnote(enter, secretary, name):
    assert "UNSCR 1244/1999" in enter(secretary).get(reverse(name)).content.decode()
