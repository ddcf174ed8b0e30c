"""Reads the two lists of Article 6: who asked to observe, and who was invited."""

from __future__ import annotations

from django.db.models import F, QuerySet

from membership.labels.states import Route
from membership.models import Application, Observer


def observer_requests() -> QuerySet[Application]:
    """Return the requests that were received, the newest first."""
    return Application.objects.received().filter(route=Route.OBSERVER).order_by("-submitted_at", "-pk")


def observer_grants() -> QuerySet[Observer]:
    """Return the invited observers, those whose invitation has ended last."""
    return Observer.objects.select_related("application").order_by(
        F("ended_on").desc(nulls_first=True), "name_en", "pk"
    )
