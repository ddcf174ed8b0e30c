"""Facts that several parts of one page ask for are read once while that page is made."""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.http import HttpRequest, HttpResponse

SAFE_METHODS = ("GET", "HEAD")

P = ParamSpec("P")
T = TypeVar("T")

_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)


def once(read: Callable[P, T]) -> Callable[P, T]:
    """Let a function answer each question once for every request that only reads; elsewhere it reads every time.

    The arguments are hashable, and the answer is shared.
    """

    @wraps(read)
    def known_or_read(*args: P.args, **kwargs: P.kwargs) -> T:
        known = _known.get()
        if known is None:
            return read(*args, **kwargs)
        question = (read, args, tuple(sorted(kwargs.items())))
        if question not in known:
            known[question] = read(*args, **kwargs)
        return cast("T", known[question])

    return known_or_read


class OnceMiddleware:
    """Begins with nothing known for each request, and forgets all of it with the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _known.set({} if request.method in SAFE_METHODS else None)
        try:
            return self.get_response(request)
        finally:
            _known.reset(token)
