"""Reads a draft: whose it is, and how far each part is."""

from __future__ import annotations

from membership.labels.states import ApplicationState, UploadKind
from membership.models import Application, SectionAnswers, Upload


def sections_of(application: Application) -> dict[str, SectionAnswers]:
    """Return section key → stored answers, for the sections that were saved at least once."""
    return {row.section: row for row in application.sections.all()}


def newest_draft_of(email: str) -> Application | None:
    """Return the draft which this address edited last."""
    drafts = Application.objects.filter(contact_email__iexact=email, state=ApplicationState.DRAFT)
    return drafts.order_by("-edited_at", "-pk").first()


def letter_of(application: Application) -> Upload | None:
    """Return the mayor's letter that stands, not one that was replaced."""
    return application.uploads.filter(kind=UploadKind.MAYOR_LETTER, replaced_at__isnull=True).first()
