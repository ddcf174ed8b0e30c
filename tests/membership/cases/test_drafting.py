"""Edge cases 1 to 5, 56 and 57: from the first mail to the submission, one test each, named by its number."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone, translation

from membership.forms.sections import MEMBERSHIP
from membership.models import AccessKey, Application, OutboxMail, Revision, SectionAnswers
from tests.membership.applicant import ANSWERS, EMAIL, code_from_mail, key_path_from_mail, letter

pytestmark = pytest.mark.django_db


def test_case_01_a_double_click_on_submit_makes_one_application_and_one_receipt(filled):
    receipts = {filled.post("/en/apply/form/submit/")["Location"] for _ in range(2)}

    assert len(receipts) == 1
    assert (Application.objects.count(), Revision.objects.count()) == (1, 1)
    assert OutboxMail.objects.filter(key__startswith="receipt:", recipient=EMAIL).count() == 1


def test_case_02_of_two_tabs_the_second_sees_both_texts_and_keeps_either(opened):
    words = {**ANSWERS["role"], "version": "0"}
    opened.post("/en/apply/form/role/", {**words, "national_role": "From the first tab."})

    answer = opened.post("/en/apply/form/role/", {**words, "national_role": "From the second tab."})
    page = answer.content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))

    assert answer.status_code == 409
    assert ("From the first tab." in page, "From the second tab." in page) == (True, True)
    assert SectionAnswers.objects.get().answers["national_role"] == "From the first tab."
    assert opened.post("/en/apply/form/role/", hidden).status_code == 302
    assert SectionAnswers.objects.get().answers["national_role"] == "From the second tab."


@pytest.mark.parametrize("end", ["used", "expired"])
def test_case_03_a_dead_link_says_why_and_renews_to_the_same_address_only(begin, end):
    path, browser = begin("en"), Client()
    if end == "used":
        browser.post(path, {"code": code_from_mail()})
    else:
        AccessKey.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    dead = Client().get(path)
    renewed = Client().post(f"{path}new/", {"email": "somebody@else.example"})

    assert dead.status_code == 410
    assert {"used": "each link works once", "expired": "no longer valid"}[end] in dead.content.decode()
    assert renewed.status_code == 302
    assert set(AccessKey.objects.values_list("email", flat=True)) == {EMAIL}


def test_case_04_a_mail_scanner_that_opens_the_link_changes_nothing(begin):
    path = begin("en")
    before = AccessKey.objects.values().get()

    assert [Client().get(path).status_code, Client().head(path).status_code] == [200, 200]
    assert AccessKey.objects.values().get() == before
    assert Application.objects.count() == 0


def test_case_05_the_alternate_contact_takes_over_and_the_old_link_dies(filled, django_capture_on_commit_callbacks):
    alternate, other = ANSWERS["contacts"]["alternate_email"], Client()
    with django_capture_on_commit_callbacks(execute=True):
        filled.post("/en/apply/form/hand-over/")
    assert filled.get("/en/apply/form/").status_code == 200  # nothing has changed yet

    with django_capture_on_commit_callbacks(execute=True):
        opened = other.post(key_path_from_mail(), {"code": code_from_mail()})

    application = Application.objects.get()
    assert opened.status_code == 302
    assert application.contact_email == alternate
    assert other.get("/en/apply/form/").status_code == 200
    assert filled.get("/en/apply/form/").status_code == 403
    assert list(application.events.values_list("verb", flat=True))[-2:] == ["handover_offered", "contact_changed"]
    assert mail.outbox[-1].to == [EMAIL]


def test_case_05_an_alternate_contact_whose_colleague_left_asks_alone(filled, django_capture_on_commit_callbacks):
    alternate, other = ANSWERS["contacts"]["alternate_email"], Client()

    with django_capture_on_commit_callbacks(execute=True):
        other.post("/en/apply/resume/", {"email": alternate})
    assert mail.outbox[-1].to == [alternate]
    other.post(key_path_from_mail(), {"code": code_from_mail()})

    assert Application.objects.get().contact_email == alternate
    assert filled.get("/en/apply/form/").status_code == 403


def test_case_56_a_change_of_language_keeps_the_answers_and_the_receipt_keeps_that_of_the_submission(filled):
    in_greek = filled.get("/el/apply/form/city/").content.decode()
    filled.post("/el/apply/form/submit/")

    assert "Η τοπική αυτοδιοίκηση" in in_greek
    assert ANSWERS["city"]["name_local"] in in_greek
    assert Revision.objects.get().language == "sr"  # the language in which the city prefers mails
    with translation.override("sr"):
        assert str(MEMBERSHIP.sections["city"].title) != "The local government"


def test_case_57_every_step_is_plain_html_and_files_go_one_by_one(opened):
    for key in ANSWERS:
        page = opened.get(f"/tr/apply/form/{key}/").content.decode()
        assert re.search(r'<form method="post"[^>]*>', page)
        assert re.findall(r'<(?:button|input)[^>]*type="button"', page) == []
    upload = opened.get("/tr/apply/form/documents/mayor_letter/").content.decode()

    assert (upload.count('type="file"'), " multiple" in upload) == (1, False)
    assert opened.post("/tr/apply/form/documents/mayor_letter/", {"file": letter()}).status_code == 302
