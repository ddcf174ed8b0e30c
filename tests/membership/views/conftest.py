"""Fixtures of the applicant's path: a browser that has opened a draft, and one that has filled it in."""

from collections.abc import Callable

import pytest
from django.test import Client

from membership.models import Application
from tests.membership.applicant import ANSWERS, EMAIL, address_form, code_from_mail, letter


@pytest.fixture
def begin(client: Client, db, django_capture_on_commit_callbacks) -> Callable[..., str]:
    """Ask for a key and return the address of the page that asks for its code; the mail is sent."""

    def ask(language: str = "en", email: str = EMAIL, browser: Client = client) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            answer = browser.post(f"/{language}/apply/start/", address_form(email))
        assert answer.status_code == 302
        return answer["Location"]

    return ask


@pytest.fixture
def opened(client: Client, begin: Callable[..., str]) -> Client:
    """A browser that has entered the code and holds an empty draft, begun in Turkish."""
    client.post(begin("tr"), {"code": code_from_mail()})
    assert Application.objects.get().contact_email == EMAIL
    return client


@pytest.fixture
def filled(opened: Client) -> Client:
    """A browser whose draft is complete."""
    for key, answers in ANSWERS.items():
        answer = opened.post(f"/tr/apply/form/{key}/", {**answers, "version": "0"})
        assert (answer.status_code, answer["Location"]) == (302, "/tr/apply/form/")
    assert opened.post("/tr/apply/form/documents/mayor_letter/", {"file": letter()}).status_code == 302
    return opened
