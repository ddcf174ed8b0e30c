"""The page of the mayor's office: not ours, or read and confirm. Opening it changes nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from membership.forms.entry import CodeForm
from membership.forms.sections import plan_of
from membership.forms.shown import answer_rows
from membership.labels import applying
from membership.models import MayorNotice
from membership.rules.errors import RuleError
from membership.selectors.calendar import today_in_the_network
from membership.services import notices
from membership.views.session import now, private

REFUSED, UNKNOWN, GONE = 422, 404, 410


@private
@require_safe
def notice(request: HttpRequest, token: str) -> HttpResponse:
    """Tell what was applied for, and ask whether the office knows of it."""
    try:
        found = notices.notice_of(token)
    except RuleError as error:
        return _end(request, error)
    name = "notice_answered" if found.answer else "notice"
    return render(request, f"membership/apply/{name}.html", {"notice": found, "token": token})


@private
@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the code; with it, show the application read-only."""
    form = CodeForm(request.POST if request.method == "POST" else None, label_suffix="")
    try:
        found = notices.notice_of(token)
        if found.answer:
            return redirect("apply:notice", token)
        if request.method == "POST" and form.is_valid():
            notices.open_notice(token, form.cleaned_data["code"])
            return _copy(request, found, token, form.cleaned_data["code"])
    except RuleError as error:
        if error.code != "code_wrong" or not error.details["left"]:
            return _end(request, RuleError("notice_locked") if error.code == "code_wrong" else error)
        form.add_error("code", applying.sentence(error))
    context = {"notice": found, "token": token, "form": form}
    return render(request, "membership/apply/notice_read.html", context, status=REFUSED if form.errors else 200)


def _copy(request: HttpRequest, found: MayorNotice, token: str, code: str) -> HttpResponse:
    revision = found.application.revisions.get(number=found.revision)
    plan = plan_of(found.application)
    context = {
        "notice": found,
        "token": token,
        "code": code,
        "revision": revision,
        "sections": answer_rows(plan, revision.content["answers"], today_in_the_network()),
        "files": revision.content["files"],
    }
    return render(request, "membership/apply/notice_copy.html", context)


@private
@require_POST
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm what was read; the code is asked for once more by the page itself."""
    try:
        found = notices.open_notice(token, request.POST.get("code", ""))
        notices.confirm(found.pk, now=now())
    except RuleError as error:
        return _end(request, error if error.code != "code_wrong" else RuleError("notice_unknown"))
    found.refresh_from_db()
    return render(request, "membership/apply/notice_answered.html", {"notice": found})


@private
@require_POST
def disown(request: HttpRequest, token: str) -> HttpResponse:
    """Freeze the application: the office does not know it."""
    try:
        notices.disown(token, now=now())
    except RuleError as error:
        return _end(request, error)
    return render(request, "membership/apply/notice_answered.html", {"notice": notices.notice_of(token)})


def _end(request: HttpRequest, error: RuleError) -> HttpResponse:
    status = UNKNOWN if error.code == "notice_unknown" else GONE
    return render(request, "membership/apply/refused.html", {"sentence": applying.sentence(error)}, status=status)
