"""The session of the form: one browser, one application, no cache, a strict policy, a token in every form."""

import re

import pytest
from django.conf import settings
from django.test import Client

from membership.models import Application, SectionAnswers
from tests.membership.applicant import ANSWERS, EMAIL, address_form, code_from_mail, letter
from tests.membership.factories import ApplicationFactory

pytestmark = pytest.mark.django_db
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


@pytest.mark.parametrize(
    "path", ["start/", "resume/", "form/", "form/city/", "form/documents/mayor_letter/", "form/check/"]
)
def test_pages_of_the_form_are_kept_by_no_cache_and_run_nothing_of_others(opened, path):
    answer = opened.get(f"/tr/apply/{path}")

    assert answer.status_code == 200
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert sorted(answer["Content-Security-Policy"].split("; ")) == sorted(POLICY.split("; "))


@pytest.mark.parametrize(
    "path", ["start/", "form/city/", "form/contribution/", "form/documents/mayor_letter/", "form/check/"]
)
def test_pages_of_the_form_hold_no_inline_script_or_style(opened, path):
    page = opened.get(f"/en/apply/{path}").content.decode()

    assert re.findall(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", page) == []


def test_the_session_is_strictly_the_forms_own(opened):
    cookie = opened.cookies[settings.SESSION_COOKIE_NAME]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_each_step_keeps_the_form_open_for_another_eight_hours(opened):
    answer = opened.get("/en/apply/form/")

    assert answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 8 * 60 * 60


def test_leaving_closes_the_form_in_this_browser(opened):
    opened.post("/en/apply/form/leave/")

    assert opened.get("/en/apply/form/").status_code == 403
    assert Application.objects.count() == 1


def test_a_form_that_was_closed_meanwhile_gives_back_what_was_typed(opened):
    opened.session.flush()
    opened.cookies.clear()

    answer = opened.post(
        "/en/apply/form/role/", {**ANSWERS["role"], "national_role": "An hour’s work.", "version": "0"}
    )

    assert answer.status_code == 403
    assert "An hour’s work." in answer.content.decode()
    assert SectionAnswers.objects.count() == 0


def test_a_browser_reaches_no_application_but_its_own(opened):
    others = ApplicationFactory(reference="B40-M-2027-2222")

    assert opened.get(f"/en/apply/receipt/{others.reference}/").status_code == 404
    assert Client().get(f"/en/apply/receipt/{others.reference}/").status_code == 403


def test_a_user_of_the_office_is_no_applicant(admin_client):
    application = ApplicationFactory(reference="B40-M-2027-2222")

    assert admin_client.get("/en/apply/form/").status_code == 403
    assert admin_client.get(f"/en/apply/receipt/{application.reference}/").status_code == 403


def test_the_whole_path_in_turkish_with_the_token_of_each_form(db, django_capture_on_commit_callbacks):
    browser = Client(enforce_csrf_checks=True)

    def send(path: str, **answers: object) -> str:
        """Open a page, send its first form with the hidden answers it holds, and return where it leads."""
        page = browser.get(path).content.decode()
        assert '<html lang="tr"' in page
        form = page[page.index('<form method="post"') :]
        form = form[: form.index("</form>")]
        action = re.match(r'<form method="post"[^>]* action="([^"]+)"', form)
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form))
        with django_capture_on_commit_callbacks(execute=True):
            answer = browser.post(action[1] if action else path, {**hidden, **answers})
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    key = send("/tr/apply/start/", **address_form())
    assert send(key, code=code_from_mail()) == "/tr/apply/form/"
    for section, answers in ANSWERS.items():
        assert send(f"/tr/apply/form/{section}/", **answers) == "/tr/apply/form/"
    assert send("/tr/apply/form/documents/mayor_letter/", file=letter()) == "/tr/apply/form/documents/"
    receipt = send("/tr/apply/form/check/")

    reference = Application.objects.get().reference
    assert receipt == f"/tr/apply/receipt/{reference}/"
    assert reference in browser.get(receipt).content.decode()


def test_a_form_without_its_token_is_refused(opened):
    browser = Client(enforce_csrf_checks=True)

    assert browser.post("/tr/apply/start/", {"email": EMAIL}).status_code == 403
