"""An applicant reaches the own application only: by session, and by every address that can be guessed."""

import pytest
from django.test import Client
from django.urls import reverse

from membership.labels.states import ApplicationState
from membership.models import Application, Upload
from membership.urls import urlpatterns
from tests.membership.factories import make_letter, make_ready_application

OTHER = "Kragujevac"
FREE = {"leave", "eligibility", "blank", "blank_observer", "start", "sent", "start_observer", "resume"}
WORDS = {
    "key": "city",
    "kind": "mayor_letter",
    "category": "local_government",
    "form": "docx",
    "token": "0" * 43,
    "reference": "B40-M-2027-2222",
}


@pytest.fixture
def other(db):
    """Another city's application in an open state, with a file."""
    other = make_ready_application(
        name_en=OTHER, name_local=OTHER, reference="B40-M-2027-2222", contact_email="other@example.org"
    )
    make_letter(other)
    return other


def addresses(other: Application) -> dict[str, str]:
    """Every address of the applicant's path, each naming what belongs to the other city where it can."""
    words = {**WORDS, "pk": Upload.objects.get(application=other).pk}
    return {
        pattern.name: reverse(f"apply:{pattern.name}", kwargs={key: words[key] for key in pattern.pattern.converters})
        for pattern in urlpatterns
    }


@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns])
def test_no_address_shows_a_browser_the_application_of_another(opened, other, name):
    answer = opened.get(addresses(other)[name], follow=True)

    assert OTHER not in answer.content.decode(errors="replace")
    assert "other@example.org" not in answer.content.decode(errors="replace")


@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns])
def test_nothing_that_is_sent_changes_the_application_of_another(opened, other, name):
    before = Application.objects.filter(pk=other.pk).values().get()

    opened.post(addresses(other)[name], {"application": other.pk, "reference": other.reference, "version": "0"})

    assert Application.objects.filter(pk=other.pk).values().get() == before
    assert other.uploads.get().replaced_at is None
    assert not other.events.exists()


@pytest.mark.parametrize("name", sorted({pattern.name for pattern in urlpatterns} - FREE))
def test_a_browser_without_a_key_sees_no_application(other, name):
    answer = Client().get(addresses(other)[name])

    assert answer.status_code in (302, 403, 404, 405, 410)
    assert OTHER not in answer.content.decode(errors="replace")


def test_the_number_of_another_application_in_the_session_of_an_applicant_does_not_open_it(opened, other):
    session = opened.session
    session["application"] = other.pk
    session.save()

    answer = opened.get(reverse("apply:status"))

    assert OTHER not in answer.content.decode()


@pytest.mark.parametrize("name", ["dossier", "take", "round", "decision", "file"])
def test_an_applicant_is_nobody_in_the_office(opened, other, name):
    answer = opened.get(reverse(f"desk:{name}", args=[other.pk]))

    assert answer.url.startswith("/admin/login/")
    assert Application.objects.get(pk=other.pk).state == ApplicationState.READY
