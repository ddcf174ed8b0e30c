"""The path of an applicant from the first question to the receipt, as requests."""

import re

import pytest
from django.core import mail
from django.test import Client

from membership.labels.states import ApplicationState
from membership.models import AccessKey, Application, Revision, SectionAnswers, Upload
from membership.services.submission import digest
from tests.membership.applicant import ANSWERS, EMAIL, PDF, code_from_mail, key_path_from_mail
from tests.membership.views.conftest import letter

pytestmark = pytest.mark.django_db


def test_eligibility_stores_nothing_and_sets_no_cookie(client):
    answer = client.get("/tr/apply/?kind=local_government_in_region&country=RS")

    assert answer.status_code == 200
    assert not answer.cookies
    assert "/tr/apply/start/" in answer.content.decode()
    assert (AccessKey.objects.count(), Application.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("query", "can_begin"),
    [
        ("kind=local_government_in_region&country=XK", True),
        ("kind=local_government_in_region&country=elsewhere", False),
        ("kind=local_government_outside&country=elsewhere&population=500000", False),
        ("kind=local_association&country=BG", False),
        ("kind=international_body", False),
    ],
)
def test_only_local_governments_of_the_region_are_led_to_the_form(client, query, can_begin):
    page = client.get(f"/en/apply/?{query}")

    assert page.status_code == 200
    assert ('href="/en/apply/start/"' in page.content.decode()) is can_begin


@pytest.mark.parametrize(
    "query", ["kind=mayor", "kind=local_association", "kind=local_government_in_region&country=DE"]
)
def test_a_wrong_question_is_told_with_status_422(client, query):
    answer = client.get(f"/en/apply/?{query}")

    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


