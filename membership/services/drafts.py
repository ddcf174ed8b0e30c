"""Saves the answers of an application, part by part, so that nothing which was acknowledged is lost."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from membership.models import Application, SectionAnswers
from membership.rules.errors import RuleError
from membership.selectors.drafts import open_parts
from membership.services.record import locked

COPIED = {  # section → answer → field: what the queue shows, what finds the city again, and the language of mails
    "city": {
        "country": "country",
        "name_en": "name_en",
        "name_local": "name_local",
        "national_code": "national_code",
        "email_domain": "domain",
        "metropolis": "metropolis",
    },
    "organisation": {"country": "country", "name_en": "name_en", "name_local": "name_local"},
    "contacts": {
        "mail_language": "language",
        "alternate_email": "alternate_email",
        "mayor_email": "mayor_email",
    },
    "contact": {"mail_language": "language"},
}
FIELDS = sorted({field for fields in COPIED.values() for field in fields.values()})


class SavedMeanwhile(RuleError):
    """Another tab saved the section first; `stored` is what stands."""

    def __init__(self, stored: SectionAnswers) -> None:
        super().__init__("changed_meanwhile")
        self.stored = stored


@transaction.atomic
def save_section(
    application_id: int, section: str, answers: dict[str, Any], *, version: int, is_complete: bool, now: datetime
) -> SectionAnswers:
    """Store the answers of a section. `version` is the one the writer saw, 0 for none. Raises `SavedMeanwhile`.

    Raises `RuleError("already_submitted")` where the section is not open: after submitting, only what the office asked
    for is.
    """
    application = locked(application_id)
    if not open_parts(application).has_section(section):
        raise RuleError("already_submitted")
    row = SectionAnswers.objects.filter(application=application, section=section).first()
    if row is None:
        row = SectionAnswers(application=application, section=section, version=0)
    if row.version != version:
        if row.answers == answers:
            return row
        raise SavedMeanwhile(row)
    row.answers, row.is_complete, row.version = answers, is_complete, version + 1
    row.save()
    _copy(application, section, answers)
    touch(application, now)
    return row


def touch(application: Application, now: datetime) -> None:
    """Save that a locked application was changed by its applicant."""
    application.edited_at = now
    application.version += 1
    application.save(update_fields=[*FIELDS, "edited_at", "version"])


def _copy(application: Application, section: str, answers: dict[str, Any]) -> None:
    """What was emptied keeps its last value until the section is complete again."""
    for name, field in COPIED.get(section, {}).items():
        setattr(application, field, answers.get(name) or getattr(application, field))
