"""Reads the rulings that the office works by."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from membership.labels.states import RulingKind
from membership.models import Ruling

ON_CIRCULATION = (RulingKind.CIRCULAR_ALLOWED, RulingKind.CIRCULAR_WITHDRAWN)


def is_circulation_allowed(today: date) -> bool:
    """Whether the newest decision on votes by circulation allows them; without any they are off (Statutes, Art. 13)."""
    decided = Ruling.objects.filter(kind__in=ON_CIRCULATION, decided_on__lte=today)
    newest = decided.order_by("decided_on", "pk").last()
    return newest is not None and newest.kind == RulingKind.CIRCULAR_ALLOWED


def rulings() -> QuerySet[Ruling]:
    """Return all rulings, the newest first."""
    return Ruling.objects.order_by("-decided_on", "-pk")
