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
            _("Open a dossier"),
            reverse_lazy("desk:reason"),
            name="open_dossier",
            icon_name="lock-open",
            order=90,
            action=Action.OPEN_WITH_REASON,
        ),
    ]
    return SubmenuMenuItem(_("Membership"), Menu(items=items), name="membership", icon_name="group", order=100)
