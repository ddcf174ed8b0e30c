"""Reads a draft: how far each part is."""

from __future__ import annotations

from membership.labels.states import UploadKind
from membership.models import Application, SectionAnswers, Upload


def sections_of(application: Application) -> dict[str, SectionAnswers]:
    """Return section key → stored answers, for the sections that were saved at least once."""
    return {row.section: row for row in application.sections.all()}


def letter_of(application: Application) -> Upload | None:
    """Return the mayor's letter that stands, not one that was replaced."""
    return application.uploads.filter(kind=UploadKind.MAYOR_LETTER, replaced_at__isnull=True).first()
