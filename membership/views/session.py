"""Whose application a visitor may open: the session of the form's own pages says so, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from membership.forms.sections import typed_rows
from membership.labels import applying
from membership.labels.states import ApplicationState
from membership.models import Application
from membership.permissions import Action, Role, may
from membership.rules.errors import RuleError

FORBIDDEN, CONFLICT = 403, 409
KEY = "application"
View = Callable[..., HttpResponse]


def enter(request: HttpRequest, application: Application) -> None:
    """Let this browser open the application; the session's key is changed, so that nobody can have planted it."""
    request.session.cycle_key()
    request.session[KEY] = application.pk


def leave(request: HttpRequest) -> None:
    """Forget the application in this browser."""
    request.session.flush()


def held(request: HttpRequest) -> Application | None:
    """Return the application which this browser may open."""
    return Application.objects.filter(pk=request.session.get(KEY, 0)).first()


def private(view: View) -> View:
    """Answers of the form are for one person: no cache keeps them."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return answer


def applicant(action: Action, *, is_draft: bool = True) -> Callable[[View], View]:
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
            if is_draft and application.state != ApplicationState.DRAFT:
                return _submitted(request, application, kwargs.get("key", ""))
            try:
                return view(request, application, *args, **kwargs)
            except Application.DoesNotExist:  # deleted in another window while this one was answered
                return _closed(request, kwargs.get("key", ""))
            except RuleError as error:
                if error.code != "already_submitted":
                    raise
                application.refresh_from_db()
                return _submitted(request, application, kwargs.get("key", ""))

        return answer

    return decorate


def _closed(request: HttpRequest, key: str) -> HttpResponse:
    """Show the way in, with what was typed."""
    context = {"typed": typed_rows(request.POST, key)}
    return render(request, "membership/apply/closed.html", context, status=FORBIDDEN)


def _submitted(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    """Lead a reader to the receipt; tell a writer that his answers came too late (status 409)."""
    if request.method != "POST":
        return redirect("apply:receipt", application.reference)
    context = {
        "application": application,
        "sentence": applying.sentence(RuleError("already_submitted")),
        "typed": typed_rows(request.POST, key),
    }
    return render(request, "membership/apply/submitted.html", context, status=CONFLICT)


def now() -> datetime:
    return timezone.now()
