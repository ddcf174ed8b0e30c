"""The messages of the office: their list, their page, and what is done where one did not arrive."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from membership.desk.waiting import waiting_for
from membership.labels.states import ApplicationState, MailState
from membership.models import Event, OutboxMail
from membership.permissions import Role
from tests.membership.factories import NOW, TODAY, ApplicationFactory

pytestmark = pytest.mark.django_db


def make_mail(number: int = 1, **values) -> OutboxMail:
    values = {
        "recipient": "a@example.org",
        "language": "en",
        "subject": "Receipt",
        "body": "Line one.\nLine two.",
    } | values
    return OutboxMail.objects.create(key=f"receipt:{number}", **values)


@pytest.fixture
def message(db):
    """Given up after eight attempts."""
    return make_mail(application=ApplicationFactory(), state=MailState.FAILED, attempts=8, last_error="refused")


def page_of(message: OutboxMail) -> str:
    return reverse("desk:mail", args=[message.pk])


def tasks(user) -> list[tuple[str, str]]:
    return [(task.text, task.url) for task in waiting_for(user, frozenset({Role.SECRETARIAT}), {}, TODAY)]


def test_a_message_that_was_given_up_goes_out_again_as_a_new_one(
    enter, secretary, message, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = enter(secretary).post(reverse("desk:send_again", args=[message.pk]))

    message.refresh_from_db()
    repeat = message.repeated_by.get()
    assert answer.url == page_of(repeat)
    assert (message.state, message.attempts, message.last_error) == (MailState.FAILED, 8, "refused")
    assert (repeat.state, repeat.body) == (MailState.SENT, message.body)
    assert [sent.to for sent in mail.outbox] == [["a@example.org"]]
    assert mail.outbox[0].extra_headers["References"] == message.message_id
    assert Event.objects.get().verb == "mail_sent_again"


def test_a_form_sent_twice_sends_one_message(enter, secretary, message):
    words = {"recipient": "a@example.org", "reason": "", "repeated": 0}

    answers = [enter(secretary).post(reverse("desk:send_again", args=[message.pk]), words) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 409]
    assert OutboxMail.objects.count() == 2


def test_another_address_needs_a_reason_and_the_form_keeps_its_words(enter, secretary, message):
    words = {"recipient": "b@example.org", "reason": "", "repeated": 0}

    refused = enter(secretary).post(reverse("desk:send_again", args=[message.pk]), words)
    accepted = enter(secretary).post(
        reverse("desk:send_again", args=[message.pk]), words | {"reason": "Told on the phone."}
    )

    assert (refused.status_code, accepted.status_code) == (422, 302)
    assert 'value="b@example.org"' in refused.content.decode()
    repeat = message.repeated_by.get()
    assert (repeat.recipient, repeat.note) == ("b@example.org", "Told on the phone.")


def test_only_who_may_send_again_is_offered_it(enter, secretary, auditor, message):
    assert "Send again" in enter(secretary).get(page_of(message)).content.decode()
    assert "Send again" not in enter(auditor).get(page_of(message)).content.decode()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("unsure", "It is not known whether this message arrived"),
        ("bounced", "A mail server reported that this message could not be delivered"),
        ("failed", "it is not tried any more"),
    ],
)
def test_the_page_says_what_became_of_a_message(enter, auditor, state, words):
    message = make_mail(state=state, last_error="550 unknown user", status_code="5.1.1")

    page = enter(auditor).get(page_of(message)).content.decode()

    assert words in page
    assert all(fact in page for fact in ("550 unknown user", "5.1.1", "Line one.\nLine two."))


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("unsure", "Look whether the message “Receipt” arrived"),
        ("bounced", "Telephone the applicant of B40-M-2027-PPPP: the message “Receipt” could not be sent"),
        ("failed", "Telephone the applicant of B40-M-2027-PPPP: the message “Receipt” could not be sent"),
    ],
)
def test_what_did_not_arrive_is_a_task_until_it_is_settled(enter, secretary, state, text):
    application = ApplicationFactory(reference="B40-M-2027-PPPP", contact_email="a@example.org")
    message = make_mail(application=application, state=state)

    before = tasks(secretary)
    answer = enter(secretary).post(reverse("desk:settle_mail", args=[message.pk]), {"reason": "Told on the telephone."})

    assert (before, tasks(secretary)) == ([(text, page_of(message))], [])
    assert answer.status_code == 302
    event = Event.objects.get()
    assert (event.verb, event.details) == ("mail_settled", {"mail": message.pk, "reason": "Told on the telephone."})


def test_a_message_that_was_sent_again_is_no_task_and_its_repeat_is_one(secretary, message):
    repeat = make_mail(2, repeats=message, state=MailState.BOUNCED)

    assert tasks(secretary) == [
        ("Telephone the recipient of the message “Receipt”, which could not be sent", page_of(repeat))
    ]


@pytest.mark.parametrize(("hours", "count"), [(23, 0), (24, 1)])
def test_a_message_that_waits_is_a_task_after_a_day(secretary, hours, count):
    make_mail()
    OutboxMail.objects.update(created_at=NOW - timedelta(hours=hours))

    assert len(tasks(secretary)) == count


@pytest.mark.parametrize(("state", "days", "count"), [("submitted", 6, 1), ("submitted", 8, 0), ("draft", 1, 0)])
def test_a_link_that_did_not_arrive_is_told_of_for_some_days_and_never_of_a_draft(secretary, state, days, count):
    reference = None if state == ApplicationState.DRAFT else "B40-M-2027-QQQQ"
    application = ApplicationFactory(state=state, reference=reference)
    OutboxMail.objects.create(
        key="access:1", application=application, recipient="a@example.org", language="en", subject="Code", body="1",
        state=MailState.FAILED,
    )  # fmt: skip
    OutboxMail.objects.update(created_at=NOW - timedelta(days=days))

    assert [url for _text, url in tasks(secretary)] == [reverse("desk:dossier", args=[application.pk])] * count


@pytest.mark.parametrize(("words", "state"), [({"reason": " "}, "failed"), ({"reason": "Arrived."}, "sent")])
def test_what_was_sent_or_has_no_reason_is_not_settled(enter, secretary, words, state):
    message = make_mail(state=state)

    answer = enter(secretary).post(reverse("desk:settle_mail", args=[message.pk]), words)

    message.refresh_from_db()
    assert (answer.status_code in (409, 422), message.settled_at) == (True, None)


def test_the_list_is_counted_by_state_and_filtered(enter, auditor):
    make_mail(1, state="sent")
    make_mail(2, state="sent", language="tr", subject="Alındı")
    make_mail(3, state="bounced", last_error="550 unknown user")
    OutboxMail.objects.create(key="access:1", recipient="a@b.example", language="en", subject="Code", body="1")

    client = enter(auditor)
    page = client.get(reverse("outboxmail:index"))
    turkish = client.get(reverse("outboxmail:index"), {"state": "sent", "language": "tr"}).content.decode()

    assert page.context["counts"] == [("sent", "Sent", 2), ("bounced", "Came back", 1)]
    assert "550 unknown user" in page.content.decode()
    assert ("Alındı" in turkish, "Receipt" in turkish) == (True, False)


def test_the_list_takes_as_many_queries_for_three_as_for_one(enter, secretary):
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("outboxmail:index")).status_code == 200
        return len(captured)

    client = enter(secretary)
    make_mail(1)
    client.get(reverse("outboxmail:index"))
    one = asked()
    make_mail(2)
    make_mail(3)

    assert asked() == one


@pytest.mark.parametrize("name", ["city:index", "city:add", "member:index", "observer:add"])
def test_records_that_name_countries_bear_the_footnote(enter, secretary, name):
    assert "UNSCR 1244/1999" in enter(secretary).get(reverse(name)).content.decode()
