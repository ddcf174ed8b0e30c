"""Records that a list was taken out of the office."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User

from membership.permissions import Action, require
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record


def list_exported(user: User, action: Action, verb: str, *, kind: str, count: int, now: datetime) -> None:
    """Record that so many rows left as a file of a kind; what was looked for is not written down."""
    require(user, action, day_in_the_network(now))
    record(None, verb, actor_key(user), kind=kind, count=count)
