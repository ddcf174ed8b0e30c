"""Edge cases 15 to 19: files, late documents, and what nobody can change any more; one test each, named by its number."""

from socket import socket
from socketserver import BaseRequestHandler, TCPServer
from threading import Thread

import pytest
from django.core.files.base import ContentFile

from membership.inspection.values import CheckedFile
from membership.labels.checklist import CHECKLIST
from membership.labels.states import ApplicationState, Choice, ScanState, UploadKind
from membership.models import Application, Round, SectionAnswers, Upload
from membership.selectors.rounds import standings
from membership.services import checking, dossier, scanning
from membership.services.ballots import record_ballot
from membership.services.decisions import close_round
from membership.services.files import attach
from membership.services.rounds import open_round
from tests.membership.applicant import ANSWERS, PDF, letter
from tests.membership.factories import NOW, ApplicationFactory, make_letter, make_ready_application
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db
FILE = CheckedFile(PDF, "a.pdf", "application/pdf", "pdf", "c" * 64)


def pending(application: Application) -> Upload:
    upload = make_letter(application)
    upload.file.save("ab/cd.pdf", ContentFile(PDF), save=False)
    upload.scan = ScanState.PENDING
    upload.save()
    return upload


class Scanner(BaseRequestHandler):
    """A scanner that finds a virus in whatever it is sent; a real one is tried in tests/membership/inspection."""

    def handle(self) -> None:
        received = b""
        while not received.endswith(b"\0\0\0\0"):
            received += self.request.recv(65536)
        self.request.sendall(b"stream: B40.Test FOUND\0")


@pytest.fixture
def finding_scanner(settings):
    with TCPServer(("127.0.0.1", 0), Scanner) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAMAV_URL = f"tcp://127.0.0.1:{server.server_address[1]}"
        yield
        server.shutdown()


@pytest.fixture
def scanner_down(settings):
    """The address of a port that nobody listens on any more."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings.CLAMAV_URL = f"tcp://127.0.0.1:{probe.getsockname()[1]}"


def test_case_15_a_virus_is_deleted_its_hash_stays_and_the_applicant_may_replace_it(finding_scanner, settings):
    application = ApplicationFactory()
    upload = pending(application)
    submitted, name, storage = application.submitted_at, upload.file.name, upload.file.storage

    scanning.scan(upload.pk)
    settings.CLAMAV_URL = ""
    replaced = attach(application.pk, UploadKind.MAYOR_LETTER, FILE, now=NOW)

    upload.refresh_from_db()
    application.refresh_from_db()
    assert (upload.scan, upload.file.name, upload.sha256) == (ScanState.INFECTED, "", "1" * 64)
    assert storage.exists(name)  # it is deleted when the transaction is over
    assert application.mails.filter(key=f"infected:{upload.pk}", recipient=application.contact_email).exists()
    assert (replaced.is_late, application.submitted_at) == (False, submitted)
    assert list(application.uploads.standing()) == [replaced]


def test_case_16_a_scanner_that_is_down_holds_up_no_submission_only_the_forwarding(filled, scanner_down, secretary):
    Upload.objects.update(scan=ScanState.PENDING)
    filled.post("/en/apply/form/submit/")
    application = Application.objects.get()
    assert application.state == ApplicationState.SUBMITTED
    assert scanning.scan_waiting() == 0

    checking.take(application.pk, secretary, now=NOW)
    words = {"checked": list(CHECKLIST), "recommendation": "Yes.", "incomplete_note": ""}
    checking.save_check(application.pk, secretary, **words, now=NOW)

    assert refusal_of(checking.forward, application.pk, secretary, now=NOW) == "files_not_scanned"
    Upload.objects.update(scan=ScanState.CLEAN)
    assert checking.forward(application.pk, secretary, now=NOW).state == ApplicationState.READY


def test_case_17_a_file_of_the_wrong_kind_is_refused_in_words(opened):
    answer = opened.post("/en/apply/form/documents/mayor_letter/", {"file": letter(b"MZ\x90" + b"\0" * 300)})

    assert answer.status_code == 422
    assert "The file is not a PDF, JPG or PNG, whatever its name says." in answer.content.decode()


def test_case_18_a_late_document_waits_on_the_shelf_until_it_is_taken_in_as_a_revision(secretary):
    application = make_ready_application()

    late = attach(application.pk, UploadKind.OTHER, FILE, now=NOW)
    shelf = list(application.uploads.standing())
    revision = dossier.take_in(application.pk, secretary, upload_id=late.pk, now=NOW)

    assert (late.is_late, shelf) == (True, [])
    assert (revision.number, [file["id"] for file in revision.content["files"]]) == (2, [late.pk])
    assert list(application.uploads.standing()) == [late]


def test_case_18_what_is_taken_in_while_a_round_is_open_makes_its_ballots_stale(committee, secretary, rule):
    application = make_ready_application()
    round_ = open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
    seat = round_.seats.first()
    record_ballot(round_.pk, secretary, round_seat_id=seat.pk, choice=Choice.YES, reason="", now=NOW)
    late = attach(application.pk, UploadKind.OTHER, FILE, now=NOW)

    revision = dossier.take_in(application.pk, secretary, upload_id=late.pk, now=NOW)

    round_ = Round.objects.get()
    row = next(row for row in standings(round_) if row.seat == seat)
    assert (late.is_late, round_.revision, row.ballot, str(row.void)) == (True, revision, None, "stale")


def test_case_18_nothing_is_taken_in_once_the_round_is_closed(committee, secretary, rule):
    application = make_ready_application()
    round_ = open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
    for seat in round_.seats.all():
        record_ballot(round_.pk, secretary, round_seat_id=seat.pk, choice=Choice.YES, reason="", now=NOW)
    late = attach(application.pk, UploadKind.OTHER, FILE, now=NOW)
    close_round(round_.pk, secretary, now=NOW)

    code = refusal_of(dossier.take_in, application.pk, secretary, upload_id=late.pk, now=NOW)

    assert code == "action_not_possible"


def test_case_19_while_a_round_is_open_no_answer_can_be_changed(filled):
    filled.post("/en/apply/form/submit/")
    Application.objects.update(state=ApplicationState.IN_ROUND)

    answer = filled.post("/en/apply/form/city/", {**ANSWERS["city"], "name_en": "Other", "version": "1"})

    assert answer.status_code == 409
    assert SectionAnswers.objects.get(section="city").answers["name_en"] == "Kraljevo"
    assert filled.get("/en/apply/status/withdraw/").status_code == 200
