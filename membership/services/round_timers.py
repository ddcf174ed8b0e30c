"""What time does to rounds: a deadline closes, silence confirms, a change of the Committee suspends. Safe to run twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from membership.labels.states import RoundState
from membership.models import Round
from membership.rules.errors import RuleError
from membership.services.decisions import close_by_deadline, confirm_by_silence
from membership.services.recomposing import suspend


def suspend_changed(now: datetime) -> int:
    """Suspend open rounds whose Committee changed; return how many."""
    standing = Round.objects.filter(state=RoundState.OPEN)
    return _each(standing, lambda round_: suspend(round_.pk, None, now=now))


def close_overdue(now: datetime) -> int:
    """Close rounds by circulation whose deadline is over; return how many."""
    overdue = Round.objects.filter(state=RoundState.OPEN, deadline__lt=now)
    return _each(overdue, lambda round_: close_by_deadline(round_.pk, now=now))


def confirm_silently(now: datetime) -> int:
    """Confirm results on which the President kept silent for seven days; return how many."""
    closed = Round.objects.filter(state=RoundState.CLOSED)
    return _each(closed, lambda round_: confirm_by_silence(round_.pk, now=now))


def _each(rounds: Iterable[Round], act: Callable[[Round], Any]) -> int:
    """Try an act on each round, every one in its own transaction; what the rules refuse is not due."""
    done = 0
    for round_ in list(rounds):
        try:
            act(round_)
        except RuleError:
            continue
        done += 1
    return done
