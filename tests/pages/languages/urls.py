"""Addresses for the tests of the middleware: every view answers with the active language."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import get_language

from pages.languages.views import negotiate_root


def active(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{get_language()} {request.LANGUAGE_CODE}")


def source_text(request: HttpRequest) -> HttpResponse:
    return HttpResponse("English", headers={"Content-Language": "en"})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("not found", status=404)


handler404 = not_found

urlpatterns = [path("", negotiate_root), path("plain/", active)]
urlpatterns += i18n_patterns(path("", active), path("page/", active, name="page"), path("source/", source_text))
