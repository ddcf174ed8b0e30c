"""Scans the files of applications for viruses; a scanner that is down delays opening a file, never a submission."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from membership.emails import infected_message, infected_office_message
from membership.inspection.clamd import ScannerDown
from membership.inspection.clamd import scan as ask_scanner
from membership.labels.states import ScanState
from membership.models import Application, Upload
from membership.services.flagging import flags_changed
from membership.services.outbox import post, post_to_office
from membership.services.record import CLOCK, record

logger = logging.getLogger(__name__)


def scan(upload_id: int) -> ScanState:
    """Ask the scanner about a file that waits for it; return what is known of the file afterwards.

    What a virus is found in is deleted at once; its hash and its day stay, and the applicant is asked for a new one.
    """
    upload = Upload.objects.get(pk=upload_id)
    if upload.scan != ScanState.PENDING or not settings.CLAMAV_URL:
        return ScanState(upload.scan)
    try:
        with upload.file.open("rb") as file:
            verdict = ask_scanner(file.read(), settings.CLAMAV_URL)
    except (ScannerDown, FileNotFoundError) as error:
        logger.warning("upload %s not scanned: %s", upload.pk, type(error).__name__)
        return ScanState.PENDING
    return _keep(upload_id, is_clean=verdict.is_clean, signature=verdict.signature)


def scan_waiting() -> int:
    """Scan what waits for the scanner; return for how many files it has answered. Safe to run at any time, and twice."""
    waiting = list(Upload.objects.filter(scan=ScanState.PENDING).order_by("pk").values_list("pk", flat=True))
    return sum(scan(pk) != ScanState.PENDING for pk in waiting)


def files_are_scanned(application: Application) -> bool:
    """Whether no file waits for the virus scanner; where there is no scanner, none does."""
    return not application.uploads.standing().filter(scan=ScanState.PENDING).exists()


@transaction.atomic
def _keep(upload_id: int, *, is_clean: bool, signature: str) -> ScanState:
    upload = Upload.objects.select_for_update().select_related("application").get(pk=upload_id)
    if upload.scan != ScanState.PENDING:
        return ScanState(upload.scan)
    upload.scan = ScanState.CLEAN if is_clean else ScanState.INFECTED
    upload.save(update_fields=["scan"])
    if not is_clean:
        _reject(upload, signature)
    flags_changed(upload.application_id, timezone.now())
    return ScanState(upload.scan)


def _reject(upload: Upload, signature: str) -> None:
    application, name, storage = upload.application, str(upload.file.name), upload.file.storage
    upload.file = ""
    upload.save(update_fields=["file"])
    transaction.on_commit(lambda: storage.delete(name), robust=True)
    record(application, "file_infected", CLOCK, upload=upload.pk, sha256=upload.sha256, signature=signature)
    post(f"infected:{upload.pk}", application.contact_email, infected_message(upload), application)
    post_to_office(f"infected_office:{upload.pk}", infected_office_message(upload), application)
