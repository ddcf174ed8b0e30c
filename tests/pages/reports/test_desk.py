"""The reports: what stands in them, for whom, and what they cost."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from pages.documents.models import DocumentPage
from pages.pictures.models import Picture
from pages.reports.desk import REPORTS
from pages.reports.queries import missing_languages, orphans, silent, stale
from pages.reports.records import LinkCheck
from tests.pages.builders import make_page

pytestmark = pytest.mark.django_db
NAMES = [report.name for report in REPORTS]
ALL = dict.fromkeys(("en", "tr", "sq", "bs", "bg", "hr", "el", "mk", "cnr", "ro", "sr", "sl"), "Words")


@pytest.fixture
def office(client):
    client.force_login(get_user_model().objects.create_superuser("chief", "chief@example.org", "x"))
    return client


def picture(title: str, descriptions: dict[str, str], **fields) -> Picture:
    made = Picture(title=title, file="original_images/none.jpg", width=1, height=1, **fields)
    Picture.objects.bulk_create([made])
    for language, text in descriptions.items():
        made.descriptions.create(language=language, text=text)
    return made


def titles(rows) -> list[str]:
    return [row.title for row in rows]


def fill(homes, rows: int, begin: int = 0) -> None:
    """Make so many rows for each report."""
    section = make_page(homes.en, f"section-{begin}")
    long_ago = timezone.now() - timedelta(days=400)
    for number in range(begin, begin + rows):
        page = make_page(section, f"page-{number}", latest_revision_created_at=long_ago)
        LinkCheck.objects.create(page=page, url="https://example.org/", status="broken", checked_at=long_ago)
        picture(f"Picture {number}", {"en": "Words"})


@pytest.mark.parametrize("name", NAMES)
def test_a_hundred_rows_cost_as_much_as_one(office, homes, name):
    fill(homes, 1)
    counts = [queries_of(office, name)]
    fill(homes, 99, begin=1)
    counts.append(queries_of(office, name))

    assert counts[0] == counts[1]


def queries_of(office, name: str) -> int:
    office.get(reverse(name))
    with CaptureQueriesContext(connection) as captured:
        assert office.get(reverse(name)).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", NAMES)
def test_a_report_names_its_rows_and_stands_in_the_menu(office, homes, name):
    fill(homes, 1)

    page = office.get(reverse(name)).content.decode()
    results = office.get(reverse(f"{name}_results")).content.decode()

    assert ("Picture 0" if name == "silent_pictures" else "Page-0") in page
    assert ("Picture 0" if name == "silent_pictures" else "Page-0") in results
    assert f"reports/{name}/" in office.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_who_may_write_no_page_sees_no_report(client, homes, name):
    reader = get_user_model().objects.create_user("reader", "reader@example.org", "x")
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(reader)

    assert client.get(reverse(name)).status_code == 302
    assert client.get(reverse(name), {"export": "csv"}).status_code == 302


def test_a_writer_sees_the_links_of_the_own_pages(client, homes):
    for home in (homes.en, homes.tr):
        LinkCheck.objects.create(page=make_page(home, "sayfa"), url=f"https://example.org/{home.pk}", status="dead")
    group = Group.objects.create(name="Turkish")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=homes.tr, permission=permission)
    writer = get_user_model().objects.create_user("deniz", "deniz@example.org", "x")
    writer.groups.add(group)
    client.force_login(writer)

    page = client.get(reverse("broken_links")).content.decode()

    assert f"https://example.org/{homes.tr.pk}" in page
    assert f"https://example.org/{homes.en.pk}" not in page


def test_links_that_work_or_wait_are_not_broken(office, homes):
    page = make_page(homes.en, "page")
    for status in ("working", "waiting", "silent"):
        LinkCheck.objects.create(page=page, url=f"https://example.org/{status}", status=status)

    shown = office.get(reverse("broken_links")).content.decode()

    assert "/silent" in shown
    assert "/working" not in shown
    assert "/waiting" not in shown


def test_pictures_are_silent_in_the_languages_that_lack():
    picture("Whole", ALL)
    picture("Decorative", {}, is_decorative=True)
    some = picture("Some", {code: text for code, text in ALL.items() if code != "tr"})

    assert titles(silent()) == ["Some"]
    assert missing_languages(some) == ["tr"]
    assert (titles(silent("tr")), titles(silent("el"))) == (["Some"], [])


def test_serbian_in_latin_script_has_the_words_of_the_other():
    picture("Serbian", {"sr": "Мост"})
    picture("Latin", {"sr-latn": "Most"})

    assert titles(silent("sr-latn")) == []
    assert titles(silent("sr")) == ["Latin"]


def test_the_list_of_pictures_is_narrowed_to_a_language(office):
    picture("Turkish bridge", {"tr": "Köprü"})
    picture("Greek bridge", {"el": "Γέφυρα"})

    shown = office.get(reverse("silent_pictures"), {"language": "tr"}).content.decode()

    assert "Greek bridge" in shown
    assert "Turkish bridge" not in shown


@pytest.mark.parametrize(("days", "expected"), [(364, []), (365, ["Old"])])
def test_a_page_is_stale_after_a_year(homes, days, expected):
    now = timezone.now()
    make_page(homes.en, "old", latest_revision_created_at=now - timedelta(days=days))
    make_page(homes.en, "draft", live=False, latest_revision_created_at=now - timedelta(days=days))

    assert titles(stale(Page.objects.all(), now)) == expected


def test_an_orphan_is_below_the_menu_in_no_list_and_linked_by_nobody(homes):
    section = make_page(homes.en, "section")
    alone, linked = make_page(section, "alone"), make_page(section, "linked")
    by_itself = make_page(section, "itself")
    by_itself.body = [("paragraph", f'<p><a linktype="page" id="{by_itself.pk}">Top</a></p>')]
    by_itself.save()
    make_page(section, "draft", live=False, body=[("paragraph", f'<p><a linktype="page" id="{alone.pk}">A</a></p>')])
    section.body = [("paragraph", f'<p><a linktype="page" id="{linked.pk}">Linked</a></p>')]
    section.save()

    assert titles(orphans(Page.objects.all())) == ["Alone", "Itself"]


def test_a_link_to_a_translation_leads_to_the_whole_family(homes):
    english = make_page(make_page(homes.en, "section"), "plan")
    turkish = make_page(make_page(homes.tr, "bolum"), "tasari", english)
    homes.tr.body = [("paragraph", f'<p><a linktype="page" id="{turkish.pk}">Tasarı</a></p>')]
    homes.tr.save()

    assert titles(orphans(Page.objects.all())) == []


def test_a_version_is_named_by_its_document(homes):
    document = homes.en.add_child(instance=DocumentPage(title="Statutes", slug="statutes", locale=homes.en.locale))
    document.add_child(instance=DocumentPage(title="Statutes 2022", slug="2022", locale=homes.en.locale))

    assert titles(orphans(Page.objects.all())) == []
