"""The office's part of the menu, shown only to whom the table of permissions allows it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from membership.desk.policy import roles_in
from membership.permissions import Action, may


class DeskMenuItem(MenuItem):
    """A link for those who may do `action`."""

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action = action

    def is_shown(self, request: HttpRequest) -> bool:
        return may(roles_in(request), self.action)


def office_menu() -> SubmenuMenuItem:
    """Return the group of the office."""
    items = [
        DeskMenuItem(
            _("Applications"),
            reverse_lazy("desk:queue"),
            name="applications",
            icon_name="doc-full-inverse",
            order=10,
            action=Action.SEE_QUEUE,
        ),
        DeskMenuItem(
            _("Decisions"),
            reverse_lazy("desk:decisions"),
            name="decisions",
            icon_name="form",
            order=20,
            action=Action.OPEN_DOSSIER,
        ),
        DeskMenuItem(
            _("Meetings"),
            reverse_lazy("desk:meetings"),
            name="meetings",
            icon_name="calendar-alt",
            order=30,
            action=Action.SEE_MEETING,
        ),
        DeskMenuItem(
            _("Executive Committee"),
            reverse_lazy("desk:committee"),
            name="committee",
            icon_name="group",
            order=40,
            action=Action.SEE_COMMITTEE,
        ),
        DeskMenuItem(
            _("Decision rules"),
            reverse_lazy("desk:rules"),
            name="rules",
            icon_name="list-ol",
            order=50,
            action=Action.OPEN_DOSSIER,
        ),
        DeskMenuItem(
            _("Rulings"),
            reverse_lazy("desk:rulings"),
            name="rulings",
            icon_name="doc-full",
            order=60,
            action=Action.OPEN_DOSSIER,
        ),
    ]
    items += [
        DeskMenuItem(
            _("What if…"),
            reverse_lazy("desk:what_if"),
            name="what-if",
            icon_name="help",
            order=80,
            action=Action.TRY_CASE,
        ),
        DeskMenuItem(
            _("Texts of messages"),
            reverse_lazy("desk:mail_texts"),
            name="mail-texts",
            icon_name="mail",
            order=90,
            action=Action.SEE_OUTBOX,
        ),
        DeskMenuItem(
            _("Record"),
            reverse_lazy("desk:record"),
            name="record",
            icon_name="history",
            order=100,
            action=Action.SEE_RECORD,
        ),
        DeskMenuItem(
            _("Report on a person"),
            reverse_lazy("desk:person"),
            name="person",
            icon_name="user",
            order=110,
            action=Action.REPORT_ON_PERSON,
        ),
    ]
    return SubmenuMenuItem(_("Membership"), Menu(items=items), name="membership", icon_name="group", order=100)
