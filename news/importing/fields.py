"""Reads single fields of a post, from XML and JSON alike."""

from __future__ import annotations

from datetime import date
from html import unescape

from pages.characters import without_controls


def day_of(text: str) -> date | None:
    """Return the day of `2024-05-22 10:00:00` or `2024-05-22T10:00:00`; None for a day that there is not."""
    try:
        return date.fromisoformat(text.strip()[: len("2024-05-22")])
    except ValueError:
        return None


def plain(text: str) -> str:
    """Return one line of text: entities read, control characters and doubled space gone."""
    return " ".join(without_controls(unescape(text)).split())
