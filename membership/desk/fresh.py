"""Acts that bind the Committee: whoever does one has shown within ten minutes who he is."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from membership.desk.base import Act
from membership.desk.kept import keep
from membership.permissions import require
from membership.rules.house_rules import FRESH_MINUTES


def is_fresh(request: HttpRequest, user: User | AnonymousUser, now: datetime) -> bool:
    """Whether the user logged in, or confirmed who he is, within the last ten minutes of this session."""
    if not user.is_authenticated:
        return False
    moments = [record["at"] for record in get_authentication_records(request, user)]
    return bool(moments) and now.timestamp() - max(moments) <= FRESH_MINUTES * 60


def way_to_confirm(back: str) -> str:
    """Return the address on which the user confirms who he is, and from which he comes back."""
    return f"{reverse('account_reauthenticate')}?{urlencode({'next': back})}"


class FreshAct(Act):
    """An act that first asks for password or code again. What was typed is shown once more, and is sent by the user."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require(self.user, self.act, self.today)
        if self.is_confirmed():
            return super().post(request, *args, **kwargs)
        keep(request, page=urlsplit(self.url()).path, key=self.form_class.key)
        return redirect(way_to_confirm(self.url()))

    def is_confirmed(self) -> bool:
        """Whether the user has shown who he is recently enough for this act."""
        return is_fresh(self.request, self.user, self.now)
