"""Reads the proxies that hold in a round or a meeting (Statutes, Art. 13)."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from membership.models import Meeting, Proxy, Round


def proxies_of(round_: Round) -> QuerySet[Proxy]:
    """Return the proxies under which a seat of the round may be represented: received by both, and not revoked.

    One for a meeting must have been received by both when the session opened; later ones leave the seat absent.
    """
    received = Proxy.objects.filter(
        revoked_at__isnull=True, president_received_at__isnull=False, secretary_received_at__isnull=False
    )
    in_time = Q(president_received_at__lte=F("meeting__opened_at"), secretary_received_at__lte=F("meeting__opened_at"))
    scope = Q(round=round_) | (Q(meeting_id=round_.meeting_id) & in_time if round_.meeting_id else Q(pk__in=[]))
    return received.filter(scope).select_related("holder__city", "principal__city").order_by("pk")


def filed_for(*, round_: Round | None = None, meeting: Meeting | None = None) -> QuerySet[Proxy]:
    """Return all proxies filed for a round, its meeting, or a meeting, revoked ones too, the oldest first."""
    meeting_id = meeting.pk if meeting else round_.meeting_id if round_ else None
    scope = Q(round=round_) if round_ else Q(pk__in=[])
    if meeting_id:
        scope |= Q(meeting_id=meeting_id)
    return Proxy.objects.filter(scope).select_related("holder__city", "principal__city").order_by("pk")
