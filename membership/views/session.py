"""Whose application a visitor may open: the session of the form's own pages says so, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from membership.forms.sections import MEMBERSHIP, plan_of
from membership.forms.shown import typed_rows
from membership.labels import applying
from membership.labels.states import ApplicationState
from membership.models import Application
from membership.permissions import Action, Role, may
from membership.rules.errors import RuleError
from membership.selectors.drafts import NOTHING, open_parts
from membership.sitting import held

FORBIDDEN, CONFLICT = 403, 409
TOO_LATE = ("already_submitted", "action_not_possible")
View = Callable[..., HttpResponse]


class Stage(Enum):
    """For which applications a page is there."""

    DRAFT = "draft"
    OPEN = "open"  # a draft, or one of which the office reopened a part
    RECEIVED = "received"
    ANY = "any"

    def holds(self, application: Application) -> bool:
        is_draft = application.state == ApplicationState.DRAFT
        if self is Stage.OPEN:
            return open_parts(application) != NOTHING
        return self is Stage.ANY or is_draft == (self is Stage.DRAFT)


def private(view: View) -> View:
    """Answers of the form are for one person: no cache keeps them."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return answer


def applicant(action: Action, stage: Stage = Stage.DRAFT) -> Callable[[View], View]:
    """Call the view with the browser's application; without one, or without the right, show the way in (status 403).

    Each step keeps the form open for another eight hours. What is sent to a form that is closed or submitted meanwhile
    is not stored, but shown, so that nobody has to write it twice.
    """

    def decorate(view: View) -> View:
        @private
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            application = held(request)
            if application is None or not may({Role.APPLICANT}, action):
                return _closed(request, kwargs.get("key", ""))
            request.session.modified = True
            if not stage.holds(application):
                return _elsewhere(request, application, kwargs.get("key", ""))
            try:
                return view(request, application, *args, **kwargs)
            except Application.DoesNotExist:  # deleted in another window while this one was answered
                return _closed(request, kwargs.get("key", ""))
            except RuleError as error:
                if error.code not in TOO_LATE:
                    raise
                application.refresh_from_db()
                return _elsewhere(request, application, kwargs.get("key", ""))

        return answer

    return decorate


def _closed(request: HttpRequest, key: str) -> HttpResponse:
    """Show the way in, with what was typed."""
    context = {"typed": typed_rows(MEMBERSHIP, request.POST, key)}
    return render(request, "membership/apply/closed.html", context, status=FORBIDDEN)


def _elsewhere(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    """Lead a reader to where the application is; tell a writer that his answers came too late (status 409)."""
    if application.state == ApplicationState.DRAFT:
        return redirect("apply:form")
    if request.method != "POST":
        return redirect("apply:status")
    context = {
        "application": application,
        "sentence": applying.sentence(RuleError("already_submitted")),
        "typed": typed_rows(plan_of(application), request.POST, key),
    }
    return render(request, "membership/apply/submitted.html", context, status=CONFLICT)


def now() -> datetime:
    return timezone.now()
