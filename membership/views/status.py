"""Where a submitted application stands, and its withdrawal."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from membership.labels import status as labels
from membership.labels.states import ApplicationState
from membership.models import Application
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.selectors.status import may_withdraw, standing_of
from membership.services.withdrawal import withdraw as withdraw_application
from membership.views.session import applicant, now

CONFLICT = 409


@require_safe
@applicant(Action.SEE_RECEIPT, is_draft=False)
def status(request: HttpRequest, application: Application) -> HttpResponse:
    """The steps of the statutes with their days, what is going on, and what was sent."""
    if application.state == ApplicationState.DRAFT:
        return redirect("apply:form")
    return _status_page(request, application)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.WITHDRAW, is_draft=False)
def withdraw(request: HttpRequest, application: Application) -> HttpResponse:
    """Ask once more, then withdraw. When it is too late, the status page says so (status 409)."""
    if application.state == ApplicationState.DRAFT:
        return redirect("apply:form")
    if request.method != "POST":
        if not may_withdraw(application):
            return redirect("apply:status")
        return render(request, "membership/apply/withdraw.html", {"application": application})
    try:
        withdraw_application(application.pk, now=now())
    except RuleError:
        application.refresh_from_db()
        return _status_page(request, application, is_too_late=True)
    return redirect("apply:status")


def _status_page(request: HttpRequest, application: Application, *, is_too_late: bool = False) -> HttpResponse:
    standing = standing_of(application)
    context = {
        "application": application,
        "standing": standing,
        "sentence": labels.NOW[standing.state],
        "steps": [(step, labels.STEPS[step.key], labels.ARTICLES[step.key]) for step in standing.steps],
        "files": application.uploads.filter(replaced_at__isnull=True),
        "is_too_late": is_too_late,
    }
    return render(request, "membership/apply/status.html", context, status=CONFLICT if is_too_late else 200)
