"""Files of a draft: random names, replaced letters, and none after the submission."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from membership.inspection.values import CheckedFile
from membership.labels.states import ApplicationState, UploadKind
from membership.models import Application, Upload
from membership.rules.errors import RuleError
from membership.services.files import attach
from tests.membership.factories import NOW, ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Application:
    return ApplicationFactory(state=ApplicationState.DRAFT, reference=None)


def checked(content: bytes = b"%PDF-1.4 one", name: str = "Писмо градоначелника.pdf") -> CheckedFile:
    return CheckedFile(content, name, "application/pdf", "pdf", "a" * 64)


def put(draft: Application, kind: UploadKind, file: CheckedFile, *, now=NOW) -> Upload:
    return attach(draft.pk, kind, file, now=now)


def test_a_file_is_kept_under_a_random_name_and_shown_under_its_own(draft):
    upload = put(draft, UploadKind.MAYOR_LETTER, checked())

    assert re.fullmatch(r"([0-9a-f]{2})/\1[0-9a-f]{30}\.pdf", upload.file.name)
    assert upload.display_name == "Писмо градоначелника.pdf"
    assert Path(upload.file.path).read_bytes() == b"%PDF-1.4 one"


def test_a_file_lies_outside_what_the_web_server_gives_out(draft, settings):
    upload = put(draft, UploadKind.MAYOR_LETTER, checked())

    assert Path(upload.file.path).is_relative_to(settings.PRIVATE_ROOT)
    assert not Path(upload.file.path).is_relative_to(settings.MEDIA_ROOT)


def test_the_same_file_twice_gets_two_names(draft):
    first, second = (put(draft, UploadKind.OTHER, checked()) for _ in range(2))

    assert first.file.name != second.file.name


def test_what_was_measured_is_stored(draft):
    upload = put(draft, UploadKind.MAYOR_LETTER, checked(b"12345"))

    assert (upload.size, upload.sha256, upload.content_type) == (5, "a" * 64, "application/pdf")


def test_a_long_name_is_cut_to_what_can_be_shown(draft):
    upload = put(draft, UploadKind.OTHER, checked(name="x" * 300))

    assert upload.display_name == "x" * 255


@pytest.mark.parametrize(
    ("kind", "standing"),
    [(UploadKind.MAYOR_LETTER, 1), (UploadKind.COUNCIL_DECISION, 1), (UploadKind.OTHER, 2)],
)
def test_a_second_file_replaces_the_first_of_a_kind_that_stands_once(draft, kind, standing):
    put(draft, kind, checked())
    put(draft, kind, checked(b"%PDF-1.4 two"), now=NOW + timedelta(minutes=5))

    assert draft.uploads.filter(replaced_at=None).count() == standing
    assert draft.uploads.count() == 2


def test_a_replaced_letter_stays_with_the_moment_it_was_replaced(draft):
    first = put(draft, UploadKind.MAYOR_LETTER, checked())
    put(draft, UploadKind.MAYOR_LETTER, checked(b"%PDF-1.4 two"), now=NOW + timedelta(minutes=5))

    first.refresh_from_db()
    assert first.replaced_at == NOW + timedelta(minutes=5)
    assert Path(first.file.path).read_bytes() == b"%PDF-1.4 one"


def test_a_letter_leaves_the_decision_of_the_council(draft):
    decision = put(draft, UploadKind.COUNCIL_DECISION, checked())
    put(draft, UploadKind.MAYOR_LETTER, checked())

    decision.refresh_from_db()
    assert decision.replaced_at is None


def test_a_file_is_recorded_without_its_name(draft):
    put(draft, UploadKind.MAYOR_LETTER, checked())

    event = draft.events.get()
    assert (event.verb, event.actor) == ("file_attached", "applicant")
    assert event.details == {"kind": "mayor_letter", "sha256": "a" * 64}


@pytest.mark.parametrize("state", ["withdrawn", "declined", "lapsed", "approved"])
def test_an_application_that_is_over_takes_no_file(state):
    application = ApplicationFactory(state=state)

    with pytest.raises(RuleError) as refusal:
        put(application, UploadKind.OTHER, checked())

    assert refusal.value.code == "already_submitted"
    assert application.uploads.count() == 0
