"""The what-if page: any case of the Committee, decided at once by every reading, and nothing stored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from membership.desk.base import DeskForm, DeskView
from membership.desk.what_if_rows import (
    VACANT,
    Row,
    address_of_rows,
    case_of_rows,
    case_words,
    rows_of_address,
    rows_of_case,
    rows_of_committee,
)
from membership.labels.case_faults import fault_sentence
from membership.labels.decisions import READINGS as READING_NAMES
from membership.labels.decisions import decision_sentence
from membership.labels.states import Attendance, Choice, SeatRole
from membership.models import Seat
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.rules.voting import CUMULATIVE, READINGS, decide
from membership.rules.voting.notation import decision_as_json
from membership.selectors.decisions import readings_of

ATTENDANCES = [
    (Attendance.ABSENT.value, Attendance.ABSENT.label),
    (Attendance.PRESENT.value, Attendance.PRESENT.label),
    ("represented", gettext_lazy("Represented")),
    (VACANT, gettext_lazy("Vacant")),
]
COLUMNS = {
    "name": gettext_lazy("Seat"),
    "role": gettext_lazy("Role"),
    "attendance": gettext_lazy("Attendance"),
    "proxy": gettext_lazy("Proxy given to"),
    "recused": gettext_lazy("Recused"),
    "ballot": gettext_lazy("Vote"),
}


class RuleForm(DeskForm):
    """By which reading the result is told; the other two stand beside it."""

    key = "what-if"
    rule = forms.ChoiceField(label=gettext_lazy("Decision rule"), choices=list(READING_NAMES.items()))


class WhatIfView(DeskView):
    """The case stands in the address alone, so it can be changed, shared and forgotten."""

    action = Action.TRY_CASE
    page_title = gettext_lazy("What if…")
    header_icon = "help"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/what_if.html"

    def url(self) -> str:
        return reverse("desk:what_if")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("rule", "")
        rule = READINGS.get(asked, CUMULATIVE)
        rows, fault = self._rows()
        answer: dict[str, Any] = {}
        if fault is None and self.request.GET:
            try:
                answer = _answer(rows, rule.key)
            except RuleError as error:
                fault = error
        return super().get_context_data(
            form=RuleForm(initial={"rule": rule.key}),
            columns=list(COLUMNS.values()),
            rows=_fields(rows, fault),
            fault=fault_sentence(fault) if fault else "",
            link=f"{self.url()}?{urlencode({'rule': rule.key, **address_of_rows(rows)})}",
            **answer,
            **kwargs,
        )

    def _rows(self) -> tuple[list[Row], RuleError | None]:
        """Return the rows of the address, of the case in it, or of the Committee of today; and why a case is none."""
        fields = self.request.GET
        if "case" in fields:
            try:
                return rows_of_case(fields["case"]), None
            except RuleError as fault:
                return rows_of_committee([]), fault
        if any(name.startswith("name-") for name in fields):
            return rows_of_address(fields.dict()), None
        return rows_of_committee(Seat.objects.held_on(self.today).select_related("city")), None


def _answer(rows: list[Row], rule: str) -> dict[str, Any]:
    """Return what the `decide` command answers to the case, and the readings in words. Raises `RuleError`."""
    case = case_of_rows(rows)
    decision = decide(case, READINGS[rule])
    return {
        "answer": {**decision_as_json(decision), "sentence": decision_sentence(decision)},
        "readings": readings_of(case),
        "case": json.dumps(case_words(rows), ensure_ascii=False, indent=1),
    }


def _fields(rows: list[Row], fault: RuleError | None) -> list[dict[str, Any]]:
    """Return number, fields and fault of each row, for the table."""
    holders = [("", "–"), *((str(number), row.name) for number, row in enumerate(rows, 1) if row.name)]
    shown = []
    for number, row in enumerate(rows, 1):
        is_faulty = fault is not None and not row.is_empty and row.name == fault.details.get("seat", "")
        widgets = _widgets(row, number, holders, is_faulty=is_faulty)
        shown.append({"number": number, "is_faulty": is_faulty, "fields": widgets})
    return shown


def _widgets(row: Row, number: int, holders: Iterable[tuple[str, str]], *, is_faulty: bool) -> list[str]:
    """Return the fields of a row in the order of the columns, each named by column and number of the row."""
    choices: Mapping[str, Iterable[tuple[Any, Any]]] = {
        "role": SeatRole.choices,
        "attendance": ATTENDANCES,
        "proxy": holders,
        "ballot": [("", "–"), *Choice.choices],
    }
    widgets: dict[str, forms.Widget] = {name: forms.Select(choices=list(offered)) for name, offered in choices.items()}
    told = {"aria-invalid": "true", "aria-describedby": "fault"} if is_faulty else {}
    widgets |= {"name": forms.TextInput(attrs={"maxlength": 80, **told}), "recused": forms.CheckboxInput()}
    words = asdict(row)
    return [
        widgets[name].render(
            f"{name}-{number}",
            words[name],
            {
                "id": f"{name}-{number}",
                "aria-label": _("%(column)s, row %(number)d") % {"column": label, "number": number},
            },
        )
        for name, label in COLUMNS.items()
    ]
