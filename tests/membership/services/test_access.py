"""Keys: one draft for an address, codes that are counted, and dead keys that open nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from membership.labels.states import ApplicationState
from membership.models import AccessKey, Application, OutboxMail
from membership.rules.errors import RuleError
from membership.services.access import key_of, open_application, refuse_dead, send_key, send_key_of_application
from tests.membership.factories import NOW, ApplicationFactory

pytestmark = pytest.mark.django_db
EMAIL = "contact@nis.example"


def code_of(key: AccessKey) -> str:
    """Return the code from the mail, where it has a line of its own."""
    body = OutboxMail.objects.get(key=f"access:{key.pk}").body
    return next(line for line in body.splitlines() if len(line) == 6 and line.isdigit())


def make_draft(**values) -> Application:
    return ApplicationFactory(**{"state": ApplicationState.DRAFT, "reference": None, "contact_email": EMAIL, **values})


def test_a_key_for_a_new_address_begins_a_draft_and_records_it():
    sent = send_key(EMAIL, "tr", now=NOW)

    application = open_application(sent.token, code_of(sent.key), now=NOW)

    assert (application.contact_email, application.language, application.state) == (EMAIL, "tr", "draft")
    assert list(application.events.values_list("verb", flat=True)) == ["draft_begun"]


def test_a_key_for_an_address_with_a_draft_opens_that_draft():
    draft = make_draft()
    sent = send_key(EMAIL.upper(), "tr", now=NOW)

    assert open_application(sent.token, code_of(sent.key), now=NOW) == draft
    assert Application.objects.count() == 1


def test_a_submitted_application_does_not_stand_in_the_way_of_a_new_one():
    submitted = ApplicationFactory(contact_email=EMAIL)
    sent = send_key(EMAIL, "tr", now=NOW)

    assert open_application(sent.token, code_of(sent.key), now=NOW) != submitted


def test_a_key_is_sent_to_the_draft_of_the_address_in_its_language():
    draft = make_draft(language="el")

    send_key_of_application(EMAIL.upper(), now=NOW)

    mail = OutboxMail.objects.get()
    assert (mail.recipient, mail.language, mail.application) == (EMAIL, "el", draft)


def test_without_a_draft_the_key_opens_what_was_submitted_last():
    submitted = ApplicationFactory(contact_email=EMAIL)

    send_key_of_application(EMAIL, now=NOW)

    assert OutboxMail.objects.get().application == submitted


def test_a_draft_comes_before_what_was_submitted():
    ApplicationFactory(contact_email=EMAIL)
    draft = make_draft()

    send_key_of_application(EMAIL, now=NOW)

    assert OutboxMail.objects.get().application == draft


def test_an_unknown_address_gets_no_mail():
    ApplicationFactory(contact_email=EMAIL)

    send_key_of_application("other@nis.example", now=NOW)

    assert OutboxMail.objects.count() == 0


def test_the_limit_of_mails_to_a_draft_is_kept_in_silence():
    make_draft()

    with time_machine.travel(NOW, tick=False):
        for _ in range(7):
            send_key_of_application(EMAIL, now=NOW)

    assert OutboxMail.objects.count() == 5


@pytest.mark.parametrize(("hours", "is_alive"), [(24, False), (23, True)])
def test_a_key_lives_for_less_than_a_day(hours, is_alive):
    sent = send_key(EMAIL, "tr", now=NOW)
    later = NOW + timedelta(hours=hours)

    if is_alive:
        refuse_dead(key_of(sent.token), now=later)
        return
    with pytest.raises(RuleError) as refusal:
        refuse_dead(key_of(sent.token), now=later)
    assert refusal.value.code == "key_expired"


def test_the_token_is_not_stored():
    sent = send_key(EMAIL, "tr", now=NOW)

    assert sent.token not in " ".join(str(value) for value in AccessKey.objects.values().get().values())


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def refused(token: str, code: str, *, now=NOW) -> RuleError:
    with pytest.raises(RuleError) as refusal:
        open_application(token, code, now=now)
    return refusal.value


def test_a_code_written_with_spaces_opens():
    sent = send_key(EMAIL, "tr", now=NOW)
    code = code_of(sent.key)

    assert open_application(sent.token, f" {code[:3]} {code[3:]} ", now=NOW).contact_email == EMAIL


def test_an_unknown_token_is_refused():
    assert refused("nothing", "123456").code == "key_unknown"


def test_a_key_opens_once():
    sent = send_key(EMAIL, "tr", now=NOW)
    open_application(sent.token, code_of(sent.key), now=NOW)

    assert refused(sent.token, code_of(sent.key)).code == "key_used"
    assert Application.objects.count() == 1


def test_every_wrong_code_is_counted_and_says_how_many_are_left():
    sent = send_key(EMAIL, "tr", now=NOW)

    refusals = [refused(sent.token, wrong(code_of(sent.key))) for _ in range(5)]

    assert [(refusal.code, refusal.details["left"]) for refusal in refusals] == [
        ("code_wrong", 4),
        ("code_wrong", 3),
        ("code_wrong", 2),
        ("code_wrong", 1),
        ("code_wrong", 0),
    ]


@pytest.mark.parametrize(("misses", "is_open"), [(4, True), (5, False)])
def test_the_fifth_wrong_code_locks_the_key_even_for_the_right_one(misses, is_open):
    sent = send_key(EMAIL, "tr", now=NOW)
    for _ in range(misses):
        refused(sent.token, wrong(code_of(sent.key)))

    if is_open:
        assert open_application(sent.token, code_of(sent.key), now=NOW).contact_email == EMAIL
    else:
        assert refused(sent.token, code_of(sent.key)).code == "key_locked"
        assert Application.objects.count() == 0


def test_the_code_of_another_key_does_not_open():
    first, second = send_key(EMAIL, "tr", now=NOW), send_key("other@nis.example", "tr", now=NOW)
    AccessKey.objects.filter(pk=first.key.pk).update(code_hash=second.key.code_hash)

    assert refused(first.token, code_of(second.key)).code == "code_wrong"


def test_an_expired_key_does_not_open():
    sent = send_key(EMAIL, "tr", now=NOW)

    assert refused(sent.token, code_of(sent.key), now=NOW + timedelta(hours=24)).code == "key_expired"


def test_a_new_key_kills_the_older_one():
    first, second = send_key(EMAIL, "tr", now=NOW), send_key(EMAIL, "tr", now=NOW)

    assert refused(first.token, code_of(first.key)).code == "key_expired"
    assert open_application(second.token, code_of(second.key), now=NOW).contact_email == EMAIL


def test_a_new_key_leaves_that_of_another_address_alive():
    first = send_key(EMAIL, "tr", now=NOW)
    send_key("other@nis.example", "tr", now=NOW)

    assert open_application(first.token, code_of(first.key), now=NOW).contact_email == EMAIL


def test_a_new_key_of_a_draft_kills_only_that_drafts_keys():
    draft, other = make_draft(), make_draft()
    key_of_other = send_key(EMAIL, "tr", now=NOW, application=other)
    key_of_draft = send_key(EMAIL, "tr", now=NOW, application=draft)

    assert open_application(key_of_other.token, code_of(key_of_other.key), now=NOW) == other
    assert open_application(key_of_draft.token, code_of(key_of_draft.key), now=NOW) == draft


def test_an_address_gets_five_keys_an_hour():
    with time_machine.travel(NOW, tick=False):
        for _ in range(5):
            send_key(EMAIL, "tr", now=NOW)

        with pytest.raises(RuleError) as refusal:
            send_key(EMAIL.upper(), "tr", now=NOW + timedelta(minutes=59))

    assert refusal.value.code == "too_many_keys"
    assert send_key(EMAIL, "tr", now=NOW + timedelta(hours=1)).key.pk
    assert send_key("other@nis.example", "tr", now=NOW).key.pk


def test_the_mail_has_link_and_code_in_the_language_of_the_key(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        sent = send_key(EMAIL, "el", now=NOW)

    message = mail.outbox[0]
    assert message.to == [EMAIL]
    assert f"http://localhost:8000/el/apply/key/{sent.token}" in message.body
    assert code_of(sent.key) in message.body
