"""The end of the form: submitted once, receipt with a hash that anybody can compute."""

import json
import re
from hashlib import sha256

import pytest
from django.core import mail
from django.test import Client

from membership.labels.states import ApplicationState
from membership.models import Application, OutboxMail, Revision, SectionAnswers, Upload
from membership.services.submission import digest
from tests.membership.applicant import ANSWERS, EMAIL, PDF, letter
from tests.membership.factories import CityFactory, MemberFactory

pytestmark = pytest.mark.django_db


def test_the_receipt_names_reference_and_hash_that_anybody_can_compute(filled, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = filled.post("/tr/apply/form/submit/")
    page = filled.get(answer["Location"]).content.decode()

    application, revision = Application.objects.get(), Revision.objects.get()
    assert application.state == ApplicationState.SUBMITTED
    assert re.fullmatch(r"B40-M-\d{4}-[2-9A-Z]{4}", application.reference)
    assert (application.reference in page, revision.sha256 in page) == (True, True)
    assert digest(revision.content) == revision.sha256
    receipts = [message for message in mail.outbox if revision.sha256 in message.body]
    assert [message.to for message in receipts] == [[EMAIL], [ANSWERS["contacts"]["alternate_email"]]]
    assert all(application.reference in message.body for message in receipts)


def test_a_second_submit_shows_the_same_receipt(filled):
    first = filled.post("/tr/apply/form/submit/")["Location"]

    assert filled.post("/tr/apply/form/submit/")["Location"] == first
    assert Revision.objects.count() == 1


def test_an_incomplete_form_is_not_submitted_and_says_what_is_missing(opened):
    answer = opened.post("/en/apply/form/submit/")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "/en/apply/form/city/" in page
    assert Application.objects.get().state == ApplicationState.DRAFT


def test_a_submitted_form_cannot_be_edited_and_says_so(filled):
    receipt = filled.post("/en/apply/form/submit/")["Location"]

    answer = filled.post("/en/apply/form/city/", {**ANSWERS["city"], "postal_address": "Nova 1", "version": "1"})
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "its answers can no longer be changed" in page
    assert (f'href="{receipt}"' in page, "Nova 1" in page) == (True, True)
    assert SectionAnswers.objects.get(section="city").answers["name_en"] == "Kraljevo"


def test_another_browser_reaches_neither_form_nor_receipt(filled):
    receipt = filled.post("/tr/apply/form/submit/")["Location"]

    for path in ["/tr/apply/form/", "/tr/apply/form/city/", "/tr/apply/form/check/", receipt]:
        assert Client().get(path).status_code == 403


@pytest.mark.parametrize("path", ["", "city/", "documents/", "check/", "submit/"])
def test_every_page_of_a_submitted_form_leads_to_where_it_stands(filled, path):
    filled.post("/en/apply/form/submit/")

    answer = filled.get(f"/en/apply/form/{path}", follow=True)

    assert answer.redirect_chain[-1][0] == "/en/apply/status/"


def test_a_letter_after_submitting_waits_beside_the_application(filled):
    filled.post("/en/apply/form/submit/")

    answer = filled.post("/en/apply/form/documents/mayor_letter/", {"file": letter(name="late.pdf")})

    assert answer["Location"] == "/en/apply/status/"
    assert [file.display_name for file in Upload.objects.standing()] == ["pismo.pdf"]
    assert "late.pdf" in filled.get("/en/apply/status/").content.decode()


def test_the_hash_is_that_of_the_stored_answers_and_files_computed_by_hand(filled):
    filled.post("/en/apply/form/submit/")

    revision = Revision.objects.get()
    canonical = json.dumps(revision.content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert revision.sha256 == sha256(canonical.encode()).hexdigest()
    assert revision.content["answers"]["city"]["name_local"] == "Краљево"
    assert revision.content["answers"]["city"]["population"] == 110196
    assert [file["sha256"] for file in revision.content["files"]] == [sha256(PDF).hexdigest()]


def test_a_member_is_not_admitted_a_second_time(filled):
    MemberFactory(city=CityFactory(slug="kraljevo", country="RS", name_en="Kraljevo"))

    answer = filled.post("/en/apply/form/submit/")

    assert answer.status_code == 409
    assert "is a member of the network already" in answer.content.decode()
    assert Application.objects.get().state == ApplicationState.DRAFT


def test_the_answers_are_shown_before_submitting_each_with_a_way_to_change_it(filled):
    page = filled.get("/en/apply/form/check/").content.decode()

    for text in ["Краљево", "110,196", "Serbia", "17 December 2023", "pismo.pdf", "We would contribute"]:
        assert text in page
    for key in ["city", "mandate", "contacts", "role", "contribution", "documents", "declarations"]:
        assert f'href="/en/apply/form/{key}/"' in page


def test_mails_are_written_in_the_language_the_city_prefers(filled, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        filled.post("/tr/apply/form/submit/")

    assert {row.language for row in OutboxMail.objects.filter(key__startswith="receipt:")} == {"sr"}


def test_the_receipt_of_another_reference_is_not_found(filled):
    filled.post("/en/apply/form/submit/")

    assert filled.get("/en/apply/receipt/B40-M-2027-AAAA/").status_code == 404
