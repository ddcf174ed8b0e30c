"""Keeps in the session what was typed, while its writer confirms who he is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

KEPT = "desk_kept"
NOT_KEPT = ("csrfmiddlewaretoken",)


def keep(request: HttpRequest, *, page: str, key: str) -> None:
    """Keep what was sent from the form `key` of a page, until the page is looked at again."""
    words = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    request.session[KEPT] = {"page": page, "key": key, "words": words}


def take_kept(request: HttpRequest) -> tuple[str, MultiValueDict[str, Any]] | None:
    """Return form and words that were kept for the page which is looked at, and forget them."""
    kept = request.session.get(KEPT)
    if request.method != "GET" or not kept or kept["page"] != request.path:
        return None
    del request.session[KEPT]
    words = QueryDict(mutable=True)
    for name, values in kept["words"].items():
        words.setlist(name, values)
    return kept["key"], words
