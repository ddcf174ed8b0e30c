"""Fixtures of the applicant's path: a browser that has opened a draft, and one that has filled it in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from membership.models import Application
from tests.membership.applicant import ANSWERS, EMAIL, PDF, code_from_mail


@pytest.fixture
def opened(client: Client, db, django_capture_on_commit_callbacks) -> Client:
    """A browser that has entered the code and holds an empty draft, in Turkish."""
    with django_capture_on_commit_callbacks(execute=True):
        key = client.post("/tr/apply/start/", {"email": EMAIL})
    client.post(key["Location"], {"code": code_from_mail()})
    assert Application.objects.get().contact_email == EMAIL
    return client


@pytest.fixture
def filled(opened: Client) -> Client:
    """A browser whose draft is complete."""
    for key, answers in ANSWERS.items():
        answer = opened.post(f"/tr/apply/form/{key}/", {**answers, "version": "0"})
        assert (answer.status_code, answer["Location"]) == (302, "/tr/apply/form/")
    answer = opened.post("/tr/apply/form/letter/", {"letter": letter()})
    assert answer.status_code == 302
    return opened


def letter(content: bytes = PDF, name: str = "pismo.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
