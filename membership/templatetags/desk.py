"""Words of the office's pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django import template
from django.utils.functional import Promise

from membership.labels.clock import ClockWords, clock_words
from membership.labels.decisions import RESULTS
from membership.labels.flags import FLAG_NAMES
from membership.labels.states import Outcome
from membership.models import Application
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


@register.filter
def outcome_name(outcome: str | None) -> str | Promise:
    """Return the name of an outcome, nothing where there is none."""
    return Outcome(outcome).label if outcome else ""


@register.filter
def clock(due_on: date, today: date) -> ClockWords:
    """Return how long there is until the end of a day."""
    return clock_words(due_on, today)


@register.filter
def flag_names(application: Application) -> list[str]:
    """Return the names of the flags that were kept, each once; they are fetched with the list."""
    return list(dict.fromkeys(str(FLAG_NAMES.get(flag.key, flag.key)) for flag in application.flags.all()))
