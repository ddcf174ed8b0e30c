"""Reads a draft: whose it is, and how far each part is."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from membership.labels.states import ApplicationState, UploadKind
from membership.models import Application, SectionAnswers, Upload
from membership.rules.house_rules import DRAFT_KEPT_DAYS
from membership.selectors.calendar import day_in_the_network


def sections_of(application: Application) -> dict[str, SectionAnswers]:
    """Return section key → stored answers, for the sections that were saved at least once."""
    return {row.section: row for row in application.sections.all()}


def newest_draft_of(email: str) -> Application | None:
    """Return the draft which this address edited last."""
    drafts = Application.objects.filter(contact_email__iexact=email, state=ApplicationState.DRAFT)
    return drafts.order_by("-edited_at", "-pk").first()


def newest_application_of(email: str) -> Application | None:
    """Return the newest draft of an address, else what it submitted last."""
    submitted = Application.objects.received().filter(contact_email__iexact=email)
    return newest_draft_of(email) or submitted.order_by("-submitted_at", "-pk").first()


def kept_until(draft: Application, *, not_before: datetime | None = None) -> date:
    """Return the day on which an unchanged draft is deleted, in the network's time zone."""
    end = draft.edited_at + timedelta(days=DRAFT_KEPT_DAYS)
    return day_in_the_network(max(end, not_before) if not_before else end)


def letter_of(application: Application) -> Upload | None:
    """Return the mayor's letter that stands, not one that was replaced."""
    return application.uploads.filter(kind=UploadKind.MAYOR_LETTER, replaced_at__isnull=True).first()
