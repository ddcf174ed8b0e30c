"""Records that the list of applications was taken out of the office."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User

from membership.permissions import Action, require
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record


def queue_exported(user: User, *, kind: str, count: int, now: datetime) -> None:
    """Record that so many rows left as a file of a kind; what was looked for is not written down."""
    require(user, Action.EXPORT_QUEUE, day_in_the_network(now))
    record(None, "queue_exported", actor_key(user), kind=kind, count=count)
