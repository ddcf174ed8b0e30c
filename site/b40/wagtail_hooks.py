"""What the project adds to Wagtail's admin: the way to one's own log-in, and to the second factor of others."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from b40.access.removal import RemoveSecondFactor
from membership.permissions import Action, may, roles_of
from membership.selectors.calendar import today_in_the_network


@hooks.register("register_admin_urls")
def removal_url() -> list[URLPattern]:
    return [path("users/<int:pk>/second-factor/", RemoveSecondFactor.as_view(), name="remove_second_factor")]


@hooks.register("register_account_menu_item")
def second_factor_item(request: HttpRequest) -> dict[str, str]:  # noqa: ARG001 – Wagtail calls it with one
    text = _("An app on your telephone shows a code that you type after your password.")
    return {"url": reverse("mfa_index"), "label": _("Second factor"), "help_text": text}


@hooks.register("register_account_menu_item")
def password_item(request: HttpRequest) -> dict[str, str]:  # noqa: ARG001 – Wagtail calls it with one
    text = _("You need your present password.")
    return {"url": reverse("account_change_password"), "label": _("Change the password"), "help_text": text}


@hooks.register("register_user_listing_buttons")
def removal_button(user: User, request_user: User) -> Iterator[Button]:
    if may(roles_of(request_user, today_in_the_network()), Action.REMOVE_SECOND_FACTOR):
        url = reverse("remove_second_factor", args=[user.pk])
        yield Button(_("Remove the second factor"), url, icon_name="lock-open", priority=90)
