"""What translators have to do, who asks them, and what their start page shows."""

from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page

from pages.origins import Origin
from pages.translating.keeping import check, keep_missing
from pages.translating.matrix import Matrix
from pages.translating.work.assigning import Given, assign
from pages.translating.work.languages import languages_of, translates_only, translators_of
from pages.translating.work.records import Assignment
from pages.translating.work.todo import open_assignments, work_of
from tests.pages.builders import make_home, make_page
from tests.pages.translating.conftest import FIRST, LATER, NOW
from tests.pages.translating.test_truth import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _only_our_pages(homes):
    """Wagtail brings a page of welcome, which no site keeps."""
    Page.objects.filter(title__startswith="Welcome").delete()


@pytest.fixture
def person(django_user_model):
    """Return a function that makes somebody who may change the pages below some start pages."""

    def _person(name, *homes):
        group = Group.objects.create(name=name)
        codenames = ("access_admin", "submit_translation")
        group.permissions.add(*Permission.objects.filter(codename__in=codenames))
        change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
        for home in homes:
            GroupPagePermission.objects.create(group=group, page=home, permission=change)
        user = django_user_model.objects.create_user(name, f"{name}@example.org", "x")
        user.groups.add(group)
        return user

    return _person


def tasks(user) -> list[tuple]:
    return [
        (task.original.title, task.cell.code, task.cell.standing.value, task.cell.words) for task in work_of(user).tasks
    ]


def test_the_languages_of_a_person_are_those_whose_pages_he_may_change(homes, person, chief):
    turkish = person("turkish", homes.tr)

    assert (languages_of(turkish), translates_only(turkish)) == (("tr",), True)
    assert (languages_of(chief), translates_only(chief)) == (("en", "tr"), False)
    assert (languages_of(person("nobody")), list(translators_of("tr"))) == ((), [chief, turkish])


def test_behind_comes_before_missing_and_what_was_asked_before_both(homes, pair, person, chief):
    turkish = person("turkish", homes.tr)
    make_page(homes.en, "about", title="About us")
    contact = make_page(homes.en, "contact", title="Contact")
    keep_missing(NOW)
    publish(pair.en, FIRST, "<p>They sign a treaty.</p>")
    assign(contact, [Given("tr", turkish, date(2027, 5, 1))], chief, now=NOW)

    assert tasks(turkish) == [
        ("Contact", "tr", "missing", 1),
        ("Declaration", "tr", "behind", 4),
        ("About us", "tr", "missing", 2),
        ("B40", "tr", "unchecked", 0),
    ]
    assert (work_of(turkish).words, work_of(turkish).to_check) == (7, 1)


def test_what_is_assigned_to_another_is_not_his(homes, pair, person, chief):
    first, second = person("first", homes.tr), person("second", homes.tr)
    publish(pair.en, FIRST)

    assign(pair.en, [Given("tr", second, None)], chief, now=NOW)

    assert "Declaration" not in [title for title, *_ in tasks(first)]
    assert tasks(second)[0][0] == "Declaration"


def test_an_assignment_is_done_when_the_page_says_so(homes, pair, person, chief):
    turkish = person("turkish", homes.tr)
    publish(pair.en, FIRST)
    assign(pair.en, [Given("tr", turkish, date(2027, 5, 1))], chief, now=NOW)
    assert [page.pk for _row, page in open_assignments(Assignment.objects.all())] == [pair.en.pk]

    type(pair.tr).objects.filter(pk=pair.tr.pk).update(origin=Origin.HUMAN)
    check(pair.tr, turkish, now=LATER)

    assert open_assignments(Assignment.objects.all()) == []


def test_the_start_page_shows_words_and_ways(client, homes, pair, person):
    turkish = person("turkish", homes.tr)
    publish(pair.en, FIRST, "<p>They sign a treaty.</p>")
    client.force_login(turkish)

    text = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Translations for you" in text
    assert "4 words to translate" in text
    assert reverse("check_translation", args=[pair.tr.pk]) in text


def test_who_writes_in_all_languages_has_no_such_panel(client, homes, chief):
    client.force_login(chief)

    assert "Translations for you" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_office_gives_a_page_to_a_translator_by_a_day(client, homes, pair, person, chief):
    turkish = person("turkish", homes.tr)
    client.force_login(chief)
    address = reverse("assign_translation", args=[pair.en.pk])
    assert '<option value="">Nobody</option>' in client.get(address).content.decode().replace(" selected", "")

    client.post(address, {"tr-translator": turkish.pk, "tr-due": "2027-05-01"})
    given = Assignment.objects.get()
    assert (given.language, given.translator, given.due, given.given_by) == ("tr", turkish, date(2027, 5, 1), chief)

    client.post(address, {})
    assert Assignment.objects.count() == 0


@pytest.mark.parametrize("data", [{"tr-due": "2027-05-01"}, {"tr-due": "soon"}, {"tr-translator": "0"}])
def test_a_day_without_a_person_and_a_person_who_cannot_are_refused(client, homes, pair, chief, data):
    client.force_login(chief)

    assert client.post(reverse("assign_translation", args=[pair.en.pk]), data).status_code == 422
    assert Assignment.objects.count() == 0


def test_who_may_not_change_the_original_assigns_nothing(client, homes, pair, person):
    client.force_login(person("turkish", homes.tr))

    assert client.get(reverse("assign_translation", args=[pair.en.pk])).status_code in (302, 403)


def test_a_translator_submits_pages_into_his_own_language_only(client, homes, person):
    greek = make_home("el", homes.en)
    about = make_page(homes.en, "about")
    client.force_login(person("turkish", homes.tr))
    address = reverse("wagtail_localize:submit_page_translation", args=[about.pk])

    client.post(address, {"locales": [greek.locale.pk]})
    assert about.get_translations().count() == 0

    client.post(address, {"locales": [Locale.objects.get(language_code="tr").pk]})
    assert [page.locale.language_code for page in about.get_translations()] == ["tr"]


def test_english_is_asked_for_within_two_weeks_of_a_text_in_another_language(homes):
    turkish = make_page(homes.tr, "haber", first_published_at=NOW)
    both = make_page(homes.tr, "iki", first_published_at=NOW)
    make_page(homes.en, "two", both, origin=Origin.HUMAN)

    wanted = {row.original.slug: row.english_by for row in Matrix().rows()}

    assert (wanted["haber"], wanted["iki"]) == (date(2027, 3, 15), None)
    assert turkish.locale.language_code == "tr"


def test_the_matrix_tells_that_english_is_missing(client, homes, chief):
    make_page(homes.tr, "haber", first_published_at=NOW)
    client.force_login(chief)

    text = client.get(reverse("translations")).content.decode()

    assert "English is wanted by 15 March 2027" in text or "English is missing since 15 March 2027" in text
