"""Reads whether the Committee is still the one that a round was opened with."""

from __future__ import annotations

from datetime import date

from membership.models import Round, Seat


def has_changed(round_: Round, today: date) -> bool:
    """Whether a seat ended or was added; another holder of the same seat changes nothing."""
    frozen = set(round_.seats.values_list("seat_id", flat=True))
    return frozen != set(Seat.objects.held_on(today).values_list("pk", flat=True))
