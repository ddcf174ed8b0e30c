"""Seals the events of the record, one after the other, in a short transaction of its own."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max, QuerySet

from membership.models import AuditHead, AuditSeal, Event
from membership.rules.chain import seal_hash
from membership.selectors.audit import sealed

NEAR = (
    1000  # events this close to the newest sealed one are looked at: transactions end in another order than they begin
)
BATCH = 500


@transaction.atomic
def seal_events() -> int:
    """Seal what is not sealed yet, in the order of the events; return how many were. Safe at any time, and twice.

    The head of the chain is locked, so that two calls take turns. What a process left unsealed when it was stopped, the
    next call seals. An event far below the newest sealed one is left to the check of the chain: it came by another way.
    """
    AuditHead.objects.get_or_create(pk=AuditHead.ROW)
    head = AuditHead.objects.select_for_update().get(pk=AuditHead.ROW)
    seals = []
    for event in _unsealed():
        number, previous = head.number + 1, head.sha256
        head.number, head.sha256 = number, seal_hash(previous=previous, number=number, event=sealed(event))
        seals.append(AuditSeal(number=number, event=event, previous=previous, sha256=head.sha256))
    if seals:
        AuditSeal.objects.bulk_create(seals, batch_size=BATCH)
        head.save(update_fields=["number", "sha256"])
    return len(seals)


def _unsealed() -> QuerySet[Event]:
    newest = AuditSeal.objects.aggregate(newest=Max("event_id"))["newest"] or 0
    return Event.objects.filter(pk__gt=newest - NEAR, seal__isnull=True).order_by("pk")
