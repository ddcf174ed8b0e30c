"""A section of the application form: what must be answered in the end, and what is stored meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise

from membership.forms.fields import DayWidget, is_needed, mark_needed

Answers = dict[str, Any]


class SectionForm(forms.Form):
    """Only the kind of each answer is checked when it is saved; `missing` tells which needed answers are not there yet.

    `today` is the day in the network's time zone. Answers are stored as JSON: days in ISO 8601, decimals as text.
    """

    key: ClassVar[str]
    title: ClassVar[str | Promise]
    lead: ClassVar[str | Promise] = ""
    conditional: ClassVar[frozenset[str]] = frozenset()  # names of answers that only another answer makes necessary

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name, field in self.fields.items():
            mark_needed(field, is_needed=field.required or name in self.conditional)

    def missing(self) -> dict[str, Any]:
        """Return the needed answers that are not there yet, each with its sentence, after validation."""
        needed = [name for name, field in self.fields.items() if is_needed(field) and name not in self.conditional]
        names = [name for name in (*needed, *self.also_needed()) if self._is_empty(name)]
        return {name: self.fields[name].error_messages["required"] for name in names}

    def also_needed(self) -> list[str]:
        """Return the conditional answers which the other answers make necessary."""
        return []

    def answers(self) -> Answers:
        """Return the cleaned answers as JSON can hold them."""
        return {name: _stored(value) for name, value in self.cleaned_data.items()}

    def demand_missing(self) -> None:
        """Put a sentence at each needed answer that is not there."""
        for name, sentence in self.missing().items():
            self.add_error(name, sentence)

    def _is_empty(self, name: str) -> bool:
        return self.cleaned_data.get(name) in (None, "", [], False)


def _stored(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def as_posted(form_class: type[SectionForm], answers: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return stored answers as a browser would send them."""
    posted: dict[str, Any] = {}
    for name, field in form_class(today=today).fields.items():
        value = answers.get(name)
        if isinstance(field.widget, DayWidget):
            posted |= field.widget.posted(name, value)
        elif isinstance(field, forms.BooleanField):
            posted |= {name: "on"} if value else {}
        else:
            posted[name] = "" if value is None else value
    return posted
