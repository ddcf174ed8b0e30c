"""The form itself: the list of parts, each part, the letter."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from membership.forms.base import SectionForm, as_posted
from membership.forms.files import LetterForm
from membership.forms.sections import LETTER, SECTIONS, STEPS, answer_rows
from membership.labels import applying
from membership.labels.states import UploadKind
from membership.models import Application
from membership.permissions import Action
from membership.selectors.calendar import today_in_the_network
from membership.selectors.drafts import kept_until, letter_of, sections_of
from membership.services.drafts import SavedMeanwhile, attach, save_section
from membership.views.session import applicant, now

REFUSED, CONFLICT = 422, 409


@require_safe
@applicant(Action.EDIT_ANSWERS)
def overview(request: HttpRequest, application: Application) -> HttpResponse:
    """The parts of the form, in any order, each with how far it is."""
    tasks = tasks_of(application)
    done = sum(task["status"] == "complete" for task in tasks)
    context = {
        "application": application,
        "tasks": tasks,
        "done": done,
        "is_complete": done == len(tasks),
        "kept_until": kept_until(application),
    }
    return render(request, "membership/apply/form.html", context)


def tasks_of(application: Application) -> list[dict[str, Any]]:
    """Return the parts in their order, as the task list shows them."""
    saved, letter = sections_of(application), letter_of(application)
    complete = {key for key, row in saved.items() if row.is_complete} | ({LETTER} if letter else set())
    return [_task(key, is_complete=key in complete, is_begun=key in saved) for key in STEPS]


def _task(key: str, *, is_complete: bool, is_begun: bool) -> dict[str, Any]:
    if is_complete:
        status, label = "complete", _("Completed")
    elif is_begun:
        status, label = "incomplete", _("In progress")
    else:
        status, label = "not-started", _("Not started")
    title = _("Letter signed by the mayor") if key == LETTER else SECTIONS[key].title
    return {"title": title, "url": reverse("apply:section", args=[key]), "status": status, "status_label": label}


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.EDIT_ANSWERS)
def section(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    """One part of the form."""
    if key == LETTER:
        return _letter(request, application)
    if key not in SECTIONS:
        raise Http404
    if request.method != "POST":
        return _show_section(request, application, key)
    return _save_section(request, application, key)


def _show_section(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    """The stored answers; a part that was begun shows at once what is still missing when it is asked for."""
    today, stored = today_in_the_network(), sections_of(application).get(key)
    if stored is None:
        return _section_page(request, application, SECTIONS[key](today=today), version=0)
    form = SECTIONS[key](initial=stored.answers, today=today)
    return _section_page(request, application, form, version=stored.version)


def _save_section(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    """Store what was sent. What is of the wrong kind is refused; what is missing is stored, and told."""
    form = SECTIONS[key](request.POST, today=today_in_the_network())
    version = _number(request.POST.get("version"))
    if not form.is_valid():
        return _section_page(request, application, form, version=version, status=REFUSED)
    is_complete = not form.missing()
    try:
        row = save_section(application.pk, key, form.answers(), version=version, is_complete=is_complete, now=now())
    except SavedMeanwhile as conflict:
        return _conflict_page(request, application, form, conflict)
    if is_complete or "later" in request.POST:
        return redirect("apply:form")
    form.demand_missing()
    return _section_page(request, application, form, version=row.version, status=REFUSED, was_saved=True)


def _section_page(
    request: HttpRequest,
    application: Application,
    form: SectionForm,
    *,
    version: int,
    status: int = 200,
    was_saved: bool = False,
) -> HttpResponse:
    context = {"application": application, "form": form, "version": version, "was_saved": was_saved}
    return render(request, "membership/apply/section.html", context, status=status)


def _conflict_page(
    request: HttpRequest, application: Application, form: SectionForm, conflict: SavedMeanwhile
) -> HttpResponse:
    """Both texts beside each other, and a way to keep either; nothing is lost."""
    today, key = today_in_the_network(), form.key
    theirs = answer_rows({key: conflict.stored.answers}, today)
    mine = answer_rows({key: form.answers()}, today)
    rows = [
        {"label": mine_row.label, "stored": stored_row.value, "typed": mine_row.value}
        for mine_section, stored_section in zip(mine, theirs, strict=True)
        if mine_section.key == key
        for mine_row, stored_row in zip(mine_section.rows, stored_section.rows, strict=True)
        if mine_row.value != stored_row.value
    ]
    context = {
        "application": application,
        "form": form,
        "rows": rows,
        "posted": _flat(as_posted(type(form), form.answers(), today)),
        "version": conflict.stored.version,
        "sentence": applying.sentence(conflict),
    }
    return render(request, "membership/apply/conflict.html", context, status=CONFLICT)


def _flat(posted: dict[str, Any]) -> list[tuple[str, str]]:
    """Return names and values for hidden inputs; an answer with several values stands several times."""
    return [
        (name, str(value))
        for name, values in posted.items()
        for value in (values if isinstance(values, list) else [values])
    ]


def _letter(request: HttpRequest, application: Application) -> HttpResponse:
    """The mayor's letter; a refused file leaves the one that was there."""
    is_sent = request.method == "POST"
    form = LetterForm(request.POST, request.FILES, label_suffix="") if is_sent else LetterForm(label_suffix="")
    if is_sent and form.is_valid():
        attach(application.pk, UploadKind.MAYOR_LETTER, form.cleaned_data["letter"], now=now())
        return redirect("apply:form")
    context = {"application": application, "form": form, "letter": letter_of(application)}
    return render(request, "membership/apply/letter.html", context, status=REFUSED if is_sent else 200)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
