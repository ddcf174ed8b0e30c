"""The parts of a dossier that only show: revisions compared, answers beside their summary, neighbours, comments."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import QueryDict

from membership.desk.comparing import CompareForm
from membership.forms.beside import sections_beside
from membership.forms.changes import between
from membership.forms.sections import plan_of
from membership.labels.checklist import CHECKLIST
from membership.labels.states import UploadKind
from membership.models import Application
from membership.selectors.neighbours import neighbourhood
from pages.languages.active import active_language


def shown_parts(application: Application, asked: QueryDict, today: date) -> dict[str, Any]:
    """Return what the dossier shows of the application; `asked` names the revisions to compare."""
    revisions = list(application.revisions.all())
    answers = revisions[-1].content["answers"] if revisions else {}
    files = list(application.uploads.filter(replaced_at__isnull=True, is_late=False))
    return {
        "revision": revisions[-1] if revisions else None,
        "sections": sections_beside(plan_of(application), answers, today) if revisions else [],
        "originals": [file for file in files if file.kind != UploadKind.TRANSLATION],
        "translations": [file for file in files if file.kind == UploadKind.TRANSLATION],
        "checklist": [(words, bool(application.checklist.get(key))) for key, words in CHECKLIST.items()],
        "neighbourhood": neighbourhood(application, answers, active_language().code),
        **_compared(application, revisions, asked),
    }


def _compared(application: Application, revisions: list[Any], asked: QueryDict) -> dict[str, Any]:
    """Return the form that chooses two revisions, and how they differ; nothing while there is only one."""
    if len(revisions) < 2:
        return {"compare": None, "changes": []}
    form = CompareForm(asked if "before" in asked else None, revisions=revisions)
    before, after = form.chosen()
    return {
        "compare": form,
        "compared": (before.number, after.number),
        "changes": between(application, before.content, after.content),
    }
