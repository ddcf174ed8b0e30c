"""The end of the form: all answers once more, submitting, and the receipt."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from membership.forms.sections import plan_of
from membership.forms.shown import answer_rows
from membership.labels import applying
from membership.labels.documents import leads_of
from membership.labels.states import UploadKind
from membership.models import Application
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.selectors.calendar import today_in_the_network
from membership.selectors.cities import links
from membership.selectors.drafts import sections_of
from membership.selectors.matching import applications_like, cities_like, member_named
from membership.selectors.next_steps import next_steps
from membership.services.submission import submit
from membership.sitting import actor
from membership.views.form import tasks_of
from membership.views.papers import receipt as receipt_paper
from membership.views.session import Stage, applicant, now
from pages.languages.active import active_language

REFUSED, CONFLICT = 422, 409


@require_safe
@applicant(Action.SUBMIT)
def check(request: HttpRequest, application: Application) -> HttpResponse:
    """All answers by section, each with a link to change it."""
    return _check_page(request, application)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.SUBMIT, Stage.ANY)
def send(request: HttpRequest, application: Application) -> HttpResponse:
    """Submit. A second submit shows the same receipt; an incomplete form comes back with what is missing."""
    if request.method != "POST":
        return redirect("apply:check")
    sections = plan_of(application).sections
    try:
        sent = submit(application.pk, sections=sections, now=now(), actor=actor(request), compose=receipt_paper)
    except RuleError as error:
        is_member = error.code == "already_member"
        return _check_page(
            request,
            application,
            sentence="" if is_member else applying.sentence(error),
            status=CONFLICT if is_member else REFUSED,
        )
    return redirect("apply:receipt", sent.reference)


@require_safe
@applicant(Action.SEE_RECEIPT, Stage.ANY)
def receipt(request: HttpRequest, application: Application, reference: str) -> HttpResponse:
    """What was received; only for the browser that holds the application."""
    if application.reference != reference:
        raise Http404
    context = {
        "application": application,
        "revision": application.revisions.order_by("number").last(),
        "steps": next_steps(application),
    }
    return render(request, "membership/apply/receipt.html", context)


def _check_page(
    request: HttpRequest, application: Application, *, sentence: str = "", status: int = 200
) -> HttpResponse:
    plan, words = plan_of(application), leads_of(application.route)
    answers = {key: row.answers for key, row in sections_of(application).items()}
    files = application.uploads.filter(replaced_at__isnull=True, is_late=False)
    context = {
        "application": application,
        "sections": answer_rows(plan, answers, today_in_the_network()),
        "last_section": list(plan.sections)[-1],
        "files": [{"label": words[UploadKind(file.kind)].title, "file": file} for file in files if file.kind in words],
        "open_tasks": [task for task in tasks_of(application) if task["status"] != "complete"],
        "sentence": sentence,
        **_alike(application),
    }
    return render(request, "membership/apply/check.html", context, status=status)


def _alike(application: Application) -> dict[str, Any]:
    """What looks the same: a membership that stands, which ends the way, or hints that refuse nothing."""
    member = member_named(application)
    found = [match for match in cities_like(application) if match.member]
    slugs = {match.city.slug for match in found} | ({member.city.slug} if member else set())
    addresses = links(slugs, active_language().code) if slugs else {}
    if member:
        return {"member": addresses[member.city.slug], "member_sentence": applying.standing_sentence(member.state)}
    return {
        "similar_members": [addresses[match.city.slug] for match in found],
        "has_similar_application": bool(applications_like(application)),
    }
