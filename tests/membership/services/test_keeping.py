"""Drafts are kept as long as promised: reminded of twice, deleted whole, and never before the last reminder had its time."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from membership.inspection.values import CheckedFile
from membership.labels.states import ApplicationState, UploadKind
from membership.models import AccessKey, Application, Event, OutboxMail, SectionAnswers, Upload
from membership.rules.errors import RuleError
from membership.selectors.drafts import kept_until
from membership.services.access import send_key
from membership.services.drafts import save_section
from membership.services.files import attach
from membership.services.keeping import delete_draft, delete_expired_drafts, delete_orphans, remind_of_drafts
from tests.membership.factories import NOW, ApplicationFactory

# one worker for all that deletes files: another one's uploads are not in its database
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]
EMAIL = "contact@nis.example"
LETTER = CheckedFile(b"%PDF-1.4 one", "pismo.pdf", "application/pdf", "pdf", "a" * 64)


def make_draft(**values) -> Application:
    draft = ApplicationFactory(state=ApplicationState.DRAFT, reference=None, contact_email=EMAIL, **values)
    Application.objects.filter(pk=draft.pk).update(edited_at=NOW)
    draft.refresh_from_db()
    return draft


def after(days: float) -> datetime:
    return NOW + timedelta(days=days)


def run(days: float) -> tuple[int, int]:
    """Let the timer run so many days after the last change; return how many were deleted and reminded of."""
    with time_machine.travel(after(days), tick=False):
        return delete_expired_drafts(after(days)), remind_of_drafts(after(days))


def full_draft() -> Application:
    """A draft with an answer, a letter and a replaced one, and a key."""
    draft = make_draft()
    save_section(draft.pk, "city", {"name_en": "Nis"}, version=0, is_complete=False, now=NOW)
    attach(draft.pk, UploadKind.MAYOR_LETTER, LETTER, now=NOW)
    attach(draft.pk, UploadKind.MAYOR_LETTER, LETTER, now=NOW)
    send_key(EMAIL, "en", now=NOW, application=draft)
    return draft


@pytest.mark.parametrize(("days", "reminded"), [(59.9, 0), (60, 1), (82.9, 1), (83, 1), (89, 1)], ids=str)
def test_a_draft_is_reminded_of_from_the_sixtieth_day(days, reminded):
    make_draft()
    assert run(days) == (0, reminded)


def test_each_reminder_is_written_once_and_the_draft_deleted_at_the_ninetieth_day():
    make_draft()

    assert [run(days) for days in (60, 61, 82, 83, 84, 89, 90)] == [
        (0, 1), (0, 0), (0, 0), (0, 1), (0, 0), (0, 0), (1, 0),
    ]  # fmt: skip
    assert Application.objects.count() == 0


def test_a_timer_that_stood_still_never_deletes_without_a_reminder():
    draft = make_draft()

    assert [run(days) for days in (200, 206.9, 207)] == [(0, 1), (0, 0), (1, 0)]
    assert not Application.objects.filter(pk=draft.pk).exists()


def test_a_late_reminder_names_the_day_it_keeps(django_capture_on_commit_callbacks):
    make_draft(language="en")
    with django_capture_on_commit_callbacks(execute=True):
        run(200)

    assert "deleted on 24 September 2027" in mail.outbox[0].subject
    assert after(207).date().isoformat() == "2027-09-24"


def test_a_change_makes_the_time_begin_anew():
    draft = make_draft()
    assert [run(60), run(83)] == [(0, 1), (0, 1)]
    save_section(draft.pk, "city", {"name_en": "Nis"}, version=0, is_complete=False, now=after(89))

    assert [run(90), run(148), run(149), run(172), run(178.9), run(179)] == [
        (0, 0), (0, 0), (0, 1), (0, 1), (0, 0), (1, 0),
    ]  # fmt: skip


def test_what_was_submitted_is_neither_reminded_of_nor_deleted():
    ApplicationFactory(contact_email=EMAIL)
    assert run(400) == (0, 0)
    assert Application.objects.count() == 1


def test_the_reminder_is_in_the_language_of_the_draft_and_leads_to_a_new_link(django_capture_on_commit_callbacks):
    make_draft(language="el", name_local="Ξάνθη")
    with django_capture_on_commit_callbacks(execute=True):
        run(60)

    message = mail.outbox[0]
    assert message.to == [EMAIL]
    assert "30 Μαΐου 2027" in message.subject
    assert "Ξάνθη" in message.body
    assert "/el/apply/resume/" in message.body


def test_the_day_until_which_a_draft_is_kept_is_counted_in_the_network():
    draft = make_draft()
    draft.edited_at = datetime.fromisoformat("2027-03-01T22:30:00+00:00")  # past midnight in Istanbul

    assert kept_until(draft).isoformat() == "2027-05-31"


def test_nothing_of_a_deleted_draft_is_left_but_the_record(django_capture_on_commit_callbacks):
    draft = full_draft()
    files = [Path(upload.file.path) for upload in draft.uploads.all()]
    assert [path.exists() for path in files] == [True, True]

    with django_capture_on_commit_callbacks(execute=True):
        assert delete_draft(draft.pk, "applicant")

    assert [path.exists() for path in files] == [False, False]
    left = [model.objects.count() for model in (Application, SectionAnswers, Upload, AccessKey, OutboxMail)]
    assert left == [0, 0, 0, 0, 0]
    assert list(Event.objects.filter(application_id=draft.pk).values_list("verb", "actor"))[-1] == (
        "draft_deleted",
        "applicant",
    )


def test_files_are_deleted_only_when_the_draft_is(django_capture_on_commit_callbacks):
    draft = full_draft()
    path = Path(draft.uploads.first().file.path)

    with django_capture_on_commit_callbacks():
        delete_draft(draft.pk, "applicant")

    assert path.exists()


def test_a_submitted_application_is_not_deleted():
    application = ApplicationFactory()
    with pytest.raises(RuleError, match="already_submitted"):
        delete_draft(application.pk, "applicant")
    assert Application.objects.count() == 1


def test_a_draft_that_was_changed_meanwhile_is_not_deleted():
    draft = make_draft()
    save_section(draft.pk, "city", {"name_en": "Nis"}, version=0, is_complete=False, now=after(1))

    assert not delete_draft(draft.pk, "clock", edited_at=NOW)
    assert Application.objects.count() == 1


def put_orphan(hours: float) -> Path:
    """Write a file to which nothing refers, so many hours ago."""
    path = Path(make_upload().file.path).with_name(f"orphan{hours}.pdf")
    path.write_bytes(b"%PDF")
    age(path, hours)
    return path


def make_upload() -> Upload:
    return attach(make_draft().pk, UploadKind.OTHER, LETTER, now=NOW)


def age(path: Path, hours: float) -> None:
    moment = timezone.now().timestamp() - hours * 3600
    os.utime(path, (moment, moment))


def test_a_file_that_nothing_refers_to_is_deleted_after_a_day():
    fresh, old = put_orphan(23), put_orphan(25)

    assert delete_orphans(timezone.now()) >= 1
    assert (fresh.exists(), old.exists()) == (True, False)


def test_a_file_of_an_upload_stays_however_old_it_is():
    path = Path(make_upload().file.path)
    age(path, 9_000)

    delete_orphans(timezone.now())
    assert path.exists()
