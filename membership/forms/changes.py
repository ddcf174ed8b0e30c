"""What an applicant changed since the last submission, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from membership.forms.sections import plan_of
from membership.forms.shown import section_rows
from membership.labels.documents import leads_of
from membership.models import Application
from membership.selectors.calendar import today_in_the_network
from membership.selectors.revisions import changed_answers, content_of


@dataclass(frozen=True, slots=True)
class Change:
    """An answer or a file that differs; an empty text was, or is, not answered."""

    section: str | Promise
    label: Any
    before: str
    after: str


def changes(application: Application) -> list[Change]:
    """Return what stands now against the newest revision."""
    return between(application, application.newest_revision.content, content_of(application))


def between(application: Application, before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """Return the differences of two contents, in the order of the form; files at the end."""
    today, found = today_in_the_network(), []
    differing = changed_answers(before, after)
    for key, form in plan_of(application).sections.items():
        old, new = (section_rows(form, content["answers"].get(key, {}), today) for content in (before, after))
        was, now = ({row.name: row for row in rows.rows} for rows in (old, new))
        for name in form(today=today).fields:
            if name in differing.get(key, ()):
                label = (now.get(name) or was[name]).label
                found.append(Change(form.title, label, _value(was, name), _value(now, name)))
    return [*found, *_files(application, before, after)]


def _value(rows: dict[str, Any], name: str) -> str:
    return rows[name].value if name in rows else ""


def _files(application: Application, before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    words = leads_of(application.route)
    old, new = ({file["sha256"]: file for file in content["files"]} for content in (before, after))
    gone = [Change("", words[file["kind"]].title, file["name"], "") for key, file in old.items() if key not in new]
    come = [Change("", words[file["kind"]].title, "", file["name"]) for key, file in new.items() if key not in old]
    return [*gone, *come]
