"""The outbox: sent after the transaction, tried again while the mail server refuses, given up at last, never twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException, SMTPServerDisconnected

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.mail.backends import locmem
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connections, transaction
from wagtail.users.models import UserProfile

from membership.emails import Message, Notice
from membership.labels.states import MailState
from membership.models import OutboxMail
from membership.rules.errors import RuleError
from membership.services.delivery import deliver, deliver_waiting
from membership.services.outbox import post, post_to_office
from membership.services.resending import send_again, settle
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


class HangingUp(BaseEmailBackend):
    """A mail server that hangs up where its answer should come."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected("Connection unexpectedly closed")


class Hanging(BaseEmailBackend):
    """A mail server that never answers."""

    def send_messages(self, messages):
        raise TimeoutError("timed out")


class Rejecting(BaseEmailBackend):
    """A mail server that does not take the text."""

    def send_messages(self, messages):
        raise SMTPDataError(451, b"try again later")


class NotOpening(BaseEmailBackend):
    """A mail server that hangs up before anything was said."""

    def open(self):
        raise SMTPServerDisconnected("Connection unexpectedly closed")


class RudeAtParting(locmem.EmailBackend):
    """A mail server that takes the message and fails when it is left."""

    def close(self):
        raise SMTPResponseException(500, b"no")


class Doubted(locmem.EmailBackend):
    """A mail server so slow that another run gives the message up meanwhile."""

    def send_messages(self, messages):
        OutboxMail.objects.update(state=MailState.UNSURE)
        return super().send_messages(messages)


class Slow(locmem.EmailBackend):
    """A mail server that answers only after somebody else has written to the database."""

    def send_messages(self, messages):
        with ThreadPoolExecutor(1) as thread:
            thread.submit(self._write).result(15)
        return super().send_messages(messages)

    @staticmethod
    def _write():
        OutboxMail.objects.update(subject="Written meanwhile")
        OutboxMail.objects.create(key="meanwhile", recipient=EMAIL, language="en", subject="Written meanwhile", body="")
        connections.close_all()


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

    assert mail.outbox[0].extra_headers == {
        "Message-ID": f"<outbox-{message.pk}-20270301070000@b40>",
        "Auto-Submitted": "auto-generated",
    }


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


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 15), (2, 30), (3, 60), (7, 960)])
def test_a_message_waits_twice_as_long_after_each_attempt_counted_from_it(attempts, minutes):
    message = write()
    written_long_ago = NOW - timedelta(days=3)
    OutboxMail.objects.filter(pk=message.pk).update(attempts=attempts, tried_at=NOW, created_at=written_long_ago)

    assert deliver_waiting(NOW + timedelta(minutes=minutes, seconds=-1)) == 0
    assert deliver_waiting(NOW + timedelta(minutes=minutes)) == 1


def test_a_message_tried_before_attempts_were_timed_is_due_at_once():
    message = write()
    OutboxMail.objects.filter(pk=message.pk).update(attempts=3)

    assert deliver_waiting(NOW) == 1


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


@pytest.mark.parametrize(
    ("backend", "state"),
    [("HangingUp", "unsure"), ("Hanging", "unsure"), ("Rejecting", "waiting"), ("NotOpening", "waiting")],
)
def test_a_line_that_breaks_after_the_message_leaves_a_doubt_and_a_clear_no_none(settings, backend, state):
    settings.EMAIL_BACKEND = f"{__name__}.{backend}"
    message = write()

    assert deliver(message.pk) == state
    assert deliver_waiting(NOW + timedelta(days=9)) == 0
    assert standing(message)[0] == state


def test_a_fault_in_taking_leave_of_the_server_is_none_of_the_message(settings):
    settings.EMAIL_BACKEND = f"{__name__}.RudeAtParting"

    assert deliver(write().pk) == "sent"


@pytest.mark.parametrize(("seconds", "state"), [(599, "sending"), (600, "unsure")])
def test_a_message_without_an_answer_is_doubted_after_ten_minutes_and_never_sent_by_itself(seconds, state):
    message = write()
    OutboxMail.objects.filter(pk=message.pk).update(state=MailState.SENDING, attempts=1, tried_at=NOW)

    assert deliver_waiting(NOW + timedelta(seconds=seconds)) == 0
    assert deliver(message.pk) == state
    assert mail.outbox == []


