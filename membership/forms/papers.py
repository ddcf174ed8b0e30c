"""The papers of an application as PDF and DOCX, in the reader's language: receipt, answers, blank form, letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from membership.forms.base import SectionForm
from membership.forms.fields import DayWidget, WordsField, is_needed
from membership.forms.rows import RowsField
from membership.forms.sections import MEMBERSHIP, Plan, plan_of
from membership.forms.shown import SectionRows, answer_rows
from membership.labels.documents import leads_of
from membership.labels.states import Route
from membership.models import Application, Revision
from membership.selectors.calendar import day_in_the_network, today_in_the_network
from membership.selectors.drafts import sections_of
from membership.selectors.next_steps import next_steps
from pages.languages.active import active_language
from pages.languages.formats import format_date, format_moment
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo
from pages.typesetting.values import Line, Part, Sheet

SHORT_ANSWER, LONG_ANSWER = 1, 8


def receipt_sheet(application: Application, revision: Revision) -> Sheet:
    """What was received and when, the hash that proves it, what comes next, and all answers."""
    code = active_language().code
    facts = [
        (_("Reference"), application.reference or ""),
        (_("Received"), format_moment(code, localtime(application.submitted_at)) if application.submitted_at else ""),
        (_("Version of the application"), str(revision.number)),
        (_("SHA-256 of the answers and files"), revision.sha256),
    ]
    steps = [f"{step.words} {_by(step.by)}".strip() for step in next_steps(application)]
    sections = answer_rows(plan_of(application), revision.content["answers"], day_in_the_network(revision.frozen_at))
    return sheet_of(
        title=_("Application received"),
        kicker=application.name_local,
        facts=tuple(facts),
        steps_title=_("What happens next"),
        steps=tuple(steps),
        parts=(*answer_parts(sections), _files(revision.content["files"], application.route)),
    )


def answers_sheet(application: Application) -> Sheet:
    """All answers and files as they stand now, to take along."""
    stored = {key: row.answers for key, row in sections_of(application).items()}
    files = [{"kind": file.kind, "name": file.display_name} for file in application.uploads.standing()]
    return sheet_of(
        title=_("Your answers"),
        kicker=application.name_local,
        lead=_("As they stood on %(day)s.") % {"day": format_date(active_language().code, today_in_the_network())},
        parts=(
            *answer_parts(answer_rows(plan_of(application), stored, today_in_the_network())),
            _files(files, application.route),
        ),
    )


def blank_sheet(plan: Plan = MEMBERSHIP) -> Sheet:
    """The form to fill in by hand, with the limits and hints of each question."""
    is_for_members = plan is MEMBERSHIP
    lead = _(
        "You may fill in this form by hand and send it to the Permanent Secretariat by letter, with the signed letter of"
        " the mayor. It is easier online: there you can stop and go on at any time."
    )
    today = today_in_the_network()
    return sheet_of(
        title=_("Application for membership") if is_for_members else _("Request to be an observer"),
        lead=lead if is_for_members else "",
        parts=tuple(
            Part(title=str(form.title), lead=str(form.lead), lines=tuple(_questions(form(today=today))))
            for form in plan.sections.values()
        ),
    )


def sheet_of(*, parts: tuple[Part, ...], **words: Any) -> Sheet:
    """Return a sheet in the active language, with the footnote where a text names Kosovo*."""
    texts = " ".join(f"{line.value} {' '.join(line.choices)}" for part in parts for line in part.lines)
    texts += " ".join(value for _name, value in words.get("facts", ()))
    return Sheet(
        lang=active_language().code,
        page_word=_("Page {page} of {pages}"),
        footnote=str(KOSOVO_FOOTNOTE) if names_kosovo(texts) else "",
        parts=parts,
        network=_("B40 Balkan Cities Network"),
        **words,
    )


def _by(day: Any) -> str:
    return _("By %(day)s.") % {"day": format_date(active_language().code, day)} if day else ""


def answer_parts(sections: list[SectionRows]) -> Iterator[Part]:
    """Yield a part for each section, with its answers."""
    for section in sections:
        lines = [Line(str(row.label), row.value or _("Not answered")) for row in section.rows]
        yield Part(title=str(section.title), lines=tuple(lines))


def _files(files: list[dict[str, Any]], route: str = Route.MEMBERSHIP) -> Part:
    words = leads_of(route)
    lines = [Line(str(words[file["kind"]].title), _name(file)) for file in files if file["kind"] in words]
    return Part(title=_("Documents"), lead="" if lines else _("No document was sent."), lines=tuple(lines))


def _name(file: dict[str, Any]) -> str:
    return f"{file['name']}\nSHA-256 {file['sha256']}" if "sha256" in file else file["name"]


def _questions(form: SectionForm) -> Iterator[Line]:
    for field in form.fields.values():
        if isinstance(field, RowsField):
            yield from _row_questions(field)
        else:
            yield _question(field)


def _row_questions(field: RowsField) -> Iterator[Line]:
    columns = ", ".join(str(column.label) for column in field.columns.values())
    yield Line(label=str(field.label), hint=columns, blank_lines=field.widget.most)


def _question(field: forms.Field) -> Line:
    optional = "" if is_needed(field) else f" {_('(optional)')}"
    hints = [str(field.help_text)]
    if isinstance(field, WordsField):
        hints.append(_("At most %(words)d words.") % {"words": field.max_words})
    choices = _choices(field)
    is_long = isinstance(field.widget, forms.Textarea)
    is_written = not choices and not isinstance(field, forms.BooleanField)
    return Line(
        label=f"{field.label}{optional}",
        hint=" ".join(hint for hint in hints if hint),
        choices=("",) if isinstance(field, forms.BooleanField) else choices,
        blank_lines=(LONG_ANSWER if is_long else SHORT_ANSWER) if is_written else 0,
    )


def _choices(field: forms.Field) -> tuple[str, ...]:
    """Return the answers to tick; a long list, as that of the member cities, is written in by hand."""
    if isinstance(field.widget, DayWidget) or not isinstance(field, forms.ChoiceField):
        return ()
    words = [str(word) for key, word in field.widget.choices if key and not isinstance(word, list | tuple)]
    return tuple(words)
