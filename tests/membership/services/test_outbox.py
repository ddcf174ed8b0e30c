"""The outbox: sent after the transaction, tried again while the mail server refuses, given up at last, never twice."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from membership.emails import Message
from membership.labels.states import MailState
from membership.models import OutboxMail
from membership.services.outbox import deliver, deliver_waiting, post, send_again
from tests.membership.factories import NOW, ApplicationFactory, UserFactory, make_secretary

pytestmark = pytest.mark.django_db
EMAIL = "contact@nis.example"
MESSAGE = Message("tr", "Konu", "Metin.\n")


class Refusing(BaseEmailBackend):
    """A mail server that is not there."""

    def send_messages(self, messages):
        raise ConnectionRefusedError(111, "Connection refused")


class Unknown(BaseEmailBackend):
    """A mail server that knows no such recipient."""

    def send_messages(self, messages):
        raise SMTPRecipientsRefused({EMAIL: (550, b"no such user")})


class Broken(BaseEmailBackend):
    """A mail server of which nobody thought."""

    def send_messages(self, messages):
        raise ValueError("broken")


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def no_server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"


def write(key: str = "receipt:1") -> OutboxMail:
    return post(key, EMAIL, MESSAGE)


def standing(message: OutboxMail) -> tuple[str, int]:
    message.refresh_from_db()
    return message.state, message.attempts


def test_nothing_is_sent_before_the_transaction_ends(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = write()
        assert (mail.outbox, standing(message)) == ([], ("waiting", 0))

    assert [(sent.to, sent.subject, sent.body) for sent in mail.outbox] == [([EMAIL], "Konu", "Metin.\n")]
    message.refresh_from_db()
    assert (message.state, message.attempts, message.sent_at, message.language) == ("sent", 1, NOW, "tr")


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_leaves_no_message():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)

    assert (OutboxMail.objects.count(), mail.outbox) == (0, [])


def test_the_same_event_writes_one_message(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        first, second = write(), post("receipt:1", "other@nis.example", MESSAGE)

    assert first == second
    assert [sent.to for sent in mail.outbox] == [[EMAIL]]


def test_a_message_that_was_sent_is_not_sent_again():
    message = write()

    assert [deliver(message.pk), deliver(message.pk)] == ["sent", "sent"]
    assert deliver_waiting(NOW + timedelta(days=9)) == 0
    assert len(mail.outbox) == 1


def test_a_message_keeps_its_identity():
    message = write()
    deliver(message.pk)

    assert mail.outbox[0].extra_headers == {"Message-ID": f"<outbox-{message.pk}-20270301070000@b40>"}


def test_a_server_that_is_not_there_leaves_the_message_waiting(no_server):
    message = write()

    assert deliver(message.pk) == "waiting"
    message.refresh_from_db()
    assert (message.attempts, message.sent_at) == (1, None)
    assert message.last_error == "ConnectionRefusedError: [Errno 111] Connection refused"


def test_a_recipient_that_is_refused_leaves_the_message_waiting(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Unknown"

    assert deliver(write().pk) == "waiting"


def test_a_refusal_does_not_reach_who_caused_the_message(no_server, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = write()

    assert standing(message) == ("waiting", 1)


def test_a_fault_that_nobody_thought_of_leaves_the_message_waiting(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"

    assert deliver(write().pk) == "waiting"


@pytest.mark.django_db(transaction=True)
def test_a_message_that_vanished_does_not_reach_who_caused_it():
    with transaction.atomic():
        message = write()
        OutboxMail.objects.filter(pk=message.pk).delete()

    assert mail.outbox == []


def test_a_message_goes_out_when_the_server_is_back(settings, no_server):
    message = write()
    deliver(message.pk)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert deliver_waiting(NOW + timedelta(minutes=15)) == 1
    message.refresh_from_db()
    assert (message.state, message.attempts, message.last_error) == ("sent", 2, "")


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 15), (2, 30), (3, 45), (7, 105)])
def test_a_message_waits_longer_after_each_attempt(attempts, minutes):
    message = write()
    OutboxMail.objects.filter(pk=message.pk).update(attempts=attempts)

    assert deliver_waiting(NOW + timedelta(minutes=minutes, seconds=-1)) == 0
    assert deliver_waiting(NOW + timedelta(minutes=minutes)) == 1


def test_a_message_that_nobody_tried_is_due_at_once():
    write()

    assert deliver_waiting(NOW) == 1


@pytest.mark.parametrize(("attempts", "state"), [(7, "waiting"), (8, "failed")])
def test_a_message_is_given_up_after_eight_attempts(no_server, attempts, state):
    message = write()

    for _ in range(attempts):
        deliver(message.pk)

    assert standing(message) == (state, attempts)


def test_a_message_that_was_given_up_is_left_alone(settings, no_server):
    message = write()
    for _ in range(8):
        deliver(message.pk)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert deliver_waiting(NOW + timedelta(days=9)) == 0
    assert (deliver(message.pk), mail.outbox) == ("failed", [])


def test_one_message_that_fails_does_not_hold_up_the_next():
    bad, good = post("receipt:1", "no\naddress", MESSAGE), write("receipt:2")

    assert deliver_waiting(NOW) == 1
    assert (standing(bad), standing(good)) == (("waiting", 1), ("sent", 1))


def test_sending_again_is_recorded_and_counts_anew(django_capture_on_commit_callbacks):
    application = ApplicationFactory()
    message = post("receipt:1", EMAIL, MESSAGE, application)
    secretary = make_secretary()
    OutboxMail.objects.update(state=MailState.FAILED, attempts=8)

    with django_capture_on_commit_callbacks(execute=True):
        send_again(message.pk, secretary, now=NOW)

    assert standing(message) == ("sent", 1)
    event = application.events.get()
    assert (event.verb, event.actor) == ("mail_sent_again", f"user:{secretary.pk}")
    assert event.details == {"mail": message.pk}


def test_only_the_secretariat_sends_again():
    message = write()

    with pytest.raises(PermissionDenied):
        send_again(message.pk, UserFactory(groups=["Auditors"]), now=NOW)
