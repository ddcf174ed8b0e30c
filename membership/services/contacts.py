"""The Secretariat changes whom it writes to: another contact after proof, or nobody any more (GDPR, Art. 17)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.working_groups import WORKING_GROUPS
from membership.models import Application
from membership.models.application import BEFORE_DECISION
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.access import change_contact, send_key
from membership.services.record import actor_key, expect_version, locked, record

PERSONAL = {
    "contacts": (
        "contact_name",
        "contact_post",
        "contact_department",
        "contact_phone",
        "contact_languages",
        "alternate_name",
        "alternate_post",
        "alternate_email",
        "political_name",
        "political_post",
        "political_email",
    ),
    "contact": ("contact_name", "contact_post", "contact_phone"),
    "contribution": tuple(f"expert_{key}" for key in WORKING_GROUPS),
}


@transaction.atomic
def transfer(
    application_id: int, user: User, *, email: str, reason: str, now: datetime, version: int | None = None
) -> Application:
    """Make an address the contact, after the Secretariat has seen proof, and mail it a key. Raises `RuleError`."""
    require(user, Action.TRANSFER_CONTACT, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    if not reason.strip():
        raise RuleError("reason_missing")
    change_contact(application, email, actor=actor_key(user))
    record(application, "contact_transferred", actor_key(user), reason=reason.strip())
    send_key(email, application.language, now=now, application=application)
    return application


@transaction.atomic
def erase_persons(
    application_id: int, user: User, *, reason: str, now: datetime, version: int | None = None
) -> Application:
    """Take the persons out of answers, revisions and mails; city, hashes of the revisions and decision remain.

    Raises `RuleError("contact_needed")` while the application is open: it needs a new contact first.
    """
    require(user, Action.ERASE_PERSON, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    if application.state in BEFORE_DECISION:
        raise RuleError("contact_needed")
    if not reason.strip():
        raise RuleError("reason_missing")
    take_persons_out(application, now=now)
    record(application, "person_erased", actor_key(user), reason=reason.strip())
    return application


def take_persons_out(application: Application, *, now: datetime) -> None:
    """Take the persons out of a locked application, in answers, revisions, keys and mails with what was attached."""
    for row in application.sections.filter(section__in=PERSONAL):
        row.answers = _without_persons(row.section, row.answers)
        row.save(update_fields=["answers"])
    for revision in application.revisions.all():
        answers = {key: _without_persons(key, given) for key, given in revision.content["answers"].items()}
        revision.redact({**revision.content, "answers": answers}, now=now)
    application.contact_email = application.alternate_email = ""
    application.version += 1
    application.save(update_fields=["contact_email", "alternate_email", "version"])
    application.access_keys.all().delete()
    # a receipt repeats all answers
    application.mails.update(recipient="", last_error="", note="", attachment=None, attachment_name="")


def _without_persons(section: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name not in PERSONAL.get(section, ())}
