"""Serves a page in the language of its address."""
from django.http import HttpRequest, HttpResponse
from wagtail import views as wagtail_views


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the live page of the active language."""
    return wagtail_views.serve(request, path)
