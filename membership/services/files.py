"""Stores the files of an application: none is overwritten, what was replaced stays in the history."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from membership.inspection.values import CheckedFile
from membership.labels.states import ApplicationState, ScanState, UploadKind
from membership.models import Application, Upload
from membership.rules.errors import RuleError
from membership.rules.house_rules import MOST_FILES
from membership.selectors.drafts import open_parts
from membership.services.drafts import touch
from membership.services.flagging import flags_changed
from membership.services.record import APPLICANT, locked, record
from membership.services.scanning import scan
from membership.services.submission import freeze

SEVERAL = (UploadKind.OTHER,)  # kinds of which more than one file can stand
LATE = (
    ApplicationState.SUBMITTED,
    ApplicationState.IN_CHECK,
    ApplicationState.READY,
    ApplicationState.IN_ROUND,
)
AFTER_APPROVAL = (ApplicationState.APPROVED, ApplicationState.DECLARATION_SIGNED, ApplicationState.CEREMONY_DONE)


@transaction.atomic
def attach(
    application_id: int,
    kind: UploadKind,
    file: CheckedFile,
    *,
    now: datetime,
    document_date: date | None = None,
    actor: str = APPLICANT,
) -> Upload:
    """Store a file under a random name; an earlier one of a kind that stands once is kept as replaced.

    After submitting it goes to the shelf of late files, unless it replaces one in which a virus was found. Raises
    `RuleError` when nothing more is taken, or as many files stand as may.
    """
    application = locked(application_id)
    is_cure = application.uploads.filter(kind=kind, scan=ScanState.INFECTED, replaced_at__isnull=True).exists()
    is_late = _is_late(application, kind) and not is_cure
    if not is_late:
        _replace(application, kind, now)
    if application.uploads.filter(replaced_at__isnull=True).exclude(scan=ScanState.INFECTED).count() >= MOST_FILES:
        raise RuleError("too_many_files", most=MOST_FILES)
    upload = _store(application, kind, file, document_date=document_date, is_late=is_late)
    touch(application, now)
    record(application, "file_late" if is_late else "file_attached", actor, kind=str(kind), sha256=file.sha256)
    if is_cure and application.state != ApplicationState.DRAFT:
        freeze(application)
    flags_changed(application.pk, now)
    transaction.on_commit(lambda: scan(upload.pk), robust=True)
    return upload


@transaction.atomic
def remove(application_id: int, upload_id: int, *, now: datetime, actor: str = APPLICANT) -> None:
    """Take a file out of an open application; it stays in the history. Raises `Upload.DoesNotExist`, `RuleError`."""
    application = locked(application_id)
    upload = application.uploads.get(pk=upload_id, replaced_at__isnull=True)
    if not open_parts(application).has_kind(upload.kind):
        raise RuleError("already_submitted")
    upload.replaced_at = now
    upload.save(update_fields=["replaced_at"])
    touch(application, now)
    record(application, "file_removed", actor, kind=upload.kind, sha256=upload.sha256)
    flags_changed(application.pk, now)


def _is_late(application: Application, kind: UploadKind) -> bool:
    if open_parts(application).has_kind(kind):
        return False
    if kind == UploadKind.LOGO and application.state in AFTER_APPROVAL:
        return False
    if application.state in LATE:
        return True
    raise RuleError("already_submitted")


def _replace(application: Application, kind: UploadKind, now: datetime) -> None:
    standing = application.uploads.filter(kind=kind, replaced_at__isnull=True, is_late=False)
    if kind in SEVERAL:
        standing = standing.filter(scan=ScanState.INFECTED)
    standing.update(replaced_at=now)


def _store(
    application: Application, kind: UploadKind, file: CheckedFile, *, document_date: date | None, is_late: bool
) -> Upload:
    upload = Upload(
        application=application,
        kind=kind,
        display_name=file.display_name[:255],
        content_type=file.content_type,
        size=len(file.content),
        sha256=file.sha256,
        document_date=document_date,
        is_late=is_late,
        scan=ScanState.PENDING if settings.CLAMAV_URL else ScanState.NOT_SCANNED,
    )
    name = f"{secrets.token_hex(16)}.{file.extension}"
    upload.file.save(f"{name[:2]}/{name}", ContentFile(file.content), save=False)
    upload.save()
    return upload
