"""The way in: link and code by mail, and every way in which they do not work."""

import re

import pytest
from django.core import mail
from django.test import Client

from membership.models import AccessKey, Application
from tests.membership.applicant import ANSWERS, EMAIL, code_from_mail, key_path_from_mail

pytestmark = pytest.mark.django_db


def test_opening_the_link_changes_nothing(begin):
    begin()
    scanner = Client()

    for _ in range(3):
        assert scanner.get(key_path_from_mail()).status_code == 200
        assert scanner.head(key_path_from_mail()).status_code == 200

    assert Application.objects.count() == 0
    assert AccessKey.objects.get().used_at is None


def test_a_wrong_code_is_refused_and_the_fifth_closes_the_link(client, begin):
    key = begin()
    wrong = "000000" if code_from_mail() != "000000" else "111111"

    statuses = [client.post(key, {"code": wrong}).status_code for _ in range(5)]

    assert statuses == [422, 422, 422, 422, 410]
    assert client.post(key, {"code": code_from_mail()}).status_code == 410
    assert Application.objects.count() == 0


def test_a_closed_link_is_renewed_to_the_same_address_with_new_attempts(
    client, begin, django_capture_on_commit_callbacks
):
    key = begin()
    AccessKey.objects.update(attempts=5)
    with django_capture_on_commit_callbacks(execute=True):
        renewed = client.post(f"{key}new/")["Location"]

    answer = client.post(renewed, {"code": code_from_mail()})

    assert (answer.status_code, answer["Location"]) == (302, "/en/apply/form/")


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12a456"])
def test_a_code_that_is_no_code_costs_no_attempt(client, begin, code):
    key = begin()

    assert client.post(key, {"code": code}).status_code == 422
    assert AccessKey.objects.get().attempts == 0


def test_an_expired_link_says_why_and_renews_to_the_same_address(client, begin, django_capture_on_commit_callbacks):
    key = begin()
    AccessKey.objects.update(expires_at="2026-01-01T00:00:00Z")

    answer = client.get(key)
    with django_capture_on_commit_callbacks(execute=True):
        renewed = client.post(f"{key}new/", {"email": "thief@example.org"})

    assert answer.status_code == 410
    assert "no longer valid" in answer.content.decode()
    assert renewed.status_code == 302
    assert mail.outbox[-1].to == [EMAIL]


def test_an_unknown_link_is_not_found_and_renews_nothing(client):
    assert client.get("/en/apply/key/no-such-token/").status_code == 404
    assert client.post("/en/apply/key/no-such-token/new/").status_code == 404
    assert AccessKey.objects.count() == 0


def test_a_used_link_says_so_and_opens_nothing_again(client, begin):
    key = begin()
    code = code_from_mail()
    client.post(key, {"code": code})

    answer = Client().post(key, {"code": code})

    assert answer.status_code == 410
    assert "each link works once" in answer.content.decode()


def test_a_newer_link_closes_the_older(client, begin):
    older = begin()
    begin()

    assert client.get(older).status_code == 410


def test_the_code_is_taken_with_the_spaces_people_type(client, begin):
    key = begin()
    code = code_from_mail()

    answer = client.post(key, {"code": f" {code[:3]}\u00a0{code[3:]} "})

    assert (answer.status_code, answer["Location"]) == (302, "/en/apply/form/")


def test_the_code_of_another_link_opens_nothing(client, begin):
    mine = begin(email="thief@example.org")
    begin(email=EMAIL)
    others_code = code_from_mail()

    answer = client.post(mine, {"code": others_code})

    assert answer.status_code == 422
    assert Application.objects.count() == 0


def test_opening_the_form_changes_the_key_of_the_session(client, begin):
    client.get("/en/apply/form/")
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    key = begin()

    client.post(key, {"code": code_from_mail()})

    assert client.session.session_key != planted


@pytest.mark.parametrize("email", ["", "kraljevo", "a@b", "x" * 200 + "@example.org", "a\x00@example.org"])
def test_an_address_that_is_none_is_told_at_the_field(client, email):
    answer = client.post("/en/apply/start/", {"email": email})

    assert answer.status_code == 422
    assert 'href="#id_email"' in answer.content.decode()
    assert AccessKey.objects.count() == 0


def test_the_pages_that_only_send_lead_on_when_they_are_opened(opened):
    assert opened.get("/en/apply/key/some-token/new/")["Location"] == "/en/apply/key/some-token/"
    assert opened.get("/en/apply/form/submit/")["Location"] == "/en/apply/form/check/"
    assert opened.get("/en/apply/form/leave/")["Location"] == "/en/apply/form/"


def test_beginning_again_goes_on_with_the_draft_of_the_address(opened, begin):
    opened.post("/en/apply/form/city/", {**ANSWERS["city"], "version": "0"})
    elsewhere = Client()

    elsewhere.post(begin(email=EMAIL.upper(), browser=elsewhere), {"code": code_from_mail()})

    assert Application.objects.count() == 1
    assert "Краљево" in elsewhere.get("/en/apply/form/city/").content.decode()


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


def _without_token(answer) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
