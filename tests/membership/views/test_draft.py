"""The applicant's own draft: until when it is kept, its answers to take along, and its end."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from membership.models import Application
from tests.membership.applicant import ANSWERS

FORM = "/tr/apply/form/"


def test_the_form_says_until_when_the_draft_is_kept(opened):
    Application.objects.update(edited_at="2027-03-01T10:00:00+03:00")

    assert "30 Mayıs 2027" in opened.get(FORM).content.decode()


def test_the_answers_can_be_taken_along_with_their_questions(filled):
    answer = filled.get(f"{FORM}answers.json")
    found = json.loads(answer.content)

    assert answer["Content-Disposition"] == 'attachment; filename="b40-application.json"'
    assert "no-store" in answer["Cache-Control"]
    assert [section["key"] for section in found["sections"]] == list(ANSWERS)
    values = {
        row["name"]: row["value"] for section in found["sections"] for row in section["answers"] if row["question"]
    }
    city = ANSWERS["city"]
    assert (values["name_local"], values["country"]) == (city["name_local"], city["country"])
    assert found["language"] == "tr"
    assert [file["name"] for file in found["files"]] == ["pismo.pdf"]


def test_an_empty_draft_can_be_taken_along_too(opened):
    found = json.loads(opened.get(f"{FORM}answers.json").content)

    assert found["files"] == []
    assert {row["value"] for section in found["sections"] for row in section["answers"]} == {None}


def test_opening_the_address_deletes_nothing(filled):
    assert filled.get(f"{FORM}delete/").status_code == 200
    assert Application.objects.count() == 1


def test_the_button_deletes_the_draft_and_the_browser_forgets_it(filled):
    answer = filled.post(f"{FORM}delete/")

    assert "Taslağınız silindi" in answer.content.decode()
    assert Application.objects.count() == 0
    assert filled.get(FORM).status_code == 403


@pytest.mark.parametrize("name", ["apply:download", "apply:delete"])
def test_without_the_draft_the_way_in_is_shown(client, db, name):
    assert client.get(reverse(name)).status_code == 403


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_was_submitted_is_not_deleted(filled, method):
    filled.post(f"{FORM}submit/")

    answer = getattr(filled, method)(f"{FORM}delete/")

    assert answer.status_code == {"get": 302, "post": 409}[method]
    assert Application.objects.get().reference


def test_an_answer_sent_after_the_draft_was_deleted_is_shown_and_not_lost(filled, monkeypatch):
    other = Client()
    other.cookies = filled.cookies.copy()
    monkeypatch.setattr("membership.views.section.save_section", _deleting(Application.objects.get().pk))

    answer = other.post(f"{FORM}role/", {**ANSWERS["role"], "version": "1"})

    assert answer.status_code == 403
    assert escape(next(value for value in ANSWERS["role"].values() if len(value) > 40)) in answer.content.decode()


def _deleting(pk: int):
    """Return a way to save that finds the draft gone, as when another window deleted it in the same moment."""

    def save(*args, **kwargs):
        Application.objects.get(pk=-pk)

    return save
