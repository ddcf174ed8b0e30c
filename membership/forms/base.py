"""A section of the application form: what must be answered in the end, and what is stored meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise

from membership.forms.conditions import Condition, mark_condition
from membership.forms.fields import DayWidget, is_needed, mark_needed
from membership.forms.rows import RowsWidget

Answers = dict[str, Any]


class SectionForm(forms.Form):
    """Only the kind of each answer is checked when it is saved; `missing` tells which needed answers are not there yet.

    `today` is the day in the network's time zone. Answers are stored as JSON: days in ISO 8601, decimals as text.
    """

    key: ClassVar[str]
    title: ClassVar[str | Promise]
    lead: ClassVar[str | Promise] = ""
    conditions: ClassVar[dict[str, Condition]] = {}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields |= self.more_fields()
        self.order_fields(self.field_order)
        for name, field in self.fields.items():
            condition = self.conditions.get(name)
            mark_needed(field, is_needed=condition.is_needed if condition else field.required)
            if condition:
                mark_condition(field, condition)

    def more_fields(self) -> dict[str, forms.Field]:
        """Return the fields that are made from a table, in the reader's language."""
        return {}

    @property
    def has_rows(self) -> bool:
        return any(isinstance(field.widget, RowsWidget) for field in self.fields.values())

    def missing(self) -> dict[str, Any]:
        """Return the needed answers that are not there yet, each with its sentence, after validation."""
        needed = [name for name, field in self.fields.items() if is_needed(field) and self._is_asked(name)]
        return {name: self.fields[name].error_messages["required"] for name in needed if self._is_empty(name)}

    def answers(self) -> Answers:
        """Return the cleaned answers as JSON can hold them."""
        return {name: _stored(value) for name, value in self.cleaned_data.items()}

    def demand_missing(self) -> None:
        """Put a sentence at each needed answer that is not there."""
        for name, sentence in self.missing().items():
            self.add_error(name, sentence)

    def _is_asked(self, name: str) -> bool:
        condition = self.conditions.get(name)
        return condition is None or condition.holds(self.cleaned_data)

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
        if isinstance(field.widget, DayWidget | RowsWidget):
            posted |= field.widget.posted(name, value)
        elif isinstance(field, forms.BooleanField):
            posted |= {name: "on"} if value else {}
        else:
            posted[name] = "" if value is None else value
    return posted
