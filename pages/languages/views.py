"""Sends the reader of `/` to a language."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import get_script_prefix
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from pages.languages.negotiation import negotiate

ROOT_MAX_AGE_SECONDS = 3600


@require_safe
def negotiate_root(request: HttpRequest) -> HttpResponse:
    """Redirect to the start page in the best language; the only address that looks at Accept-Language."""
    code = negotiate(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(f"{get_script_prefix()}{code}/")
    patch_vary_headers(response, ["Accept-Language"])
    patch_cache_control(response, public=True, max_age=ROOT_MAX_AGE_SECONDS)
    return response
