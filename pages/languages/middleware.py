"""Activates the language that the address names."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from pages.languages.table import BY_CODE, SOURCE, Language


class LanguageMiddleware:
    """Takes the place of Django's LocaleMiddleware.

    The first part of the path must equal a code of the table; there is no fuzzy match, no redirect, no cookie, no
    session and no Vary, so that an address has one answer. Elsewhere English is active; Wagtail's admin then activates
    its user's own language, which is why only addresses with a prefix are answered with Content-Language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of_path(request.path_info)
        code = language.code if language else SOURCE
        translation.activate(code)
        request.LANGUAGE_CODE = code
        response = self.get_response(request)
        if language:
            response.headers.setdefault("Content-Language", language.lang)
        return response


def language_of_path(path: str) -> Language | None:
    """Return the language whose code is the first part of the path."""
    return BY_CODE.get(path.removeprefix("/").partition("/")[0])
