"""Where a submitted application stands, what is asked of the applicant now, and its withdrawal."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from membership.models import Application
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.selectors.status import may_withdraw, papers_of, standing_of
from membership.services.withdrawal import withdraw as withdraw_application
from membership.sitting import actor
from membership.views.session import Stage, applicant, now

CONFLICT = 409


@require_safe
@applicant(Action.SEE_RECEIPT, Stage.RECEIVED)
def status(request: HttpRequest, application: Application) -> HttpResponse:
    """The steps of the statutes with their days, what is going on, what was sent and written."""
    return status_page(request, application)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.WITHDRAW, Stage.RECEIVED)
def withdraw(request: HttpRequest, application: Application) -> HttpResponse:
    """Ask once more, then withdraw. When it is too late, the status page says so (status 409)."""
    if request.method != "POST":
        if not may_withdraw(application):
            return redirect("apply:status")
        return render(request, "membership/apply/withdraw.html", {"application": application})
    try:
        withdraw_application(application.pk, now=now(), actor=actor(request))
    except RuleError:
        application.refresh_from_db()
        return status_page(request, application, is_too_late=True, status=CONFLICT)
    return redirect("apply:status")


def status_page(request: HttpRequest, application: Application, *, status: int = 200, **more: Any) -> HttpResponse:
    """Show where the application stands; `more` are refused forms and sentences."""
    context = {
        "application": application,
        "standing": standing_of(application),
        "papers": papers_of(application),
        "messages_written": application.messages.all(),
        **more,
    }
    return render(request, "membership/apply/status.html", context, status=status)
