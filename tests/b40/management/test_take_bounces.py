"""The command that takes bounces: what is marked, who is told, and what is refused in a sentence."""

import io
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from membership.desk.waiting import waiting_for
from membership.labels.states import ApplicationState, MailState
from membership.models import Event, OutboxMail
from membership.permissions import Role
from tests.membership.factories import NOW, TODAY, ApplicationFactory, make_secretary
from tests.membership.inspection.test_bounces import written

pytestmark = pytest.mark.django_db
WHOLE = ["postfix", "postfix_headers_only", "exchange", "gmail", "exim", "international", "envelope_id"]


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def make_sent(key: str = "decision:1", **values) -> OutboxMail:
    usual = {"recipient": "contact@nis.example", "language": "tr", "subject": "Konu", "body": "Metin."}
    times = {"state": MailState.SENT, "attempts": 1, "tried_at": NOW, "sent_at": NOW}
    return OutboxMail.objects.create(key=key, **{**usual, **times, **values})


@pytest.fixture
def sent(db):
    return make_sent(application=ApplicationFactory())


@pytest.fixture
def take(tmp_path):
    """Take notifications from files; return the exit status, what was said and what was complained of."""

    def _take(*raws: bytes) -> tuple[int, str, str]:
        files = []
        for number, raw in enumerate(raws):
            file = tmp_path / f"{number}.eml"
            file.write_bytes(raw)
            files.append(str(file))
        return run(*files)

    return _take


