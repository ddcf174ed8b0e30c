"""Answers when something is wrong, in the reader's language; each says what to do next and asks no database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from pages.languages.middleware import language_of_path
from pages.languages.table import SOURCE


def alive(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 – Django calls a view with it
    """Say that the process answers; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 – see alive
    return _answer(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 – see alive
    return _answer(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 – see alive
    """A form whose page was left open too long, or a browser that refuses the form's own cookie."""
    return _answer(request, 403, template="403_csrf.html")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 – see alive
    """The page lists the languages, so that a wrong prefix is mended in one step."""
    return _answer(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _answer(request, 500)


def _answer(request: HttpRequest, status: int, *, template: str = "") -> HttpResponse:
    """Render in the language of the address, which may not be active yet where the fault came early."""
    language = language_of_path(request.path_info)
    with translation.override(language.code if language else SOURCE):
        return render(request, template or f"{status}.html", {"is_error": True}, status=status)
