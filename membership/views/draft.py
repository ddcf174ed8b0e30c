"""What belongs to the applicant: the answers to take along, and the end of a draft."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from membership.forms.portable import portable
from membership.models import Application
from membership.permissions import Action
from membership.services.keeping import delete_draft
from membership.services.record import APPLICANT
from membership.sitting import leave
from membership.views.session import applicant


@require_safe
@applicant(Action.EDIT_ANSWERS)
def download(_request: HttpRequest, application: Application) -> HttpResponse:
    """All answers and the list of files as JSON, questions and choices in the language that is read."""
    response = JsonResponse(portable(application), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="b40-application.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.EDIT_ANSWERS)
def delete(request: HttpRequest, application: Application) -> HttpResponse:
    """Ask once more, then delete the draft and forget it in this browser."""
    if request.method != "POST":
        return render(request, "membership/apply/delete.html", {"application": application})
    delete_draft(application.pk, APPLICANT)
    leave(request)
    return render(request, "membership/apply/deleted.html")
