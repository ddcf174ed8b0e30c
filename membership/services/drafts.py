"""Saves the parts of a draft, one by one, so that nothing which was acknowledged is lost."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from membership.labels.states import ApplicationState, UploadKind
from membership.models import Application, SectionAnswers, Upload
from membership.rules.errors import RuleError
from membership.services.record import APPLICANT, locked, record

COPIED = {  # section → answer → field: what the queue shows, and in which language mails are written
    "city": {"country": "country", "name_en": "name_en", "name_local": "name_local"},
    "contacts": {"mail_language": "language"},
}


class SavedMeanwhile(RuleError):
    """Another tab saved the section first; `stored` is what stands."""

    def __init__(self, stored: SectionAnswers) -> None:
        super().__init__("changed_meanwhile")
        self.stored = stored


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """An uploaded file whose content was looked at: type by content, size in bytes, SHA-256 in hexadecimal."""

    content: bytes
    display_name: str
    content_type: str
    extension: str
    sha256: str


@transaction.atomic
def save_section(
    application_id: int, section: str, answers: dict[str, Any], *, version: int, is_complete: bool, now: datetime
) -> SectionAnswers:
    """Store the answers of a section. `version` is the one the writer saw, 0 for none. Raises `SavedMeanwhile`."""
    application = locked(application_id)
    _refuse_submitted(application)
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
    _touch(application, now)
    return row


@transaction.atomic
def attach(application_id: int, kind: UploadKind, file: CheckedFile, *, now: datetime) -> Upload:
    """Store a file under a random name; an earlier one of a kind that stands once is kept as replaced."""
    application = locked(application_id)
    _refuse_submitted(application)
    if kind is not UploadKind.OTHER:
        application.uploads.filter(kind=kind, replaced_at__isnull=True).update(replaced_at=now)
    upload = Upload(
        application=application,
        kind=kind,
        display_name=file.display_name[:255],
        content_type=file.content_type,
        size=len(file.content),
        sha256=file.sha256,
    )
    name = f"{secrets.token_hex(16)}.{file.extension}"
    upload.file.save(f"{name[:2]}/{name}", ContentFile(file.content), save=False)
    upload.save()
    _touch(application, now)
    record(application, "file_attached", APPLICANT, kind=str(kind), sha256=file.sha256)
    return upload


def _refuse_submitted(application: Application) -> None:
    if application.state != ApplicationState.DRAFT:
        raise RuleError("already_submitted")


def _copy(application: Application, section: str, answers: dict[str, Any]) -> None:
    """What was emptied keeps its last value until the section is complete again."""
    for name, field in COPIED.get(section, {}).items():
        setattr(application, field, answers.get(name) or getattr(application, field))


def _touch(application: Application, now: datetime) -> None:
    copied = [field for fields in COPIED.values() for field in fields.values()]
    application.edited_at = now
    application.version += 1
    application.save(update_fields=[*copied, "edited_at", "version"])
