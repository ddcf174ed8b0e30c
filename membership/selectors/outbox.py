"""Reads the outbox."""

from __future__ import annotations

from django.db.models import Count

from membership.labels.states import MailState
from membership.models import OutboxMail


def mails_by_state() -> list[tuple[str, str, int]]:
    """Return state, its name and how many readable messages stand there, in the order of a message's way; one query."""
    rows = OutboxMail.objects.readable().order_by().values_list("state").annotate(count=Count("pk"))
    counts = dict(rows)
    return [(state.value, str(state.label), counts[state]) for state in MailState if state in counts]
