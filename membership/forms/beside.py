"""Answers in another language than English, with their English summary beside them (Statutes, Art. 10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise

from membership.forms.choices import SUMMARISED
from membership.forms.sections import Plan
from membership.forms.shown import AnswerRow, section_rows
from pages.languages.table import DJANGO_LANGUAGES

SUMMARY = "summary_en"
KNOWN = frozenset(code for code, _name in DJANGO_LANGUAGES)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question and its answer; `lang` is the language of an answer that was written in another than English."""

    row: AnswerRow
    lang: str


@dataclass(frozen=True, slots=True)
class SectionBeside:
    """The answers of one section; `summary` is empty where they are in English."""

    key: str
    title: str | Promise
    answers: tuple[Answer, ...]
    summary: str


def sections_beside(plan: Plan, answers: Mapping[str, Mapping[str, Any]], today: date) -> list[SectionBeside]:
    """Return all sections; the summary of one that is in another language stands apart from its answers."""
    return [_section(plan, key, answers.get(key, {}), today) for key in plan.sections]


def _section(plan: Plan, key: str, answers: Mapping[str, Any], today: date) -> SectionBeside:
    form = plan.sections[key]
    shown = section_rows(form, answers, today)
    language = answers.get("answer_language", "")
    is_foreign = language in SUMMARISED
    lang = language if is_foreign and language in KNOWN else ""
    fields = form(today=today).fields
    rows = [row for row in shown.rows if not (is_foreign and row.name == SUMMARY)]
    found = tuple(Answer(row, lang if _is_written(fields[row.name]) else "") for row in rows)
    return SectionBeside(key, shown.title, found, str(answers.get(SUMMARY) or "") if is_foreign else "")


def _is_written(field: forms.Field) -> bool:
    """Whether an answer is in the applicant's own words."""
    return isinstance(field.widget, forms.Textarea)