def test_opening_the_link_changes_nothing(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/tr/apply/start/", {"email": EMAIL})
    scanner = Client()

    for _ in range(3):
        assert scanner.get(key_path_from_mail()).status_code == 200

    assert Application.objects.count() == 0
    assert AccessKey.objects.get().used_at is None


def test_a_wrong_code_is_refused_and_the_fifth_closes_the_link(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        key = client.post("/en/apply/start/", {"email": EMAIL})["Location"]
    wrong = "000000" if code_from_mail() != "000000" else "111111"

    statuses = [client.post(key, {"code": wrong}).status_code for _ in range(5)]

    assert statuses == [422, 422, 422, 422, 410]
    assert client.post(key, {"code": code_from_mail()}).status_code == 410
    assert Application.objects.count() == 0


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12a456"])
def test_a_code_that_is_no_code_costs_no_attempt(client, django_capture_on_commit_callbacks, code):
    with django_capture_on_commit_callbacks(execute=True):
        key = client.post("/en/apply/start/", {"email": EMAIL})["Location"]

    assert client.post(key, {"code": code}).status_code == 422
    assert AccessKey.objects.get().attempts == 0


def test_an_expired_link_says_why_and_renews_to_the_same_address(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        key = client.post("/en/apply/start/", {"email": EMAIL})["Location"]
    AccessKey.objects.update(expires_at="2026-01-01T00:00:00Z")

    answer = client.get(key)
    with django_capture_on_commit_callbacks(execute=True):
        renewed = client.post(f"{key}new/", {"email": "thief@example.org"})

    assert answer.status_code == 410
    assert "no longer valid" in answer.content.decode()
    assert renewed.status_code == 302
    assert mail.outbox[-1].to == [EMAIL]


def test_an_unknown_link_is_not_found(client):
    assert client.get("/en/apply/key/no-such-token/").status_code == 404


def test_the_sixth_mail_within_an_hour_is_refused_in_words(client):
    for _ in range(5):
        assert client.post("/en/apply/start/", {"email": EMAIL}).status_code == 302

    answer = client.post("/en/apply/start/", {"email": EMAIL})

    assert answer.status_code == 429
    assert "Several mails have been sent" in answer.content.decode()


def test_a_trapped_program_is_told_nothing(client):
    answer = client.post("/en/apply/start/", {"email": EMAIL, "nickname": "bot"})

    assert answer.status_code == 200
    assert AccessKey.objects.count() == 0


def test_resuming_never_tells_whether_there_is_a_draft(opened, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        known = Client().post("/en/apply/resume/", {"email": EMAIL})
    count = len(mail.outbox)
    unknown = Client().post("/en/apply/resume/", {"email": "nobody@example.org"})

    assert _without_token(known) == _without_token(unknown)
    assert (known.status_code, len(mail.outbox)) == (200, count)


def test_a_draft_is_resumed_by_link_with_its_answers(opened, django_capture_on_commit_callbacks):
    opened.post("/tr/apply/form/city/", {**ANSWERS["city"], "version": "0"})
    elsewhere = Client()
    with django_capture_on_commit_callbacks(execute=True):
        elsewhere.post("/tr/apply/resume/", {"email": EMAIL.upper()})

    elsewhere.post(key_path_from_mail(), {"code": code_from_mail()})

    assert "Краљево" in elsewhere.get("/tr/apply/form/city/").content.decode()
    assert Application.objects.count() == 1


def test_an_incomplete_section_is_kept_and_told(opened):
    answer = opened.post("/tr/apply/form/city/", {"name_en": "Kraljevo", "version": "0"})

    row = SectionAnswers.objects.get(section="city")
    assert answer.status_code == 422
    assert (row.answers["name_en"], row.is_complete, row.version) == ("Kraljevo", False, 1)
    assert 'name="version" value="1"' in answer.content.decode()


def test_saving_for_later_keeps_an_incomplete_section_without_complaint(opened):
    answer = opened.post("/tr/apply/form/city/", {"name_en": "Kraljevo", "version": "0", "later": "1"})

    assert (answer.status_code, answer["Location"]) == (302, "/tr/apply/form/")
    assert SectionAnswers.objects.get().answers["name_en"] == "Kraljevo"


@pytest.mark.parametrize(
    ("section", "changes"),
    [
        ("city", {"country": "DE"}),
        ("city", {"population": "0"}),
        ("city", {"population": "-1"}),
        ("city", {"population": "1000000000000"}),
        ("city", {"population": "many"}),
        ("city", {"name_en": "K" * 121}),
        ("city", {"population_year": "1989"}),
        ("city", {"latitude": "80"}),
        ("city", {"website": "javascript:alert(1)"}),
        ("mandate", {"last_election_year": "2999"}),
        ("mandate", {"last_election_day": "31", "last_election_month": "2"}),
        ("mandate", {"last_election_day": ""}),
        ("mandate", {"mandate_ends_year": "2020"}),
        ("contacts", {"mayor_email": "mayor"}),
        ("role", {"national_role": "word " * 251}),
        ("contribution", {"aim_climate": "no", "aim_crisis": "no"}),
    ],
    ids=lambda value: next(iter(value.items()), value)[1][:12] if isinstance(value, dict) else value,
)
def test_nonsense_is_refused_at_the_field_and_in_the_summary(opened, section, changes):
    typed = {**ANSWERS[section], **changes, "version": "0"}
    answer = opened.post(f"/en/apply/form/{section}/", typed)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "There is a problem" in page
    assert "field__error" in page
    assert SectionAnswers.objects.count() == 0


def test_what_was_typed_stays_on_a_refused_page(opened):
    page = opened.post("/en/apply/form/city/", {**ANSWERS["city"], "population": "0", "version": "0"}).content.decode()

    assert "Краљево" in page
    assert "Trg Jovana Sarića 1" in page


def test_an_appointed_head_needs_an_explanation(opened):
    answer = opened.post("/en/apply/form/mandate/", {**ANSWERS["mandate"], "in_office": "appointed", "version": "0"})

    assert answer.status_code == 422
    assert SectionAnswers.objects.get().is_complete is False


def test_answers_in_another_language_need_a_summary(opened):
    typed = {**ANSWERS["role"], "answer_language": "other", "version": "0"}

    assert opened.post("/en/apply/form/role/", typed).status_code == 422
    typed |= {"version": "1", "summary_en": "Seat of the district."}
    assert opened.post("/en/apply/form/role/", typed).status_code == 302


def test_two_tabs_show_both_texts_and_lose_none(opened):
    first = {**ANSWERS["role"], "national_role": "First window.", "version": "0"}
    second = {**ANSWERS["role"], "national_role": "Second window.", "version": "0"}
    opened.post("/en/apply/form/role/", first)

    conflict = opened.post("/en/apply/form/role/", second)
    page = conflict.content.decode()

    assert conflict.status_code == 409
    assert "First window." in page
    assert "Second window." in page
    assert SectionAnswers.objects.get().answers["national_role"] == "First window."
    assert opened.post("/en/apply/form/role/", {**second, "version": "1"}).status_code == 302
    assert SectionAnswers.objects.get().answers["national_role"] == "Second window."


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "letter.pdf", "The file is empty"),
        (b"%PDF-1.4\n" + b"0" * 11 * 1024 * 1024 + b"\n%%EOF", "letter.pdf", "larger than 10 MB"),
        (b"MZ\x90\x00" + b"\x00" * 200, "letter.pdf", "not a PDF, JPG or PNG"),
        (b"<html><script>alert(1)</script></html>", "letter.png", "not a PDF, JPG or PNG"),
        (b"%PDF-1.4\nwithout an end", "letter.pdf", "not complete"),
        (b"GIF89a" + PDF, "letter.pdf", "not a PDF, JPG or PNG"),
    ],
    ids=["empty", "11 MB", "exe named pdf", "html named png", "cut off", "gif before pdf"],
)
def test_a_bad_letter_is_refused_in_words_and_the_old_one_stays(opened, content, name, sentence):
    opened.post("/en/apply/form/letter/", {"letter": letter()})

    answer = opened.post("/en/apply/form/letter/", {"letter": letter(content, name)})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Upload.objects.get().display_name == "pismo.pdf"


def test_no_letter_at_all_is_told(opened):
    assert opened.post("/en/apply/form/letter/", {}).status_code == 422


def test_a_letter_lies_in_private_storage_under_a_random_name(opened, settings):
    opened.post("/en/apply/form/letter/", {"letter": letter(name="писмо градоначелника.pdf")})

    upload = Upload.objects.get()
    assert upload.display_name == "писмо градоначелника.pdf"
    assert re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{32}\.pdf", upload.file.name)
    assert (settings.PRIVATE_ROOT / upload.file.name).read_bytes() == PDF


def test_the_receipt_names_reference_and_hash_that_anybody_can_compute(filled, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = filled.post("/tr/apply/form/submit/")
    page = filled.get(answer["Location"]).content.decode()

    application, revision = Application.objects.get(), Revision.objects.get()
    assert application.state == ApplicationState.SUBMITTED
    assert re.fullmatch(r"B40-M-\d{4}-[2-9A-Z]{4}", application.reference)
    assert (application.reference in page, revision.sha256 in page) == (True, True)
    assert digest(revision.content) == revision.sha256
    assert (mail.outbox[-1].to, application.reference in mail.outbox[-1].body) == ([EMAIL], True)


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


def test_a_submitted_form_cannot_be_edited(filled):
    receipt = filled.post("/tr/apply/form/submit/")["Location"]

    answer = filled.post("/tr/apply/form/city/", {**ANSWERS["city"], "name_en": "Other", "version": "1"})

    assert (answer.status_code, answer["Location"]) == (302, receipt)
    assert SectionAnswers.objects.get(section="city").answers["name_en"] == "Kraljevo"


def test_another_browser_reaches_neither_form_nor_receipt(filled):
    receipt = filled.post("/tr/apply/form/submit/")["Location"]

    for path in ["/tr/apply/form/", "/tr/apply/form/city/", "/tr/apply/form/check/", receipt]:
        assert Client().get(path).status_code == 403


def test_the_language_can_change_in_the_middle_and_the_answers_stay(opened):
    opened.post("/tr/apply/form/city/", {**ANSWERS["city"], "version": "0"})

    assert "Краљево" in opened.get("/el/apply/form/city/").content.decode()


def test_pages_of_the_form_are_kept_by_no_cache(opened):
    answer = opened.get("/tr/apply/form/")

    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_leaving_closes_the_form_in_this_browser(opened):
    opened.post("/en/apply/leave/")

    assert opened.get("/en/apply/form/").status_code == 403


def _without_token(answer) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
