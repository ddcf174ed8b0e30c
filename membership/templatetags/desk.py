"""Words of the office's pages."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise

from membership.labels.decisions import RESULTS
from membership.rules.voting import Result

register = template.Library()


@register.filter
def called(names: Mapping[str, str], key: str) -> str:
    """Return how the actor with this key is called."""
    return names.get(key, key)


@register.filter
def result_name(result: str) -> str | Promise:
    """Return the name of a stored result."""
    return RESULTS[Result(result)]
