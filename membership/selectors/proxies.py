"""Reads the proxies that hold in a round or a meeting (Statutes, Art. 13)."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from membership.models import Meeting, Proxy, Round


def proxies_of(round_: Round) -> QuerySet[Proxy]:
    """Return the proxies under which a seat of the round may be represented: received by both, and not revoked."""
    scope = Q(round=round_) | (_in_time(round_.meeting_id) if round_.meeting_id else Q(pk__in=[]))
    return _received().filter(scope)


def received_for(meeting: Meeting) -> QuerySet[Proxy]:
    """Return the proxies that hold in a meeting; one that came after the session opened leaves the seat absent."""
    return _received().filter(_in_time(meeting.pk))


def _received() -> QuerySet[Proxy]:
    received = Proxy.objects.filter(
        revoked_at__isnull=True, president_received_at__isnull=False, secretary_received_at__isnull=False
    )
    return received.select_related("holder__city", "principal__city").order_by("pk")


def _in_time(meeting_id: int) -> Q:
    opened = F("meeting__opened_at")
    return Q(meeting_id=meeting_id, president_received_at__lte=opened, secretary_received_at__lte=opened)


def filed_for(*, round_: Round | None = None, meeting: Meeting | None = None) -> QuerySet[Proxy]:
    """Return all proxies filed for a round, its meeting, or a meeting, revoked ones too, the oldest first."""
    meeting_id = meeting.pk if meeting else round_.meeting_id if round_ else None
    scope = Q(round=round_) if round_ else Q(pk__in=[])
    if meeting_id:
        scope |= Q(meeting_id=meeting_id)
    return Proxy.objects.filter(scope).select_related("holder__city", "principal__city").order_by("pk")
