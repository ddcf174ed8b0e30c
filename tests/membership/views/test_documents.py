"""The documents of a form: one page each, a limit, a history, and none lost."""

import pytest

from membership.labels.states import UploadKind
from membership.models import Application, Upload
from tests.membership.applicant import letter
from tests.membership.factories import ApplicationFactory, make_letter

pytestmark = pytest.mark.django_db
DOCUMENTS = "/en/apply/form/documents/"


def send(browser, kind: str, name: str = "a.pdf", **words):
    return browser.post(f"{DOCUMENTS}{kind}/", {"file": letter(name=name), **words})


def test_the_list_shows_each_kind_and_the_letter_to_begin_with(opened):
    page = opened.get(DOCUMENTS).content.decode()

    for kind in ("mayor_letter", "council_decision", "translation", "other"):
        assert f'href="{DOCUMENTS}{kind}/"' in page
    assert 'href="/en/apply/form/letter.docx"' in page


def test_eight_files_are_taken_and_the_ninth_is_refused_in_words(opened):
    answers = [send(opened, "other") for _ in range(9)]

    assert [answer.status_code for answer in answers] == [302] * 8 + [422]
    assert "At most 8 files can be kept." in answers[-1].content.decode()
    assert Upload.objects.count() == 8


def test_a_file_that_replaces_another_needs_no_room(opened):
    for kind in ["mayor_letter", *["other"] * 7]:
        send(opened, kind)

    assert send(opened, "mayor_letter", "better.pdf").status_code == 302


def test_a_council_decision_has_its_date(opened):
    day = {"document_date_day": "1", "document_date_month": "2", "document_date_year": "2026"}
    send(opened, "council_decision", **day)

    assert Upload.objects.get().document_date.isoformat() == "2026-02-01"
    assert send(opened, "council_decision", **{**day, "document_date_year": "2999"}).status_code == 422


def test_a_file_is_taken_out_only_by_the_button_and_stays_in_the_history(opened):
    send(opened, "other")
    upload = Upload.objects.get()

    assert opened.get(f"{DOCUMENTS}{upload.pk}/remove/").status_code == 200
    assert Upload.objects.standing().count() == 1
    assert opened.post(f"{DOCUMENTS}{upload.pk}/remove/")["Location"] == DOCUMENTS
    assert (Upload.objects.standing().count(), Upload.objects.count()) == (0, 1)


def test_a_file_of_another_application_cannot_be_taken_out(opened):
    foreign = make_letter(ApplicationFactory())

    assert opened.post(f"{DOCUMENTS}{foreign.pk}/remove/").status_code == 404
    foreign.refresh_from_db()
    assert foreign.replaced_at is None


def test_an_unknown_kind_is_not_found(opened):
    assert opened.get(f"{DOCUMENTS}secret/").status_code == 404


def test_a_logo_is_asked_for_after_the_approval_only(filled):
    filled.post("/en/apply/form/submit/")
    assert "documents/logo/" not in filled.get("/en/apply/status/").content.decode()

    Application.objects.update(state="declaration_signed")

    assert "documents/logo/" in filled.get("/en/apply/status/").content.decode()
    assert send(filled, "logo", "logo.pdf").status_code == 302
    assert Upload.objects.standing().filter(kind=UploadKind.LOGO).count() == 1
