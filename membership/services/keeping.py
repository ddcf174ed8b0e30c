"""How long drafts are kept: reminders, deletion, and the files that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import Storage
from django.db import transaction

from membership.emails import draft_expiring_message
from membership.labels.states import ApplicationState
from membership.models import Application, OutboxMail, Upload
from membership.models.application import private_storage
from membership.rules.errors import RuleError
from membership.rules.house_rules import DRAFT_KEPT_DAYS, DRAFT_REMINDER_DAYS
from membership.selectors.drafts import kept_until
from membership.services.outbox import post
from membership.services.record import CLOCK, locked, record

LAST_NOTICE = timedelta(days=DRAFT_KEPT_DAYS - max(DRAFT_REMINDER_DAYS))
ORPHAN_AFTER = timedelta(hours=24)  # an upload that is being saved now is no orphan


def remind_of_drafts(now: datetime) -> int:
    """Mail to each draft the newest reminder that is due, once for each last change; return how many were written."""
    written = 0
    for draft in _unchanged_since(now - timedelta(days=min(DRAFT_REMINDER_DAYS))):
        days = max(day for day in DRAFT_REMINDER_DAYS if draft.edited_at <= now - timedelta(days=day))
        if not OutboxMail.objects.filter(key=_reminder_key(draft, days)).exists():
            with transaction.atomic():
                until = kept_until(draft, not_before=now + LAST_NOTICE)
                post(_reminder_key(draft, days), draft.contact_email, draft_expiring_message(draft, until), draft)
            written += 1
    return written


def delete_expired_drafts(now: datetime) -> int:
    """Delete the drafts unchanged for the days they are kept, never before their last reminder had its time."""
    deleted = 0
    for draft in _unchanged_since(now - timedelta(days=DRAFT_KEPT_DAYS)):
        key = _reminder_key(draft, max(DRAFT_REMINDER_DAYS))
        if OutboxMail.objects.filter(key=key, created_at__lte=now - LAST_NOTICE).exists():
            deleted += delete_draft(draft.pk, CLOCK, edited_at=draft.edited_at)
    return deleted


@transaction.atomic
def delete_draft(application_id: int, actor: str, *, edited_at: datetime | None = None) -> bool:
    """Delete a draft with its answers, files, keys and messages; the record keeps that there was one.

    With `edited_at` only if it was not changed since. Raises `RuleError` for what was submitted, and
    `Application.DoesNotExist`.
    """
    application = locked(application_id)
    if application.state != ApplicationState.DRAFT:
        raise RuleError("already_submitted")
    if edited_at is not None and application.edited_at != edited_at:
        return False
    files = list(application.uploads.values_list("file", flat=True))
    record(application, "draft_deleted", actor)
    application.mails.all().delete()
    application.delete()
    transaction.on_commit(lambda: delete_files(private_storage(), files), robust=True)
    return True


def delete_orphans(now: datetime) -> int:
    """Delete the files to which no upload refers, as a process that was stopped leaves them; return how many."""
    storage = private_storage()
    old = [name for name in _names(storage) if storage.get_modified_time(name) <= now - ORPHAN_AFTER]
    known = set(Upload.objects.values_list("file", flat=True))
    orphans = [name for name in old if name not in known]
    delete_files(storage, orphans)
    return len(orphans)


def delete_files(storage: Storage, names: list[str]) -> None:
    """Delete files of a storage; one that is gone already is passed over."""
    for name in names:
        storage.delete(name)


def _unchanged_since(day: datetime) -> list[Application]:
    drafts = Application.objects.filter(state=ApplicationState.DRAFT, edited_at__lte=day)
    drafts = drafts.exclude(contact_email="")  # what came by letter, and nobody can be reminded of, is kept
    return list(drafts.order_by("pk"))


def _reminder_key(draft: Application, days: int) -> str:
    return f"draft_expiring:{draft.pk}:{draft.edited_at:%Y%m%d%H%M%S}:{days}"


def _names(storage: Storage) -> Iterator[str]:
    """Yield the files of the storage; they lie in folders of the first level."""
    try:
        folders, _ = storage.listdir("")
    except FileNotFoundError:  # nothing was uploaded yet
        return
    for folder in folders:
        yield from (f"{folder}/{name}" for name in storage.listdir(folder)[1])
