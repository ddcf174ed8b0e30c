"""The end of the form: all answers once more, submitting, and the receipt."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from membership.forms.sections import SECTIONS, answer_rows
from membership.labels import applying
from membership.models import Application
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.selectors.calendar import today_in_the_network
from membership.selectors.drafts import letter_of, sections_of
from membership.services.submission import submit
from membership.views.form import tasks_of
from membership.views.session import applicant, now

REFUSED, CONFLICT = 422, 409


@require_safe
@applicant(Action.SUBMIT)
def check(request: HttpRequest, application: Application) -> HttpResponse:
    """All answers by section, each with a link to change it."""
    return _check_page(request, application)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.SUBMIT, is_draft=False)
def send(request: HttpRequest, application: Application) -> HttpResponse:
    """Submit. A second submit shows the same receipt; an incomplete form comes back with what is missing."""
    if request.method != "POST":
        return redirect("apply:check")
    try:
        submitted = submit(application.pk, sections=SECTIONS, now=now())
    except RuleError as error:
        status = CONFLICT if error.code == "already_member" else REFUSED
        return _check_page(request, application, sentence=applying.sentence(error), status=status)
    return redirect("apply:receipt", submitted.reference)


@require_safe
@applicant(Action.SEE_RECEIPT, is_draft=False)
def receipt(request: HttpRequest, application: Application, reference: str) -> HttpResponse:
    """What was received; only for the browser that holds the application."""
    if application.reference != reference:
        raise Http404
    context = {"application": application, "revision": application.revisions.order_by("number").last()}
    return render(request, "membership/apply/receipt.html", context)


def _check_page(
    request: HttpRequest, application: Application, *, sentence: str = "", status: int = 200
) -> HttpResponse:
    answers = {key: row.answers for key, row in sections_of(application).items()}
    context = {
        "application": application,
        "sections": answer_rows(answers, today_in_the_network()),
        "letter": letter_of(application),
        "open_tasks": [task for task in tasks_of(application) if task["status"] != "complete"],
        "sentence": sentence,
    }
    return render(request, "membership/apply/check.html", context, status=status)
