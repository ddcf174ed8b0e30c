"""Answers as a reader sees them: words of a choice, a day and a number in the language's own form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from membership.forms.base import SectionForm
from membership.forms.fields import CountField
from membership.forms.rows import RowsField
from membership.forms.sections import Plan
from pages.languages.active import active_language
from pages.languages.formats import format_date, format_list, format_number


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question and its answer in the reader's language; an empty value was not answered."""

    name: str
    label: Any
    value: str


@dataclass(frozen=True, slots=True)
class SectionRows:
    """The answers of one section."""

    key: str
    title: str | Promise
    rows: tuple[AnswerRow, ...]


def answer_rows(plan: Plan, answers: Mapping[str, Mapping[str, Any]], today: date) -> list[SectionRows]:
    """Return all sections with their answers; `answers` is section key → stored answers."""
    return [section_rows(form, answers.get(key, {}), today) for key, form in plan.sections.items()]


def section_rows(form: type[SectionForm], answers: Mapping[str, Any], today: date) -> SectionRows:
    """Return one section with its answers. A question that nobody had to be asked, and nobody answered, is left out."""
    bare = form(today=today)
    return SectionRows(form.key, form.title, tuple(_rows(bare, answers)))


def typed_rows(plan: Plan, posted: Mapping[str, str], key: str) -> list[AnswerRow]:
    """Return what was typed into the longer fields of a section, as it was sent."""
    fields = plan.sections[key].base_fields if key in plan.sections else {}
    long = {name: field for name, field in fields.items() if isinstance(field.widget, forms.Textarea)}
    return [AnswerRow(name, field.label, posted[name]) for name, field in long.items() if posted.get(name)]


def _rows(form: SectionForm, answers: Mapping[str, Any]) -> Iterator[AnswerRow]:
    for name, field in form.fields.items():
        condition, value = form.conditions.get(name), shown(field, answers.get(name))
        if value or condition is None or condition.holds(dict(answers)):
            yield AnswerRow(name, field.label, value)


def shown(field: forms.Field, value: Any) -> str:
    """Return an answer as a reader sees it."""
    code = active_language().code
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(field, RowsField):
        return "\n".join(_row(field, row) for row in value)
    if isinstance(field, forms.ChoiceField):
        words = dict(_flat(field.widget.choices))
        chosen = value if isinstance(value, list) else [value]
        return format_list(code, [words.get(key) or str(key) for key in chosen])
    if isinstance(field.widget, forms.MultiWidget):
        return format_date(code, date.fromisoformat(value))
    return format_number(code, value) if isinstance(field, CountField) else str(value)


def _row(field: RowsField, row: Mapping[str, Any]) -> str:
    values = [shown(column, row.get(name)) for name, column in field.columns.items()]
    return " · ".join(value for value in values if value)


def _flat(choices: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, str]]:
    """Yield value and word of each choice, those in groups included."""
    for key, word in choices:
        if isinstance(word, list | tuple):
            yield from _flat(word)
        else:
            yield str(key), str(word)
