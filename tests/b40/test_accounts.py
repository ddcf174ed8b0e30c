"""The groups of the office and the accounts to try it with: what each may do, and that nothing is made twice."""

import re

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from b40.seed.accounts import ensure_groups, make_demo_accounts
from membership.labels.states import SeatRole
from membership.models import Seat
from membership.permissions import Role, roles_of
from tests.membership.factories import NOW, SEATS, TODAY, CityFactory, SeatFactory, UserFactory

pytestmark = pytest.mark.django_db
User = get_user_model()

PAGE_ACTS = {"add_page", "change_page", "publish_page"}
FILE_ACTS = {"add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"}


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def make_vacant_seats():
    """Seven seats in office as the seed leaves them: without an account."""
    return [
        SeatFactory(city=CityFactory(slug=slug, country=country), role=role, holder=None)
        for slug, country, role in SEATS
    ]


def make_all():
    ensure_groups()
    make_vacant_seats()
    return make_demo_accounts()


def test_there_is_one_account_for_each_role_and_each_seat():
    made = make_all()

    assert [(name, role) for name, _, role in made] == [
        ("administrator", "Administrator"),
        ("secretariat", "Secretariat"),
        ("permanent_secretary", "Permanent Secretary"),
        ("editor", "Editors"),
        ("translator", "Translators (tr)"),
        ("auditor", "Auditors"),
        ("zagreb", "President, Zagreb"),
        ("sofia", "Committee member, Sofia"),
        ("sarajevo", "Committee member, Sarajevo"),
        ("athens", "Committee member, Athens"),
        ("tirana", "Committee member, Tirana"),
        ("skopje", "Committee member, Skopje"),
        ("canakkale", "Committee member, Canakkale"),
    ]


def test_the_passwords_open_the_accounts_and_no_two_are_alike():
    made = make_all()

    assert len({password for _, password, _ in made}) == 13
    assert all(re.fullmatch(r"[\w-]{16}", password) for _, password, _ in made)
    assert all(User.objects.get(username=name).check_password(password) for name, password, _ in made)


def test_a_second_run_makes_nothing_and_changes_no_password():
    made = make_all()

    assert make_demo_accounts() == []
    assert User.objects.count() == 13
    assert all(User.objects.get(username=name).check_password(password) for name, password, _ in made)


def test_only_the_account_that_is_missing_is_made():
    make_all()
    User.objects.get(username="auditor").delete()

    assert [name for name, _, _ in make_demo_accounts()] == ["auditor"]


def test_the_president_and_every_member_hold_their_seats():
    make_all()

    held = dict(Seat.objects.values_list("city__slug", "holder__username"))
    assert held == {slug: slug for slug, _, _ in SEATS}
    assert roles_of(User.objects.get(username="zagreb"), TODAY) == {Role.COMMITTEE, Role.PRESIDENT}
    assert roles_of(User.objects.get(username="sofia"), TODAY) == {Role.COMMITTEE}


def test_a_seat_that_has_a_holder_keeps_him():
    ensure_groups()
    holder = UserFactory(username="mayor")
    seat = SeatFactory(city=CityFactory(slug="zagreb"), role=SeatRole.PRESIDENT, holder=holder)

    made = make_demo_accounts()

    seat.refresh_from_db()
    assert seat.holder == holder
    assert "zagreb" not in [name for name, _, _ in made]


@pytest.mark.parametrize(
    ("start", "end"), [("2026-01-01", "2027-02-28"), ("2027-03-02", None)], ids=["ended_yesterday", "begins_tomorrow"]
)
def test_a_seat_that_is_not_in_office_today_gets_no_account(start, end):
    ensure_groups()
    SeatFactory(city=CityFactory(slug="zagreb"), holder=None, start=start, end=end)

    assert [name for name, _, _ in make_demo_accounts()] == [
        "administrator",
        "secretariat",
        "permanent_secretary",
        "editor",
        "translator",
        "auditor",
    ]


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("administrator", {Role.ADMINISTRATOR}),
        ("secretariat", {Role.SECRETARIAT}),
        ("permanent_secretary", {Role.PERMANENT_SECRETARY, Role.SECRETARIAT}),
        ("translator", {Role.TRANSLATOR}),
        ("editor", {Role.EDITOR}),
        ("auditor", {Role.AUDITOR}),
    ],
)
def test_the_staff_have_the_role_of_their_group(name, roles):
    make_all()

    assert roles_of(User.objects.get(username=name), TODAY) == roles


def test_only_the_administrator_is_a_superuser():
    make_all()

    assert list(User.objects.filter(is_superuser=True).values_list("username", flat=True)) == ["administrator"]


@pytest.mark.parametrize(
    "name",
    ["secretariat", "permanent_secretary", "translator", "editor", "auditor", "zagreb", "sofia", "administrator"],
)
def test_every_account_gets_into_the_office(client, name):
    make_all()
    client.force_login(User.objects.get(username=name))

    assert client.get(reverse("wagtailadmin_home"), follow=True).status_code == 200


@pytest.mark.parametrize(
    ("name", "writes"),
    [
        ("Secretariat", True),
        ("Permanent Secretary", True),
        ("Editors", True),
        ("Translators (tr)", False),
        ("Committee", False),
        ("Auditors", False),
    ],
)
def test_groups_that_write_pages_may_publish_and_use_files(name, writes):
    ensure_groups()

    group = Group.objects.get(name=name)
    on_pages = {row.permission.codename for row in group.page_permissions.all()}
    on_files = {row.permission.codename for row in group.collection_permissions.all()}
    assert group.permissions.filter(codename="access_admin").exists()
    assert (on_pages, on_files) == ((PAGE_ACTS, FILE_ACTS) if writes else (set(), set()))


def test_what_an_administrator_took_from_a_group_stays_taken():
    ensure_groups()
    auditors = Group.objects.get(name="Auditors")
    auditors.permissions.remove(Permission.objects.get(codename="access_admin"))

    ensure_groups()

    assert list(auditors.permissions.all()) == []
    assert Group.objects.get(name="Editors").page_permissions.count() == 3
