"""Stands before the office: whoever needs a second factor sets one up first, and who is away for long is logged out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from membership.permissions import needs_second_factor
from membership.selectors.calendar import today_in_the_network

SEEN = "office_seen"
SEEN_EVERY_SECONDS = 10 * 60


class OfficeMiddleware:
    """Looks only at addresses below `/admin/`, and asks the database only about who is logged in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_office(request.path_info) and request.user.is_authenticated:
            remember_presence(request)
            target = first_to(request, request.user)
            if target:
                return redirect(f"{target}?{urlencode({'next': request.get_full_path()})}")
        return self.get_response(request)


def is_office(path: str) -> bool:
    """Whether an address is the office proper, and no page on which one logs in."""
    if not path.startswith(reverse("wagtailadmin_home")):
        return False
    doors = (reverse("account_login"), reverse("account_logout"), reverse("mfa_index").removesuffix("second-factor/"))
    scripts = (reverse("wagtailadmin_sprite"), reverse("wagtailadmin_javascript_catalog"))
    return not path.startswith(doors + scripts)


def first_to(request: HttpRequest, user: User) -> str:
    """Return where the user must go before the office opens: to set a second factor up, or to show it."""
    if not settings.SECOND_FACTOR:
        return ""
    if is_mfa_enabled(user, [Authenticator.Type.TOTP]):
        shown = any(record["method"] == "mfa" for record in get_authentication_records(request, user))
        return "" if shown else reverse("mfa_reauthenticate")
    return reverse("mfa_activate_totp") if needs_second_factor(user, today_in_the_network()) else ""


def remember_presence(request: HttpRequest) -> None:
    """Let the session last from now on; written every ten minutes at most."""
    now = int(time.time())
    if now - cast(int, request.session.get(SEEN, 0)) >= SEEN_EVERY_SECONDS:
        request.session[SEEN] = now
