"""Questions that only another answer makes necessary; without script they are always shown, with a hint."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django import forms


@dataclass(frozen=True, slots=True)
class Condition:
    """The question is asked when `field` has one of the answers; it is needed then, unless it stays optional."""

    field: str
    answers: tuple[str, ...]
    is_needed: bool = True

    def holds(self, cleaned: dict[str, Any]) -> bool:
        given = cleaned.get(self.field)
        chosen: Collection[Any] = given if isinstance(given, list) else [given]
        return not set(self.answers).isdisjoint(chosen)


def mark_condition(field: forms.Field, condition: Condition) -> None:
    """Let components/field.html tell the page's script when the question is to be shown."""
    field.shown_when = f"{condition.field}={','.join(condition.answers)}"  # type: ignore[attr-defined]  # a field of ours may say so
