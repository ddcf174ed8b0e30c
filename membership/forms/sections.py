"""The sections of the application form; the mayor's letter stands between contribution and declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from membership.forms.base import SectionForm
from membership.forms.city import CityForm, MandateForm
from membership.forms.declarations import DeclarationsForm
from membership.forms.fields import CountField
from membership.forms.people import ContactsForm
from membership.forms.work import ContributionForm, RoleForm
from pages.languages.active import active_language
from pages.languages.formats import format_date, format_list, format_number

LETTER = "letter"
SECTIONS: dict[str, type[SectionForm]] = {
    form.key: form for form in (CityForm, MandateForm, ContactsForm, RoleForm, ContributionForm, DeclarationsForm)
}
STEPS = ("city", "mandate", "contacts", "role", "contribution", LETTER, "declarations")


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


def answer_rows(answers: Mapping[str, Mapping[str, Any]], today: date) -> list[SectionRows]:
    """Return all sections with their answers; `answers` is section key → stored answers."""
    return [
        SectionRows(key, form.title, tuple(_rows(form(today=today), answers.get(key, {}))))
        for key, form in SECTIONS.items()
    ]


def typed_rows(posted: Mapping[str, str], key: str) -> list[AnswerRow]:
    """Return what was typed into the longer fields of a section, as it was sent."""
    fields = SECTIONS[key].base_fields if key in SECTIONS else {}
    long = {name: field for name, field in fields.items() if isinstance(field.widget, forms.Textarea)}
    return [AnswerRow(name, field.label, posted[name]) for name, field in long.items() if posted.get(name)]


def _rows(form: SectionForm, answers: Mapping[str, Any]) -> Iterator[AnswerRow]:
    for name, field in form.fields.items():
        yield AnswerRow(name, field.label, _shown(field, answers.get(name)))


def _shown(field: forms.Field, value: Any) -> str:
    """Return an answer as a reader sees it: words of a choice, a day and a number in the language's own form."""
    code = active_language().code
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(field, forms.ChoiceField):
        words = {str(key): str(word) for key, word in field.widget.choices}
        chosen = value if isinstance(value, list) else [value]
        return format_list(code, [words.get(key) or str(key) for key in chosen])
    if isinstance(field.widget, forms.MultiWidget):
        return format_date(code, date.fromisoformat(value))
    return format_number(code, value) if isinstance(field, CountField) else str(value)
