"""Records who read a dossier and its files."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import Application, Member, Upload
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record, record_member

SAME_SITTING = timedelta(minutes=30)


def dossier_opened(application: Application, user: User, *, now: datetime) -> None:
    """Record that the user opened the dossier, once for a sitting: each act brings him back to the same page."""
    recently = application.events.filter(verb="dossier_opened", actor=actor_key(user), at__gt=now - SAME_SITTING)
    if not recently.exists():
        record(application, "dossier_opened", actor_key(user))


def member_opened(member: Member, user: User, *, now: datetime) -> None:
    """Record that the user opened the dossier of a member, once for a sitting."""
    recently = member.events.filter(verb="member_opened", actor=actor_key(user), at__gt=now - SAME_SITTING)
    if not recently.exists():
        record_member(member, "member_opened", actor_key(user))


def file_opened(upload: Upload, user: User) -> None:
    """Record that the user opened a file."""
    record(upload.application, "file_opened", actor_key(user), upload=upload.pk, sha256=upload.sha256)


@transaction.atomic
def open_with_reason(user: User, *, reference: str, reason: str, now: datetime) -> Application:
    """Record why an administrator opens a dossier, and return its application.

    Raises `RuleError("reason_missing")`, and `RuleError("no_such_reference")` where nothing received bears it.
    """
    require(user, Action.OPEN_WITH_REASON, day_in_the_network(now))
    if not reason.strip():
        raise RuleError("reason_missing")
    application = Application.objects.received().filter(reference=reference.strip().upper()).first()
    if application is None:
        raise RuleError("no_such_reference")
    record(application, "opened_with_reason", actor_key(user), reason=reason.strip())
    return application
