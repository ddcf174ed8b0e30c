"""The flags that are kept for the list follow what the dossier would say."""

from datetime import timedelta

import pytest
import time_machine

from membership.inspection.values import CheckedFile
from membership.labels.flags import FLAG_NAMES, FLAGS
from membership.labels.states import ApplicationState, UploadKind
from membership.models import ApplicationFlag, Revision
from membership.services import withdrawal
from membership.services.files import attach
from membership.services.flagging import refresh_all_flags, refresh_flags
from tests.membership.applicant import PDF
from tests.membership.factories import NOW, TODAY, ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def kept(application) -> list[tuple[str, str | None]]:
    rows = ApplicationFlag.objects.filter(application=application).order_by("key", "pk")
    return [(row.key, row.other.reference if row.other else None) for row in rows]


def make(reference: str, **values):
    return ApplicationFactory(reference=reference, **values)


def test_each_flag_has_a_short_name():
    assert list(FLAG_NAMES) == list(FLAGS)


def test_two_applications_of_one_city_are_flagged_both():
    first, second = make("A", name_en="Niš"), make("B", name_en="Nis", name_local="Ниш")

    refresh_flags(second.pk, TODAY)

    assert (kept(first), kept(second)) == ([("duplicate", "B")], [("duplicate", "A")])


def test_the_flag_of_the_other_goes_with_what_it_spoke_of(django_capture_on_commit_callbacks):
    first, second = make("A", name_en="Niš"), make("B", name_en="Nis")
    refresh_flags(second.pk, TODAY)

    with django_capture_on_commit_callbacks(execute=True):
        withdrawal.withdraw(second.pk, now=NOW)

    assert kept(first) == []


def test_looking_twice_keeps_one_row():
    application = make("A", letter_received_on=TODAY)

    refresh_flags(application.pk, TODAY)
    refresh_flags(application.pk, TODAY)

    assert kept(application) == [("by_letter", None)]


def test_a_mandate_that_ends_is_flagged_by_the_daily_look():
    application = make("A")
    content = {"answers": {"mandate": {"mandate_ends": TODAY.isoformat()}}, "files": []}
    Revision.objects.create(application=application, number=1, language="tr", content=content, sha256="a" * 64)

    first = refresh_all_flags(NOW)
    on_the_day = kept(application)
    second = refresh_all_flags(NOW + timedelta(days=1))

    assert (first, on_the_day) == (1, [])
    assert (second, kept(application)) == (1, [("mandate_ended", None)])


def test_what_was_decided_is_looked_at_once_only():
    make("A", state=ApplicationState.DECLINED)

    assert [refresh_all_flags(NOW), refresh_all_flags(NOW + timedelta(days=1))] == [1, 0]


def test_a_draft_has_no_flags():
    draft = ApplicationFactory(reference=None, state=ApplicationState.DRAFT, letter_received_on=TODAY)

    refresh_flags(draft.pk, TODAY)

    assert kept(draft) == []


@pytest.mark.xdist_group("private files")
def test_a_late_file_is_flagged(django_capture_on_commit_callbacks):
    application = make("A")
    file = CheckedFile(PDF, "late.pdf", "application/pdf", "pdf", "2" * 64)

    with django_capture_on_commit_callbacks(execute=True):
        upload = attach(application.pk, UploadKind.OTHER, file, now=NOW)

    assert kept(application) == [("late_file", None)]
    upload.file.delete(save=False)
