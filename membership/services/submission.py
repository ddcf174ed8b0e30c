"""Submits an application: freezes its revision, gives it a reference, and tells those concerned."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from membership.emails import receipt_message
from membership.labels.states import ApplicationState, UploadKind
from membership.models import Application, Revision
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.matching import match_member
from membership.services.outbox import post
from membership.services.record import APPLICANT, locked, move, record

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without 0 O, 1 I L: a reference is read out on the telephone
SUFFIX_LENGTH = 4


@transaction.atomic
def submit(application_id: int, *, sections: Collection[str], now: datetime) -> Application:
    """Submit a complete draft; a second call returns the same application. Raises `RuleError` when something is missing.

    `sections` are the keys of the sections which the form asks for.
    """
    application = locked(application_id)
    if application.state != ApplicationState.DRAFT:
        return application
    facts = _facts(application, sections)
    fields = move(application, ApplicationAction.SUBMIT, Role.APPLICANT, facts, now=now)
    application.submitted_at = now
    application.reference = _new_reference(now)
    application.save(update_fields=[*fields, "submitted_at", "reference"])
    revision = freeze(application)
    record(application, "submitted", APPLICANT, revision=revision.number, sha256=revision.sha256)
    post(
        f"receipt:{application.pk}:{revision.number}", application.contact_email, receipt_message(revision), application
    )
    return application


def freeze(application: Application) -> Revision:
    """Write the next revision: all answers and files as they stand, with the SHA-256 over both."""
    content = content_of(application)
    return Revision.objects.create(
        application=application,
        number=application.revisions.count() + 1,
        language=application.language,
        content=content,
        sha256=digest(content),
    )


def content_of(application: Application) -> dict[str, Any]:
    """The answers by section, and the files by their hashes."""
    uploads = application.uploads.filter(replaced_at__isnull=True)
    return {
        "answers": {row.section: row.answers for row in application.sections.order_by("section")},
        "files": [
            {"id": file.pk, "kind": file.kind, "name": file.display_name, "size": file.size, "sha256": file.sha256}
            for file in uploads
        ],
    }


def digest(content: dict[str, Any]) -> str:
    """SHA-256, in hexadecimal, over the canonical JSON: sorted keys, no spaces, UTF-8 (RFC 8785 for these types)."""
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()


def _facts(application: Application, sections: Collection[str]) -> ApplicationFacts:
    complete = set(application.sections.filter(is_complete=True).values_list("section", flat=True))
    member = match_member(application.country, application.name_en, application.name_local)
    return ApplicationFacts(
        email_verified=True,
        required_complete=complete.issuperset(sections),
        files_received=application.uploads.filter(kind=UploadKind.MAYOR_LETTER, replaced_at__isnull=True).exists(),
        active_member=member is not None,
    )


def _new_reference(now: datetime) -> str:
    while True:
        suffix = "".join(secrets.choice(ALPHABET) for _ in range(SUFFIX_LENGTH))
        reference = f"B40-M-{day_in_the_network(now).year}-{suffix}"
        if not Application.objects.filter(reference=reference).exists():
            return reference
