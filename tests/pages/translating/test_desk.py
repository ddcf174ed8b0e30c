"""The pages of the admin for translations: who sees them, what they show, and the check by a person."""

import csv
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from pages.translating.records import PageText
from tests.pages.builders import make_page
from tests.pages.translating.conftest import FIRST
from tests.pages.translating.test_truth import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(client, django_user_model, homes):
    """Log in as somebody who may change the Turkish pages."""

    def _enter(*homes_to_change):
        group = Group.objects.create(name="Turkish")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
        for home in homes_to_change:
            GroupPagePermission.objects.create(group=group, page=home, permission=change)
        user = django_user_model.objects.create_user("translator", "translator@example.org", "x")
        user.groups.add(group)
        client.force_login(user)
        return client

    return _enter


def address(page) -> str:
    return reverse("check_translation", args=[page.pk])


def test_the_matrix_shows_every_page_with_the_ways_on(enter, homes, pair):
    publish(pair.en, FIRST)

    text = enter(homes.tr).get(reverse("translations")).content.decode()

    assert "Behind its original" in text
    assert f'href="{address(pair.tr)}"' in text


def test_a_missing_page_leads_to_its_submission_in_that_language(enter, homes):
    about = make_page(homes.en, "about")

    text = enter(homes.tr).get(reverse("translations")).content.decode()

    assert f"{reverse('wagtail_localize:submit_page_translation', args=[about.pk])}?select_locale=tr" in text


def test_a_translator_sees_the_work_of_his_language_and_no_other(enter, homes, pair):
    text = enter(homes.tr).get(reverse("translations")).content.decode()

    assert '<th scope="col" lang="tr">Türkçe</th>' in text
    assert "Ελληνικά" not in text.partition("<table")[2]
    assert reverse("assign_translation", args=[pair.en.pk]) not in text


@pytest.mark.parametrize(
    ("query", "is_shown"),
    [
        ({"q": "declar"}, True),
        ({"q": "contact"}, False),
        ({"language": "tr", "standing": "behind"}, True),
        ({"language": "tr", "standing": "missing"}, False),
        ({"standing": "no such state"}, True),
    ],
)
def test_it_is_narrowed(enter, homes, pair, query, is_shown):
    publish(pair.en, FIRST)

    text = enter(homes.tr).get(reverse("translations"), query).content.decode()

    assert (f">{pair.en.title}</a>" in text) is is_shown


def test_it_leaves_as_a_file(enter, homes, pair):
    answer = enter(homes.tr).get(reverse("translations"), {"form": "csv", "q": "declar"})

    rows = list(csv.reader(StringIO(answer.content.decode().removeprefix("\ufeff"))))
    assert rows[0] == ["Title", "Language", "State", "%", "Words to do"]
    assert ["Declaration", "Türkçe", "Translated, unchecked", "", "0"] in rows
    assert len(rows) == 2  # a translator has the file of his language


def test_who_writes_no_page_sees_nothing(enter, pair):
    assert enter().get(reverse("translations")).status_code in (302, 403)


def test_a_translation_is_read_beside_its_original_and_checked(enter, homes, pair):
    publish(pair.en, FIRST, "<p>They sign a treaty.</p>")
    client = enter(homes.tr)

    text = client.get(address(pair.tr)).content.decode()
    assert "They sign a <del>declaration.</del> <ins>treaty.</ins>" in " ".join(text.split())
    assert "Şehirler haziranda buluşur." in text
    answer = client.post(address(pair.tr), {"digest": PageText.objects.get(page=pair.tr).digest})

    kept = PageText.objects.get(page=pair.tr)
    assert (answer.status_code, kept.is_checked, kept.checked_by.username) == (302, True, "translator")
    assert not kept.is_behind(PageText.objects.get(page=pair.en))


def test_a_text_that_changed_meanwhile_is_not_checked(enter, homes, pair):
    client = enter(homes.tr)

    answer = client.post(address(pair.tr), {"digest": "of another text"}, follow=True)

    assert "changed while you read it" in answer.content.decode()
    assert not PageText.objects.get(page=pair.tr).is_checked


def test_who_may_not_change_a_page_checks_none(enter, homes, pair):
    client = enter(homes.en)

    assert client.get(address(pair.tr)).status_code in (302, 403)
    client.post(address(pair.tr), {"digest": PageText.objects.get(page=pair.tr).digest})
    assert not PageText.objects.get(page=pair.tr).is_checked


def test_an_original_leads_back_to_the_matrix(enter, homes, pair):
    assert enter(homes.en, homes.tr).get(address(pair.en)).url == reverse("translations")
