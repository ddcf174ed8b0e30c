"""Answers that come several at a time: projects, twin cities. Each row is a few inputs; no script is needed for more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Row = dict[str, Any]
REMOVE = "remove"


class RowsWidget(forms.Widget):
    """Shows the rows that are there and one empty one; `<name>-0-<column>` is the name of an input."""

    template_name = "components/widgets/rows.html"
    use_fieldset = True

    def __init__(self, columns: Mapping[str, forms.Field], *, most: int, row_title: str | Promise) -> None:
        super().__init__()
        self.columns, self.most, self.row_title = columns, most, row_title

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[Row]:
        """Return the rows in which something was typed; one that is marked for removal is left out."""
        numbers = [number for number in range(self.most) if f"{name}-{number}-{REMOVE}" not in data]
        rows = [self._row(data, files, f"{name}-{number}") for number in numbers]
        return [row for row in rows if any(row.values())]

    def _row(self, data: Mapping[str, Any], files: Any, prefix: str) -> Row:
        values = {
            column: field.widget.value_from_datadict(data, files, f"{prefix}-{column}")  # type: ignore[arg-type]  # as the base takes it
            for column, field in self.columns.items()
        }
        return {column: str(value or "").strip() for column, value in values.items()}

    def posted(self, name: str, value: list[Row] | None) -> dict[str, str]:
        """Return the rows as a browser would send them."""
        return {
            f"{name}-{number}-{column}": str(row.get(column) or "")
            for number, row in enumerate(value or [])
            for column in self.columns
        }

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = [*value, {}] if isinstance(value, list) else [{}]
        base = context["widget"]["attrs"].get("id") or f"id_{name}"
        context["widget"] |= {
            "rows": [self._shown(name, base, number, row) for number, row in enumerate(rows[: self.most])],
            "row_title": self.row_title,
            "may_grow": len(rows) < self.most,
        }
        return context

    def _shown(self, name: str, base: str, number: int, row: Row) -> dict[str, Any]:
        parts = [
            {
                "label": field.label,
                "widget": field.widget.get_context(
                    f"{name}-{number}-{column}", row.get(column, ""), {"id": f"{base}-{number}-{column}"}
                )["widget"],
            }
            for column, field in self.columns.items()
        ]
        return {"number": number + 1, "parts": parts, "remove": f"{name}-{number}-{REMOVE}", "is_filled": bool(row)}

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The first input is where a link from the list of faults leads."""
        return f"{id_}-0-{next(iter(self.columns))}" if id_ else ""


class RowsField(forms.Field):
    """Rows of a few columns, at most `most`; `cleaned_data` holds a list of column → value."""

    widget: RowsWidget

    def __init__(
        self, columns: Mapping[str, forms.Field], *, most: int, row_title: str | Promise, **kwargs: Any
    ) -> None:
        self.columns = columns
        super().__init__(widget=RowsWidget(columns, most=most, row_title=row_title), required=False, **kwargs)

    def clean(self, value: Any) -> list[Row]:
        rows: list[Row] = []
        faults: list[str] = []
        for number, row in enumerate(value or [], start=1):
            cleaned = {column: self._clean(number, column, row.get(column), faults) for column in self.columns}
            rows.append(cleaned)
        if faults:
            raise ValidationError(faults)
        return rows

    def _clean(self, number: int, column: str, value: Any, faults: list[str]) -> Any:
        field = self.columns[column]
        try:
            return field.clean(value)
        except ValidationError as error:
            words = {"number": number, "label": field.label, "fault": " ".join(error.messages)}
            faults.append(str(_("Entry %(number)d, %(label)s: %(fault)s")) % words)
            return value
