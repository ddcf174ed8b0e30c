"""Submits an application: freezes its revision, gives it a reference, and tells those concerned."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from datetime import datetime

from django.db import transaction

from membership.emails import receipt_message, submitted_office_message
from membership.labels.states import ApplicationState, Route, UploadKind
from membership.models import Application, Revision
from membership.rules.hashing import digest
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.matching import member_named
from membership.selectors.revisions import content_of
from membership.services.notices import notify_mayor
from membership.services.outbox import Attachment, post, post_to_office
from membership.services.record import APPLICANT, locked, move, record

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without 0 O, 1 I L: a reference is read out on the telephone
SUFFIX_LENGTH = 4


Composer = Callable[[Application, Revision], Attachment]


@transaction.atomic
def submit(
    application_id: int,
    *,
    sections: Collection[str],
    now: datetime,
    actor: str = APPLICANT,
    compose: Composer | None = None,
) -> Application:
    """Submit a complete draft; a second call returns the same application. Raises `RuleError` when something is missing.

    `sections` are the keys of the sections which the form asks for; `compose` makes the receipt that goes with the mail.
    The contact and the alternate contact get the receipt, the mayor's office is told, and so is the Secretariat.
    """
    application = locked(application_id)
    if application.state != ApplicationState.DRAFT:
        return application
    facts = _facts(application, sections)
    fields = move(application, ApplicationAction.SUBMIT, Role.APPLICANT, facts, now=now)
    application.submitted_at = now
    application.reference = _new_reference(application, now)
    application.save(update_fields=[*fields, "submitted_at", "reference"])
    revision = freeze(application)
    record(application, "submitted", actor, revision=revision.number, sha256=revision.sha256)
    _send_receipts(application, revision, compose(application, revision) if compose else None)
    post_to_office(f"submitted:{application.pk}", submitted_office_message(application), application)
    if application.mayor_email:
        notify_mayor(application, revision, application.mayor_email)
    return application


def _send_receipts(application: Application, revision: Revision, attachment: Attachment | None) -> None:
    message = receipt_message(revision)
    for address in dict.fromkeys((application.contact_email, application.alternate_email)):
        key = f"receipt:{application.pk}:{revision.number}:{address}"
        post(key, address, message, application, attachment=attachment)


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


def _facts(application: Application, sections: Collection[str]) -> ApplicationFacts:
    complete = set(application.sections.filter(is_complete=True).values_list("section", flat=True))
    return ApplicationFacts(
        email_verified=True,
        required_complete=complete.issuperset(sections),
        files_received=application.uploads.standing().filter(kind=UploadKind.MAYOR_LETTER).exists(),
        active_member=bool(member_named(application)),
    )


def _new_reference(application: Application, now: datetime) -> str:
    letter = "O" if application.route == Route.OBSERVER else "M"
    while True:
        suffix = "".join(secrets.choice(ALPHABET) for _ in range(SUFFIX_LENGTH))
        reference = f"B40-{letter}-{day_in_the_network(now).year}-{suffix}"
        if not Application.objects.filter(reference=reference).exists():
            return reference
