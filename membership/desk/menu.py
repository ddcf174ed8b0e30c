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


# Name, words, page, icon, and what the table of permissions must allow.
ROWS = (
    ("applications", _("Applications"), "desk:queue", "doc-full-inverse", Action.SEE_QUEUE),
    ("decisions", _("Decisions"), "desk:decisions", "form", Action.OPEN_DOSSIER),
    ("meetings", _("Meetings"), "desk:meetings", "calendar-alt", Action.SEE_MEETING),
    ("committee", _("Executive Committee"), "desk:committee", "group", Action.SEE_COMMITTEE),
    ("office-members", _("Members"), "desk:members", "group", Action.SEE_MEMBERS),
    ("office-participation", _("Participation"), "desk:participation", "date", Action.SEE_MEMBERS),
    ("office-ceremonies", _("Ceremonies"), "desk:ceremonies", "date", Action.SEE_MEMBERS),
    ("office-observers", _("Observers"), "desk:observers", "view", Action.SEE_MEMBERS),
    ("rules", _("Decision rules"), "desk:rules", "list-ol", Action.OPEN_DOSSIER),
    ("rulings", _("Rulings"), "desk:rulings", "doc-full", Action.OPEN_DOSSIER),
    ("what-if", _("What if…"), "desk:what_if", "help", Action.TRY_CASE),
    ("mail-texts", _("Texts of messages"), "desk:mail_texts", "mail", Action.SEE_OUTBOX),
    ("record", _("Record"), "desk:record", "history", Action.SEE_RECORD),
    ("person", _("Report on a person"), "desk:person", "user", Action.REPORT_ON_PERSON),
    ("open_dossier", _("Open a dossier"), "desk:reason", "lock-open", Action.OPEN_WITH_REASON),
)


def office_menu() -> SubmenuMenuItem:
    """Return the group of the office, in the order of its rows."""
    items = [
        DeskMenuItem(label, reverse_lazy(page), name=name, icon_name=icon, order=order, action=action)
        for order, (name, label, page, icon, action) in enumerate(ROWS)
    ]
    return SubmenuMenuItem(_("Membership"), Menu(items=items), name="membership", icon_name="group", order=100)
