"""Administrators open a dossier only with a written reason, look for half an hour, and change nothing."""

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.urls import reverse

from membership.models import Event
from membership.selectors.dossier import read
from tests.membership.factories import NOW, ApplicationFactory, make_letter, make_ready_application

pytestmark = pytest.mark.django_db
REASON = "The Secretariat asked me to look at a broken page."


@pytest.fixture
def administrator(db):
    return get_user_model().objects.create_superuser("root", "root@example.org", "x")


@pytest.fixture
def application(db):
    return make_ready_application(name_en="Kraljevo", reference="B40-M-2027-7KQ2")


def open_it(client, reference="B40-M-2027-7KQ2", reason=REASON):
    return client.post(reverse("desk:reason"), {"reference": reference, "reason": reason})


def dossier(application):
    return reverse("desk:dossier", args=[application.pk])


def test_without_a_reason_the_way_leads_to_the_form(enter, administrator, application):
    answer = enter(administrator).get(dossier(application))

    assert answer.url == f"{reverse('desk:reason')}?reference=B40-M-2027-7KQ2"
    assert not Event.objects.filter(verb="dossier_opened").exists()


def test_the_reason_is_recorded_before_the_dossier_opens(enter, administrator, application):
    client = enter(administrator)

    answer = open_it(client)

    event = Event.objects.get()
    assert answer.url == dossier(application)
    assert (event.verb, event.actor, event.details) == (
        "opened_with_reason",
        f"user:{administrator.pk}",
        {"reason": REASON},
    )
    assert "Kraljevo" in client.get(dossier(application)).content.decode()
    assert [happening.actor for happening in read(application)] == ["root", "root"]


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_empty_reason_opens_nothing(enter, administrator, application, reason):
    client = enter(administrator)

    assert open_it(client, reason=reason).status_code == 422
    assert client.get(dossier(application)).status_code == 302
    assert not Event.objects.exists()


def test_the_form_shows_the_reference_and_says_when_there_is_none(enter, administrator, application):
    client = enter(administrator)
    ApplicationFactory(reference="B40-M-2027-DRFT", state="draft")

    assert 'value="B40-M-2027-7KQ2"' in client.get(client.get(dossier(application)).url).content.decode()
    for reference in ("B40-M-2027-NONE", "B40-M-2027-DRFT"):
        answer = open_it(client, reference=reference)
        assert answer.status_code == 422
        assert "No application has this reference." in answer.content.decode()


@pytest.mark.parametrize(("minutes", "is_open"), [(30, True), (31, False)])
def test_the_dossier_closes_after_half_an_hour(enter, administrator, application, minutes, is_open):
    client = enter(administrator)
    open_it(client)

    with time_machine.travel(NOW.timestamp() + minutes * 60, tick=False):
        assert (client.get(dossier(application)).status_code == 200) is is_open


def test_a_new_sitting_asks_anew(enter, administrator, application):
    open_it(enter(administrator))
    enter(administrator).logout()

    assert enter(administrator).get(dossier(application)).status_code == 302


def test_the_reason_opens_no_other_dossier(enter, administrator, application):
    client = enter(administrator)
    open_it(client)

    assert client.get(dossier(make_ready_application())).status_code == 302


def test_files_open_with_their_dossier(enter, administrator, application):
    client = enter(administrator)
    file = reverse("desk:file", args=[make_letter(application).pk])

    assert client.get(file).url.startswith(reverse("desk:reason"))
    open_it(client)
    assert client.get(file).status_code == 404  # the letter of the factory has no content: it got as far as that


def test_an_open_dossier_can_be_looked_at_and_not_changed(enter, administrator, application, opened):
    client = enter(administrator)
    open_it(client, reference=opened.application.reference)

    answer = client.get(dossier(opened.application))

    assert answer.context["forms"] == {}
    assert reverse("desk:round", args=[opened.pk]) not in answer.content.decode()
    assert client.get(reverse("desk:round", args=[opened.pk])).status_code == 403
    assert client.post(reverse("desk:message", args=[opened.application.pk]), {"text": "Hello"}).status_code == 403


def test_the_menu_offers_it_to_administrators_alone(enter, administrator, secretary):
    assert reverse("desk:reason") in enter(administrator).get("/admin/").content.decode()
    assert reverse("desk:reason") not in enter(secretary).get("/admin/").content.decode()
