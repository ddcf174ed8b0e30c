"""Lets Wagtail's own listing and editing views ask the table of permissions."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from wagtail.permission_policies.base import BasePermissionPolicy

from membership.permissions import Action, Role, User, may, roles_of
from membership.selectors.calendar import today_in_the_network

WRITES = ("add", "change")


class TablePolicy(BasePermissionPolicy):
    """Whoever may do `action` may see, add and change; nobody may delete, since a record stands or is ended.

    `is_read_only` leaves only seeing.
    """

    def __init__(self, model: type[Model], action: Action, *, is_read_only: bool = False) -> None:
        super().__init__(model)
        self.action = action
        self.is_read_only = is_read_only

    def user_has_permission(self, user: User, action: str) -> bool:
        if action == "delete" or (self.is_read_only and action in WRITES):
            return False
        return may(_roles(user), self.action)

    def user_has_any_permission(self, user: User, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Any) -> QuerySet:
        users = get_user_model().objects.filter(is_active=True)
        return users.filter(pk__in=[user.pk for user in users if self.user_has_any_permission(user, actions)])


def remember_roles(user: User, roles: frozenset[Role]) -> None:
    """Keep the roles with the user of this request, so that the menu need not ask again."""
    user.desk_roles = roles  # type: ignore[union-attr] # the user of a request is an object of its own


def roles_in(request: HttpRequest) -> frozenset[Role]:
    """Return the roles of the user of a request."""
    return _roles(request.user)


def _roles(user: User) -> frozenset[Role]:
    """Return the user's roles; kept with the user, as one list asks a dozen times within one request."""
    known = getattr(user, "desk_roles", None)  # the user of a request is lazy: `vars` would see only its shell
    if known is None:
        known = roles_of(user, today_in_the_network())
        remember_roles(user, known)
    return cast("frozenset[Role]", known)
