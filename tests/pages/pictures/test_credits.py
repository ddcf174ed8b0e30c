"""The credit of many pictures at once."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import ModelLogEntry

from pages.pictures.models import Picture
from tests.pages.pictures.files import make_picture

pytestmark = pytest.mark.django_db
FORM = {"credit": "City of Prizren", "licence": "", "source_url": ""}


def act(client, pictures, **fields):
    address = reverse("wagtail_bulk_action", args=["pages", "picture", "set_credit"])
    ids = "&".join(f"id={picture.pk}" for picture in pictures)
    return client.post(f"{address}?{ids}", {**FORM, **fields})


@pytest.fixture
def office(client):
    client.force_login(get_user_model().objects.create_superuser("chief", "chief@example.org", "x"))
    return client


def credits_kept() -> list[tuple[str, str]]:
    return list(Picture.objects.order_by("pk").values_list("credit", "licence"))


def test_the_chosen_pictures_get_the_credit_and_the_others_stay(office):
    pictures = [make_picture(licence="CC0"), make_picture(credit="Other"), make_picture()]

    act(office, pictures[:2])

    assert credits_kept() == [("City of Prizren", "CC0"), ("City of Prizren", ""), ("", "")]
    assert ModelLogEntry.objects.filter(action="wagtail.edit").count() == 2


def test_without_a_credit_nothing_is_set(office):
    answer = act(office, [make_picture()], credit="")

    assert "This field is required." in answer.content.decode()
    assert credits_kept() == [("", "")]


def test_the_page_names_the_pictures(office):
    picture = make_picture(title="Stone bridge")

    page = office.get(reverse("wagtail_bulk_action", args=["pages", "picture", "set_credit"]), {"id": picture.pk})

    assert "Stone bridge" in page.content.decode()


def test_who_may_not_change_pictures_sets_nothing(client):
    reader = get_user_model().objects.create_user("reader", "reader@example.org", "x")
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(reader)

    act(client, [make_picture()])

    assert credits_kept() == [("", "")]


def test_the_act_is_offered_in_the_list(office):
    make_picture()

    assert "Set the credit" in office.get(reverse("wagtailimages:index")).content.decode()
