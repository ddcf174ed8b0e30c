"""The groups of the office, and accounts to try it with."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from membership.labels.states import SeatRole
from membership.models import Seat
from membership.permissions import COMMITTEE_GROUP, GROUPS, TRANSLATORS
from pages.models import HomePage

PAGE_WRITERS = ("Secretariat", "Permanent Secretary", "Editors")
PAGE_ACTS = ("add_page", "change_page", "publish_page")
TRANSLATION_ACTS = ("change_page", "publish_page")
FILE_ACTS = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
PASSWORD_BYTES = 12
DEMO_STAFF = {
    "secretariat": "Secretariat",
    "permanent_secretary": "Permanent Secretary",
    "editor": "Editors",
    "translator": TRANSLATORS["tr"],
    "auditor": "Auditors",
}

Account = tuple[str, str, str]


@transaction.atomic
def ensure_groups() -> None:
    """Make the groups that are missing: all reach the office, three write pages, one for each language translates.

    Later changes stand. Wagtail brings Editors of its own, who may not publish: at the first run they are set up as the others.
    """
    is_first_run = not Group.objects.filter(name=COMMITTEE_GROUP).exists()
    admin = Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    for name in (*GROUPS, COMMITTEE_GROUP):
        group, is_new = Group.objects.get_or_create(name=name)
        if not (is_new or is_first_run):
            continue
        group.permissions.add(admin)
        if name in PAGE_WRITERS:
            _let_write(group)
    for code, name in TRANSLATORS.items():
        _let_translate(Group.objects.get(name=name), code)


@transaction.atomic
def make_demo_accounts() -> list[Account]:
    """Make the accounts that are missing and return them as (user name, password, role).

    Each seat of the Committee in office has one, named after its city.
    """
    accounts = _make("administrator", "Administrator", (), is_superuser=True)
    for name, group in DEMO_STAFF.items():
        accounts += _make(name, group, (group,))
    for seat in Seat.objects.held_on(timezone.localdate()).filter(holder=None).select_related("city"):
        accounts += _make_for(seat)
    return accounts


def _let_write(group: Group) -> None:
    root = Page.get_first_root_node()
    for permission in Permission.objects.filter(codename__in=PAGE_ACTS, content_type__app_label="wagtailcore"):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    group.permissions.add(*Permission.objects.filter(content_type__app_label="pages", content_type__model="term"))
    group.permissions.add(_submission())
    for permission in Permission.objects.filter(codename__in=FILE_ACTS):
        collection = Collection.get_first_root_node()
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def _let_translate(group: Group, code: str) -> None:
    """Let translators change and publish the pages of their language, once there are any; later changes stand."""
    home = HomePage.objects.filter(locale__language_code=code).first()
    if home is None or group.permissions.filter(pk=_submission().pk).exists():
        return
    for permission in Permission.objects.filter(codename__in=TRANSLATION_ACTS, content_type__app_label="wagtailcore"):
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
    group.permissions.add(_submission())


def _submission() -> Permission:
    """Return the permission to send pages to the translation editor."""
    return Permission.objects.get(codename="submit_translation", content_type__app_label="wagtail_localize")


def _make_for(seat: Seat) -> list[Account]:
    name = seat.city.slug
    role = "President" if seat.role == SeatRole.PRESIDENT else "Committee member"
    accounts = _make(name, f"{role}, {seat.city.name_en}", (COMMITTEE_GROUP,))
    seat.holder = get_user_model().objects.get(username=name)
    seat.save(update_fields=["holder"])
    return accounts


def _make(name: str, role: str, groups: Iterable[str], *, is_superuser: bool = False) -> list[Account]:
    users = get_user_model().objects
    if users.filter(username=name).exists():
        return []
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    user = users.create_user(name, password=password, is_superuser=is_superuser, is_staff=is_superuser)
    user.groups.add(*Group.objects.filter(name__in=groups))
    return [(name, password, role)]
