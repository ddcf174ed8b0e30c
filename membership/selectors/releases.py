"""Reads what the applicant was told of a decision: the newest release, and whether what stands was released."""

from __future__ import annotations

from datetime import datetime

from membership.labels.states import RoundState
from membership.models import Application, Decision


def standing_decision(application: Application) -> Decision | None:
    """Return the declared decision of an application, deferred ones aside."""
    confirmed = Decision.objects.filter(round__application=application, round__state=RoundState.CONFIRMED)
    return confirmed.select_related("confirmation", "release").prefetch_related("corrections").order_by("pk").last()


def releases(application: Application) -> list[tuple[datetime | None, str]]:
    """Return moment of release and outcome of the decision and of each correction after it, in their order."""
    decision = standing_decision(application)
    if decision is None:
        return []
    release = getattr(decision, "release", None)
    corrections = [row for row in decision.corrections.all() if row.is_confirmed]
    return [
        (release.released_at if release else None, decision.confirmation.outcome),
        *((row.released_at, row.outcome) for row in corrections),
    ]


def released_at(application: Application) -> datetime | None:
    """Return when the outcome that stands was told: before it nobody outside knows of it, and no time runs."""
    found = releases(application)
    return found[-1][0] if found else None


def told_outcome(application: Application) -> str | None:
    """Return the newest outcome that the applicant was told, None before any release."""
    return next((outcome for moment, outcome in reversed(releases(application)) if moment), None)
