"""Where the office begins: whoever logs in lands on the applications, and the home page shows what waits, too."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import HomeView

from membership.desk.policy import roles_in
from membership.desk.waiting import waiting_for
from membership.permissions import Action, Role, may
from membership.selectors.calendar import today_in_the_network
from membership.selectors.queue import standings

JUST_LOGGED_IN = "desk_just_logged_in"


class StartView(HomeView):
    """Wagtail's home page; the first visit after the login leads those of the office to the applications."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.session.pop(JUST_LOGGED_IN, False) and begins_with_applications(roles_in(request)):
            return redirect("desk:queue")
        return super().get(request, *args, **kwargs)


class WaitingPanel(Component):
    """What waits for the reader, on the home page."""

    name = "waiting"
    order = 10
    template_name = "membership/desk/home_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request, today = parent_context["request"], today_in_the_network()
        tasks = waiting_for(cast(User, request.user), roles_in(request), standings(today), today)
        return {"tasks": tasks, "request": request}


start = never_cache(require_admin_access(StartView.as_view()))


def remember_login(request: HttpRequest, **_signal: Any) -> None:
    """Let the next visit of the home page know that somebody has just logged in."""
    if hasattr(request, "session"):
        request.session[JUST_LOGGED_IN] = True


def begins_with_applications(roles: frozenset[Role]) -> bool:
    """Whether somebody works with applications, whatever else he may do."""
    return may(roles, Action.SEE_QUEUE)


def add_waiting(request: HttpRequest, panels: list[Component]) -> None:
    """Put what waits on the home page of those who work with applications."""
    if begins_with_applications(roles_in(request)):
        panels.append(WaitingPanel())
