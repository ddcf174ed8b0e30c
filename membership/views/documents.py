"""The documents of an application: the list, one page to send each, one to take it out again."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from membership.forms.documents import document_form
from membership.labels import applying
from membership.labels.documents import DOCUMENTS, NEEDED, leads_of
from membership.labels.states import ApplicationState, Route, ScanState, UploadKind
from membership.models import Application, Upload
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.rules.house_rules import MOST_FILES
from membership.selectors.drafts import open_parts
from membership.services.files import attach, remove
from membership.sitting import actor
from membership.views.session import Stage, applicant, now

REFUSED = 422


@require_safe
@applicant(Action.EDIT_ANSWERS, Stage.OPEN)
def documents(request: HttpRequest, application: Application) -> HttpResponse:
    """What is there and what may be sent, kind by kind."""
    parts = open_parts(application)
    context = {
        "application": application,
        "kinds": [
            _shelf(application, kind, is_needed=kind == NEEDED)
            for kind in kinds_of(application)
            if parts.has_kind(kind)
        ],
        "most": MOST_FILES,
    }
    return render(request, "membership/apply/documents.html", context)


def kinds_of(application: Application) -> tuple[UploadKind, ...]:
    """Return the kinds of document that the form asks for."""
    letter_and_more = (UploadKind.MAYOR_LETTER, UploadKind.TRANSLATION, UploadKind.OTHER)
    return letter_and_more if application.route == Route.OBSERVER else tuple(DOCUMENTS)


def _shelf(application: Application, kind: UploadKind, *, is_needed: bool) -> dict[str, Any]:
    files = application.uploads.filter(kind=kind, replaced_at__isnull=True, is_late=False)
    return {
        "kind": kind,
        "label": leads_of(application.route)[kind].title,
        "files": files,
        "is_needed": is_needed,
        "may_send": kind == UploadKind.OTHER or not files.exclude(scan=ScanState.INFECTED).exists(),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.EDIT_ANSWERS, Stage.ANY)
def document(request: HttpRequest, application: Application, kind: str) -> HttpResponse:
    """Send one document; a refused file leaves the one that was there. After submitting it counts as late."""
    if kind not in UploadKind.values:
        raise Http404
    form = document_form(UploadKind(kind), application, request)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        try:
            attach(
                application.pk,
                UploadKind(kind),
                words["file"],
                document_date=words.get("document_date"),
                now=now(),
                actor=actor(request),
            )
        except RuleError as error:
            if error.code == "already_submitted":
                raise
            form.add_error("file", applying.sentence(error))
        else:
            return redirect("apply:documents" if open_parts(application).has_kind(kind) else "apply:status")
    words_of_kind = leads_of(application.route)[UploadKind(kind)]
    context = {
        "application": application,
        "form": form,
        "kind": kind,
        "words": words_of_kind,
        "is_late": application.state != ApplicationState.DRAFT and not open_parts(application).has_kind(kind),
        "standing": application.uploads.standing().filter(kind=kind).first() if kind != UploadKind.OTHER else None,
    }
    return render(request, "membership/apply/document.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.EDIT_ANSWERS, Stage.OPEN)
def take_out(request: HttpRequest, application: Application, pk: int) -> HttpResponse:
    """Ask once more, then take a file out of the form; it stays in the history."""
    upload = get_object_or_404(Upload, pk=pk, application=application, replaced_at__isnull=True)
    if request.method != "POST":
        return render(request, "membership/apply/take_out.html", {"application": application, "upload": upload})
    remove(application.pk, upload.pk, now=now(), actor=actor(request))
    return redirect("apply:documents")