def run(*files: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command("take_bounces", *files, stdout=out, stderr=err)
    except SystemExit as end:
        return int(end.code), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def state_of(mail: OutboxMail) -> str:
    mail.refresh_from_db()
    return mail.state


@pytest.mark.parametrize("name", WHOLE)
def test_the_bounce_of_each_server_marks_its_message(sent, take, name):
    make_sent("receipt:2")

    status, said, _ = take(written(name, sent.message_id))

    assert (status, said.endswith(f": message {sent.pk} came back\n")) == (0, True)
    assert (state_of(sent), OutboxMail.objects.filter(state="bounced").count()) == ("bounced", 1)


def test_a_bounce_is_told_to_the_secretariat_recorded_and_a_task(sent, take):
    secretary = make_secretary()

    take(written("postfix", sent.message_id))

    sent.refresh_from_db()
    assert (sent.status_code, sent.last_error[:16]) == ("5.1.1", "smtp; 550 5.1.1 ")
    event = Event.objects.get()
    assert (event.verb, event.actor, event.details) == ("mail_bounced", "clock", {"mail": sent.pk, "status": "5.1.1"})
    notice = OutboxMail.objects.get(key=f"bounced:{sent.pk}:{secretary.pk}")
    assert f"/admin/membership/messages/{sent.pk}/" in notice.body
    tasks = [task.text for task in waiting_for(secretary, frozenset({Role.SECRETARIAT}), {}, TODAY)]
    assert tasks == [f"Telephone the applicant of {sent.application.reference}: the message “Konu” could not be sent"]


def test_a_bounce_taken_twice_is_told_once(sent, take):
    make_secretary()

    first, second = take(written("postfix", sent.message_id)), take(written("postfix", sent.message_id))

    assert (first[0], second[0]) == (0, 0)
    assert (OutboxMail.objects.count(), Event.objects.count()) == (2, 1)


def test_the_bounce_of_a_notice_of_a_bounce_makes_no_circle(sent, take):
    secretary = make_secretary()
    take(written("postfix", sent.message_id))
    notice = OutboxMail.objects.get(key=f"bounced:{sent.pk}:{secretary.pk}")
    OutboxMail.objects.filter(pk=notice.pk).update(attempts=1)

    take(written("postfix", notice.message_id))

    assert (state_of(notice), OutboxMail.objects.count()) == ("bounced", 2)


@pytest.mark.parametrize("state", ["sent", "unsure", "sending", "waiting", "failed"])
def test_a_bounce_ends_every_other_state_of_a_message_that_was_tried(sent, take, state):
    OutboxMail.objects.update(state=state)

    take(written("postfix", sent.message_id))

    assert state_of(sent) == "bounced"


@pytest.mark.parametrize("name", ["delayed", "delivered"])
def test_what_is_no_failure_marks_nothing(sent, take, name):
    status, said, _ = take(written(name, sent.message_id))

    assert (status, said.endswith(": nothing came back\n"), state_of(sent)) == (0, True, "sent")


def test_without_a_message_id_the_only_recent_message_to_the_address_is_meant(sent, take):
    make_sent("receipt:2", recipient="other@nis.example")
    make_sent("receipt:3", tried_at=NOW - timedelta(days=8))

    status, _, _ = take(written("nothing_returned"))

    assert (status, state_of(sent)) == (0, "bounced")


@pytest.mark.parametrize(
    ("others", "words"),
    [
        (1, "does not say which of several messages to that address it is about"),
        (-1, "is about no message of the outbox"),
    ],
)
def test_without_a_message_id_nothing_is_guessed(sent, take, others, words):
    if others > 0:
        make_sent("receipt:2")
    else:
        sent.delete()

    status, _, complaint = take(written("nothing_returned"))

    assert (status, words in complaint) == (1, True)
    assert not OutboxMail.objects.filter(state="bounced").exists()


@pytest.mark.parametrize(
    "message_id",
    ["<outbox-999999-20270301070000@b40>", "<outbox-999999999999999999-20270301070000@b40>", "<x@elsewhere.example>"],
)
def test_a_bounce_of_somebody_elses_message_is_refused(take, message_id):
    status, _, complaint = take(written("postfix", message_id))

    assert (status, complaint.endswith("This notification is about no message of the outbox.\n")) == (1, True)


def test_a_message_id_with_another_time_is_not_believed(sent, take):
    make_sent("receipt:2")

    status, _, _ = take(written("postfix", f"<outbox-{sent.pk}-19990101000000@b40>"))

    assert (status, state_of(sent)) == (1, "sent")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "This is no e-mail message."),
        (b"\xff\x00\xfe", "This is no e-mail message."),
        (written("out_of_office"), "This is no delivery status notification (RFC 3464)."),
    ],
    ids=["nothing", "bytes", "out_of_office"],
)
def test_what_is_no_bounce_is_refused_with_a_sentence(take, raw, sentence):
    status, said, complaint = take(raw)

    assert (status, said, complaint.endswith(f": {sentence}\n")) == (1, "", True)


def test_of_several_files_the_good_ones_are_taken(sent, take):
    status, said, complaint = take(b"", written("gmail", sent.message_id))

    assert (status, said.count("came back"), complaint.count("\n"), state_of(sent)) == (1, 1, 1, "bounced")


def test_a_file_that_is_not_there_is_named(tmp_path):
    status, _, complaint = run(str(tmp_path / "none.eml"))

    assert (status, complaint) == (1, f"{tmp_path}/none.eml: No such file or directory.\n")


def test_a_notification_is_read_from_the_standard_input(sent, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(written("postfix", sent.message_id))))

    status, said, _ = run()

    assert (status, said) == (0, f"-: message {sent.pk} came back\n")


@pytest.mark.parametrize(("state", "is_told"), [("draft", False), ("submitted", True)])
def test_the_office_hears_of_a_link_only_once_the_application_is_its_own(take, state, is_told):
    make_secretary()
    reference = None if state == ApplicationState.DRAFT else "B40-M-2027-QQQQ"
    mail = make_sent("access:1", application=ApplicationFactory(state=state, reference=reference))

    take(written("postfix", mail.message_id))

    notices = OutboxMail.objects.filter(key__startswith="bounced:")
    assert (state_of(mail), notices.exists()) == ("bounced", is_told)
    assert all(f"/admin/membership/applications/{mail.application_id}/" in notice.body for notice in notices)
