"""The list of the form's parts, each with how far it is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from membership.forms.sections import DOCUMENTS, plan_of
from membership.labels.states import ApplicationState
from membership.models import Application
from membership.permissions import Action
from membership.selectors.drafts import kept_until, letter_of, open_parts, open_request, sections_of
from membership.views.session import Stage, applicant


@require_safe
@applicant(Action.EDIT_ANSWERS, Stage.OPEN)
def overview(request: HttpRequest, application: Application) -> HttpResponse:
    """The parts that are open, in any order: all of a draft, or what the office asks for."""
    tasks = tasks_of(application)
    done = sum(task["status"] == "complete" for task in tasks)
    is_draft = application.state == ApplicationState.DRAFT
    context = {
        "application": application,
        "tasks": tasks,
        "done": done,
        "is_complete": done == len(tasks),
        "is_draft": is_draft,
        "asked": None if is_draft else open_request(application),
        "kept_until": kept_until(application),
    }
    return render(request, "membership/apply/form.html" if is_draft else "membership/apply/reopened.html", context)


def tasks_of(application: Application) -> list[dict[str, Any]]:
    """Return the open parts in their order, as the task list shows them."""
    plan, saved, parts = plan_of(application), sections_of(application), open_parts(application)
    complete = {key for key, row in saved.items() if row.is_complete}
    if letter_of(application):
        complete.add(DOCUMENTS)
    titles = {DOCUMENTS: _("Documents"), **{key: form.title for key, form in plan.sections.items()}}
    has_files = parts.kinds is None or bool(parts.kinds)
    steps = [key for key in plan.steps if (has_files if key == DOCUMENTS else parts.has_section(key))]
    begun = {*saved, *((DOCUMENTS,) if application.uploads.standing().exists() else ())}
    return [_task(key, titles[key], is_complete=key in complete, is_begun=key in begun) for key in steps]


def _task(key: str, title: str | Promise, *, is_complete: bool, is_begun: bool) -> dict[str, Any]:
    if is_complete:
        status, label = "complete", _("Completed")
    elif is_begun:
        status, label = "incomplete", _("In progress")
    else:
        status, label = "not-started", _("Not started")
    url = reverse("apply:documents") if key == DOCUMENTS else reverse("apply:section", args=[key])
    return {"key": key, "title": title, "url": url, "status": status, "status_label": label}
