"""Answers that programs read: the same for everybody, kept for a while, and not sent again while they are the same."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

MAX_AGE_SECONDS = 900


def read_by_machines(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view answer with an ETag of what it says, so that asking again costs little (RFC 9110, section 13).

    There is no Last-Modified: when something is taken away, the youngest change left over lies before it.
    """
    return require_safe(conditional_page(cache_control(public=True, max_age=MAX_AGE_SECONDS)(view)))
