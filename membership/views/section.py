"""One part of the form: its questions, what is stored, and what another window stored meanwhile."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from membership.forms.base import SectionForm, as_posted
from membership.forms.rows import RowsWidget
from membership.forms.sections import plan_of
from membership.forms.shown import section_rows
from membership.labels import applying
from membership.models import Application
from membership.permissions import Action
from membership.selectors.calendar import today_in_the_network
from membership.selectors.drafts import open_parts, sections_of
from membership.services.drafts import SavedMeanwhile, save_section
from membership.views.session import Stage, applicant, now

REFUSED, CONFLICT = 422, 409


@require_http_methods(["GET", "HEAD", "POST"])
@applicant(Action.EDIT_ANSWERS, Stage.OPEN)
def section(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    """One part of the form."""
    form_class = plan_of(application).sections.get(key)
    if form_class is None:
        raise Http404
    if request.method == "POST":
        return _save(request, application, form_class)
    if not open_parts(application).has_section(key):
        return redirect("apply:form")
    return _show(request, application, form_class)


def _show(request: HttpRequest, application: Application, form_class: type[SectionForm]) -> HttpResponse:
    """The stored answers; a part that was begun shows at once what is still missing when it is asked for."""
    today, stored = today_in_the_network(), sections_of(application).get(form_class.key)
    if stored is None:
        return _page(request, application, form_class(today=today), version=0)
    return _page(request, application, form_class(initial=stored.answers, today=today), version=stored.version)


def _save(request: HttpRequest, application: Application, form_class: type[SectionForm]) -> HttpResponse:
    """Store what was sent. What is of the wrong kind is refused; what is missing is stored, and told."""
    form = form_class(request.POST, today=today_in_the_network())
    version, key = _number(request.POST.get("version")), form_class.key
    if not form.is_valid():
        return _page(request, application, form, version=version, status=REFUSED)
    is_complete = not form.missing()
    try:
        row = save_section(application.pk, key, form.answers(), version=version, is_complete=is_complete, now=now())
    except SavedMeanwhile as conflict:
        return _conflict_page(request, application, form, conflict)
    if "more" in request.POST:
        return redirect(f"{reverse('apply:section', args=[key])}{_next_row(form, request.POST['more'])}")
    if is_complete or "later" in request.POST:
        return redirect("apply:form")
    form.demand_missing()
    return _page(request, application, form, version=row.version, status=REFUSED, was_saved=True)


def _next_row(form: SectionForm, name: str) -> str:
    """Return the anchor of the empty row behind the filled ones."""
    widget = form.fields[name].widget if name in form.fields else None
    if not isinstance(widget, RowsWidget):
        return ""
    number = min(len(form.cleaned_data[name]), widget.most - 1)
    return f"#id_{name}-{number}-{next(iter(widget.columns))}"


def _page(
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
    today = today_in_the_network()
    theirs = {row.name: row for row in section_rows(type(form), conflict.stored.answers, today).rows}
    mine = {row.name: row for row in section_rows(type(form), form.answers(), today).rows}
    rows = [
        {
            "label": (mine.get(name) or theirs[name]).label,
            "stored": theirs[name].value if name in theirs else "",
            "typed": mine[name].value if name in mine else "",
        }
        for name in form.fields
        if name in mine or name in theirs
    ]
    context = {
        "application": application,
        "form": form,
        "rows": [row for row in rows if row["stored"] != row["typed"]],
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


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
