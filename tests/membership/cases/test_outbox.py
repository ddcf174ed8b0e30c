"""Edge case 43: the mail of a decision fails or bounces, and the decision stands."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from membership.desk.waiting import waiting_for
from membership.labels.states import ApplicationState, MailState
from membership.models import OutboxMail, Release
from membership.permissions import Role
from membership.selectors.status import standing_of
from membership.services import afterwards
from membership.services.decisions import confirm, release
from membership.services.delivery import deliver_waiting
from membership.services.rounds import open_round
from tests.membership.factories import NOW, TODAY, make_ready_application
from tests.membership.inspection.test_bounces import written
from tests.membership.services.voting import close

pytestmark = pytest.mark.django_db
LETTER = "decision:"


@pytest.fixture
def approved(secretary, holders, rule):
    """An application that the Committee approved and nobody released yet."""
    with time_machine.travel(NOW, tick=False):
        application = make_ready_application()
        round_ = open_round(application.pk, holders[0], rule_id=rule.pk, now=NOW)
        close(round_, secretary, holders, "yyyyyyy")
        confirm(round_.pk, holders[0], now=NOW)
    application.refresh_from_db()
    return application


def tasks(secretary) -> list[str]:
    return [
        task.text
        for task in waiting_for(secretary, frozenset({Role.SECRETARIAT}), {}, TODAY)
        if "Telephone" in task.text
    ]


def test_case_43_a_decision_stands_although_its_mail_fails_and_bounces(
    approved, secretary, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "tests.membership.services.test_outbox.Refusing"
    with time_machine.travel(NOW, tick=False) as clock:
        with django_capture_on_commit_callbacks(execute=True):
            release(approved.rounds.get().pk, secretary, now=NOW)
        approved.refresh_from_db()
        letter = OutboxMail.objects.get(key__startswith=LETTER)

        # The decision stands, and the applicant sees it on the status page all the same.
        assert (letter.state, letter.attempts, tasks(secretary)) == (MailState.WAITING, 1, [])
        assert standing_of(approved).state == ApplicationState.APPROVED

        # After a day without delivery somebody telephones, while the machine goes on trying.
        clock.move_to(NOW + timedelta(hours=24))
        OutboxMail.objects.exclude(pk=letter.pk).delete()
        asked = tasks(secretary)
        assert asked == [
            f"Telephone the applicant of {approved.reference}: the message “{letter.subject}” could not be sent"
        ]
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        assert (deliver_waiting(NOW + timedelta(hours=24)), tasks(secretary)) == (1, [])

        # The letter comes back: the task stands again, and nothing else has changed.
        file = tmp_path / "bounce.eml"
        file.write_bytes(written("postfix", letter.message_id))
        call_command("take_bounces", str(file))
        letter.refresh_from_db()
        assert (letter.state, tasks(secretary)) == (MailState.BOUNCED, asked)
        approved.refresh_from_db()
        assert (approved.state, Release.objects.count()) == (ApplicationState.APPROVED, 1)

    # The time to sign is counted from the release, not from any delivery.
    afterwards.remind_of_signature(Release.objects.get().released_at + timedelta(days=29))
    before = approved.mails.filter(key__startswith="signature:").count()
    afterwards.remind_of_signature(Release.objects.get().released_at + timedelta(days=30))
    assert (before, approved.mails.filter(key__startswith="signature:", recipient=approved.contact_email).count()) == (
        0,
        1,
    )
