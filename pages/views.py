"""Serves a page in the language of its address, or from another language where it is not translated."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from wagtail import views as wagtail_views

from pages.fallback import Gone, Meaning, meaning_of
from pages.languages.active import active_language
from pages.languages.table import BY_CODE
from pages.links import announce_links

REDIRECT_MAX_AGE_SECONDS = 3600


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the live page of the active language, else with the text that there is in another."""
    meaning = meaning_of(request, path, active_language().code)
    if meaning is None:
        raise Http404("No language has a page here.")
    if isinstance(meaning, Gone):
        return render(request, "410.html", {"is_error": True, "above": meaning.above}, status=410)
    if meaning.path != path:
        return redirect_to(request, meaning)
    route = meaning.route(request)
    vars(request)["_wagtail_route_for_request"] = route  # where Wagtail keeps the page of a request
    if body := getattr(route.page, "body", None):
        announce_links(body)
    response = wagtail_views.serve(request, path)
    response.headers["Content-Language"] = BY_CODE[meaning.page.locale.language_code].lang
    return response


def redirect_to(request: HttpRequest, meaning: Meaning, file: str = "") -> HttpResponse:
    """Lead to the one address, or to a file below it.

    A browser keeps a permanent redirect, so it has an age: the translation to which it leads may be taken back, and
    the address it came from be the right one again. For the same reason the slug of a page that is not live leads on
    for this time only.
    """
    query = request.META.get("QUERY_STRING", "")
    target = reverse("wagtail_serve", args=[meaning.path]) + file + (f"?{query}" if query else "")
    if not meaning.is_lasting:
        return HttpResponseRedirect(target)
    response = HttpResponsePermanentRedirect(target)
    patch_cache_control(response, max_age=REDIRECT_MAX_AGE_SECONDS)
    return response
