"""How long something may still take, in words; that it is late is said, not only coloured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from membership.rules.clock import days_left


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What a clock says."""

    text: str
    is_overdue: bool = False


def clock_words(due_on: date, today: date) -> ClockWords:
    """Return how many working days are left until the end of a day, or by how many it is past."""
    left = days_left(due_on, today)
    if left == 0:
        return ClockWords(_("last day"))
    if left > 0:
        text = ngettext("%(count)d working day left", "%(count)d working days left", left)
        return ClockWords(text % {"count": left})
    text = ngettext("overdue by %(count)d working day", "overdue by %(count)d working days", -left)
    return ClockWords(text % {"count": -left}, is_overdue=True)


def late_words(count: int) -> ClockWords | None:
    """Return how many of several are overdue; nothing where none is."""
    text = ngettext("%(count)d of them overdue", "%(count)d of them overdue", count) % {"count": count}
    return ClockWords(text, is_overdue=True) if count else None