def test_the_answer_of_the_server_ends_a_doubt_that_came_up_meanwhile(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Doubted"

    assert deliver(write().pk) == "sent"


@pytest.mark.django_db(transaction=True)
def test_others_write_while_the_mail_server_answers(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Slow"
    message = write()

    assert (deliver(message.pk), OutboxMail.objects.get(key="meanwhile").subject) == ("sent", "Written meanwhile")


def test_many_are_not_kept_waiting_for_a_server_that_is_not_there(no_server, django_capture_on_commit_callbacks):
    people = [UserFactory(groups=["Secretariat"]) for _ in range(3)]

    with django_capture_on_commit_callbacks(execute=True):
        post_to_office("submitted:1", Notice("office_digest", {"applications": []}, "/admin/"))

    tried = OutboxMail.objects.order_by("pk").values_list("recipient", "attempts")
    assert list(tried) == [(people[0].email, 1), (people[1].email, 0), (people[2].email, 0)]


def test_everybody_is_written_to_in_the_language_of_the_account():
    languages = {"tr": "tr", "el": "el", "": "en", "xx": "en"}
    for chosen in languages:
        user = UserFactory(username=f"reads-{chosen}", groups=["Secretariat"])
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": chosen})
    UserFactory(username="no-profile", groups=["Secretariat"])

    post_to_office("submitted:1", Notice("office_digest", {"applications": []}, "/admin/"))

    written = dict(OutboxMail.objects.values_list("recipient", "language"))
    expected = {f"reads-{chosen}@example.org": language for chosen, language in languages.items()}
    assert written == {**expected, "no-profile@example.org": "en"}


@pytest.fixture
def failed(db):
    return OutboxMail.objects.create(
        key="receipt:1", application=ApplicationFactory(), recipient=EMAIL, language="tr", subject="Konu",
        body="Metin.", attachment_name="a.pdf", attachment=b"%PDF-", state=MailState.FAILED, attempts=8,
    )  # fmt: skip


def test_sending_again_writes_a_new_message_and_leaves_the_earlier_one(failed, django_capture_on_commit_callbacks):
    secretary = make_secretary()

    with django_capture_on_commit_callbacks(execute=True):
        repeat = send_again(failed.pk, secretary, now=NOW)

    assert (standing(failed), standing(repeat)) == (("failed", 8), ("sent", 1))
    assert (repeat.repeats, repeat.recipient, repeat.body) == (failed, EMAIL, "Metin.")
    assert mail.outbox[0].attachments[0].content == b"%PDF-"
    assert repeat.message_id != failed.message_id
    event = failed.application.events.get()
    assert (event.verb, event.actor) == ("mail_sent_again", f"user:{secretary.pk}")
    assert event.details == {"mail": repeat.pk, "repeats": failed.pk, "corrected": False, "reason": ""}


def test_the_record_of_a_corrected_address_holds_the_reason_and_no_address(failed):
    send_again(failed.pk, make_secretary(), recipient="b@nis.example", reason="Told on the phone.", now=NOW)

    details = failed.application.events.get().details
    assert (details["corrected"], details["reason"]) == (True, "Told on the phone.")
    assert "nis.example" not in str(details)


@pytest.mark.parametrize(
    ("values", "words", "code"),
    [
        ({}, {"recipient": "b@nis.example"}, "reason_missing"),
        ({}, {"repeated": 1}, "already_sent_again"),
        ({"state": "waiting"}, {}, "mail_on_its_way"),
        ({"state": "sending"}, {}, "mail_on_its_way"),
        ({"recipient": ""}, {}, "recipient_missing"),
    ],
)
def test_what_is_not_sent_again(failed, values, words, code):
    OutboxMail.objects.update(**values)

    with pytest.raises(RuleError) as refusal:
        send_again(failed.pk, make_secretary(), now=NOW, **words)

    assert (refusal.value.code, OutboxMail.objects.count()) == (code, 1)


def test_a_message_that_waits_goes_to_a_corrected_address_at_once(failed):
    OutboxMail.objects.update(state=MailState.WAITING)

    repeat = send_again(failed.pk, make_secretary(), recipient="b@nis.example", reason="A typing error.", now=NOW)

    assert repeat.recipient == "b@nis.example"


@pytest.mark.parametrize("act", [send_again, settle], ids=lambda act: act.__name__)
def test_only_the_secretariat_sends_again_and_settles(failed, act):
    words = {"reason": "Arrived."} if act is settle else {}

    with pytest.raises(PermissionDenied):
        act(failed.pk, UserFactory(groups=["Auditors"]), now=NOW, **words)


@pytest.mark.parametrize("act", [send_again, settle], ids=lambda act: act.__name__)
def test_a_message_that_opens_a_draft_is_not_for_the_office(act):
    message = write("access:1")

    with pytest.raises(OutboxMail.DoesNotExist):
        act(message.pk, make_secretary(), reason="Arrived.", now=NOW)


def test_a_message_is_settled_once(failed):
    secretary = make_secretary()
    settle(failed.pk, secretary, reason="Told on the phone.", now=NOW)

    with pytest.raises(RuleError) as refusal:
        settle(failed.pk, secretary, reason="Once more.", now=NOW)

    failed.refresh_from_db()
    assert (refusal.value.code, failed.settled_at, failed.note) == ("already_settled", NOW, "Told on the phone.")
