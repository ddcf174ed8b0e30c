"""The redirects that are written by hand in the office; they lead on where no page answers."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

NO_PAGE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


class RedirectMiddleware:
    """Takes the place of Wagtail's, which loses the query string and knows no page that is gone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code in NO_PAGE:
            return written_redirect(request) or response
        return response


def written_redirect(request: HttpRequest) -> HttpResponse | None:
    """Return the redirect for the address as it was asked, else that for its path, which takes the query along."""
    query = request.META.get("QUERY_STRING", "")
    found = _written(request, request.get_full_path())
    if found is not None:
        query = ""
    elif query:
        found = _written(request, request.get_full_path().partition("?")[0])
    if found is None or not _is_public(found) or not found.link or _is_here(request, found.link):
        return None
    answer = HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect
    return answer(_with_query(found.link, query))


def _is_public(redirect: Redirect) -> bool:
    """Return whether a redirect leads to an address, or to a page that is online."""
    return redirect.redirect_page is None or redirect.redirect_page.live


def _written(request: HttpRequest, address: str) -> Redirect | None:
    return get_redirect(request, Redirect.normalise_path(address, decode_unicode=False))


def _with_query(target: str, query: str) -> str:
    parts = urlsplit(target)
    return parts._replace(query="&".join(part for part in (parts.query, query) if part)).geturl()


def _is_here(request: HttpRequest, target: str) -> bool:
    """Return whether a redirect leads to the address that was asked, as to a page which came back and then went."""
    parts = urlsplit(target)
    return parts.netloc in ("", request.get_host()) and parts.path == request.path
