"""Records the decisions of Committee and Assembly that the office works by."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import Ruling
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record


@transaction.atomic
def record_ruling(user: User, *, kind: str, document: str, decided_on: date, text: str, now: datetime) -> Ruling:
    """Store what a document of the Committee or the Assembly settles. Raises `RuleError("decided_in_future")`."""
    today = day_in_the_network(now)
    require(user, Action.RECORD_RULING, today)
    if decided_on > today:
        raise RuleError("decided_in_future")
    ruling = Ruling.objects.create(
        kind=kind,
        document=document.strip(),
        decided_on=decided_on,
        text=text.strip(),
        recorded_by=actor_key(user),
    )
    record(None, "ruling_recorded", actor_key(user), ruling=ruling.pk, document=ruling.document)
    return ruling
