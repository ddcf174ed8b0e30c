"""Leads the addresses of the network's former site on to what they were about, in the reader's language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import URLPattern, re_path, reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from pages.fallback import Meaning, meaning_of
from pages.languages.negotiation import negotiate
from pages.languages.views import negotiate_root
from pages.past.redirects import written_redirect

# Former address → path of the English page below the prefix of its language; nothing means the start page.
FORMER = {
    "who-we-are": "declaration/",
    "organization": "about/principles/",
    "history-of-b40-balkan-cities-network": "about/history/",
    "latest": "news/",
    "istanbul-summit": "events/istanbul-summit-2021/",
    "tirana-summit": "events/tirana-summit-2024/",
    "v2": "",
}
MAX_AGE_SECONDS = 24 * 3600  # a permanent redirect that is kept for ever could not follow a page that moves


@require_safe
def lead_on(request: HttpRequest, former: str, below: str = "") -> HttpResponse:
    """Redirect to the page in one step, to the start page where there is none; what the query says is dropped.

    A redirect kept in the office, as for a post that was taken over, goes before.
    The second installation under `v2` had pages of the same names.
    """
    written = written_redirect(request)
    if written is not None:
        return written
    code = negotiate(request.headers.get("Accept-Language", ""))
    wanted = FORMER[former] or FORMER.get(below.strip("/"), "")
    meaning = meaning_of(request, wanted, code)
    with translation.override(code):
        target = reverse("wagtail_serve", args=[meaning.path if isinstance(meaning, Meaning) else ""])
    response = HttpResponsePermanentRedirect(target)
    patch_vary_headers(response, ["Accept-Language"])
    patch_cache_control(response, public=True, max_age=MAX_AGE_SECONDS)
    return response


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Send the reader of `/` to a language; `/?p=123` was a post of the former site."""
    return (written_redirect(request) if "p" in request.GET else None) or negotiate_root(request)


def addresses() -> list[URLPattern]:
    """Return the patterns; without the slash at the end the address is known too, and nothing else is taken from others."""
    names = "|".join(name for name in FORMER if name != "v2")
    return [
        re_path(rf"^(?P<former>{names})/?$", lead_on, name="former"),
        re_path(r"^(?P<former>v2)(?P<below>(?:/[\w\-]+)*)/?$", lead_on, name="former"),
    ]
