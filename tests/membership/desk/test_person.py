"""The report on a person: a page, and a file to be sent."""

import json

import pytest

from membership.models import Event
from tests.membership.factories import ApplicationFactory

pytestmark = pytest.mark.django_db
URL = "/admin/membership/person/"
EMAIL = "contact@nis.example"


def test_what_is_held_is_shown(enter, secretary):
    application = ApplicationFactory(contact_email=EMAIL)

    answer = enter(secretary).post(URL, {"email": EMAIL})

    assert [title for title, _rows in answer.context["groups"]] == ["Application"]
    assert application.reference in answer.content.decode()
    assert Event.objects.filter(verb="person_reported").count() == 1


def test_what_is_held_is_downloaded(enter, secretary):
    application = ApplicationFactory(contact_email=EMAIL)

    answer = enter(secretary).post(URL, {"email": EMAIL, "download": "yes"})

    held = json.loads(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="b40-person.json"'
    assert (held["email"], [row["application"] for row in held["held"]]) == (EMAIL, [application.reference])


def test_nothing_is_told_in_words(enter, secretary):
    assert "Nothing is held on this address." in enter(secretary).post(URL, {"email": EMAIL}).content.decode()


def test_what_is_no_address_is_not_looked_for(enter, secretary):
    answer = enter(secretary).post(URL, {"email": "nada"})

    assert (answer.status_code, Event.objects.count()) == (422, 0)
    assert "Nothing is held" not in answer.content.decode()
