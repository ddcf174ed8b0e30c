"""The menu shows what its reader may open."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu

pytestmark = pytest.mark.django_db
OF_MEMBERS = ["office-members", "office-participation", "office-ceremonies", "office-observers"]


def entries(user) -> dict[str, list[str]]:
    """The groups of the office in the menu, with the names of their entries."""
    request = RequestFactory().get(reverse("wagtailadmin_home"))  # the lists of records register with the addresses
    request.user = user
    groups = [item for item in admin_menu.menu_items_for_request(request) if item.name in ("membership", "records")]
    return {group.name: [item.name for item in group.menu.menu_items_for_request(request)] for group in groups}


OF_MEMBERS = ["office-members", "office-participation", "office-ceremonies", "office-observers"]
FOR_ALL = ["applications", "decisions", "meetings", "committee", *OF_MEMBERS, "rules", "rulings", "what-if"]


def test_the_secretariat_sees_applications_and_records(secretary):
    shown = entries(secretary)

    assert shown["membership"] == [*FOR_ALL, "mail-texts", "record", "person"]
    assert len(shown["records"]) == 9


def test_a_member_of_the_committee_sees_no_records(member):
    assert entries(member) == {"membership": FOR_ALL}


def test_an_auditor_sees_rules_and_messages(auditor):
    assert entries(auditor) == {
        "membership": [*FOR_ALL, "mail-texts", "record"],
        "records": ["messages"],
    }


def test_an_editor_sees_nothing_of_the_office(editor):
    assert entries(editor) == {}


def test_the_style_of_the_office_is_loaded(enter, secretary):
    assert "css/desk.css" in enter(secretary).get("/admin/membership/applications/").content.decode()
