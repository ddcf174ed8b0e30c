"""Keys: one draft for an address, and dead keys that open nothing."""

from datetime import timedelta

import pytest
import time_machine

from membership.labels.states import ApplicationState
from membership.models import AccessKey, Application, OutboxMail
from membership.rules.errors import RuleError
from membership.services.access import key_of, open_draft, refuse_dead, send_key, send_key_of_draft
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

    application = open_draft(sent.token, code_of(sent.key), now=NOW)

    assert (application.contact_email, application.language, application.state) == (EMAIL, "tr", "draft")
    assert list(application.events.values_list("verb", flat=True)) == ["draft_begun"]


def test_a_key_for_an_address_with_a_draft_opens_that_draft():
    draft = make_draft()
    sent = send_key(EMAIL.upper(), "tr", now=NOW)

    assert open_draft(sent.token, code_of(sent.key), now=NOW) == draft
    assert Application.objects.count() == 1


def test_a_submitted_application_does_not_stand_in_the_way_of_a_new_one():
    submitted = ApplicationFactory(contact_email=EMAIL)
    sent = send_key(EMAIL, "tr", now=NOW)

    assert open_draft(sent.token, code_of(sent.key), now=NOW) != submitted


def test_a_key_is_sent_to_the_draft_of_the_address_in_its_language():
    draft = make_draft(language="el")

    send_key_of_draft(EMAIL.upper(), now=NOW)

    mail = OutboxMail.objects.get()
    assert (mail.recipient, mail.language, mail.application) == (EMAIL, "el", draft)


def test_an_address_without_a_draft_gets_no_mail():
    ApplicationFactory(contact_email=EMAIL)

    send_key_of_draft(EMAIL, now=NOW)

    assert OutboxMail.objects.count() == 0


def test_the_limit_of_mails_to_a_draft_is_kept_in_silence():
    make_draft()

    with time_machine.travel(NOW, tick=False):
        for _ in range(7):
            send_key_of_draft(EMAIL, now=NOW)

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
