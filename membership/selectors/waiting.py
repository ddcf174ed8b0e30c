"""Reads what waits for somebody: rounds without a seat's statement or ballot, results without declaration or release."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef, QuerySet

from membership.labels.states import RoundState
from membership.models import Ballot, ConflictStatement, Decision, Round, RoundSeat


def seats_to_vote(user: AbstractBaseUser) -> QuerySet[RoundSeat]:
    """Return the user's seats in open rounds that stated no conflict and have no ballot; `has_stated` tells how far."""
    of_seat = {"round_seat": OuterRef("pk")}
    return (
        RoundSeat.objects.filter(seat__holder=user, round__state=RoundState.OPEN)
        .annotate(
            has_stated=Exists(ConflictStatement.objects.filter(**of_seat)),
            has_conflict=Exists(ConflictStatement.objects.filter(**of_seat, has_conflict=True)),
            has_ballot=Exists(Ballot.objects.filter(**of_seat)),
        )
        .filter(has_conflict=False, has_ballot=False)
        .select_related("round__application")
        .order_by("round__opened_at")
    )


def rounds_open() -> QuerySet[Round]:
    """Return the rounds that are open, the oldest first."""
    return Round.objects.filter(state=RoundState.OPEN).select_related("application").order_by("opened_at")


def rounds_to_declare() -> QuerySet[Round]:
    """Return the rounds whose result waits for the President, the oldest first."""
    return Round.objects.filter(state=RoundState.CLOSED).select_related("application").order_by("closed_at")


def decisions_to_release() -> QuerySet[Decision]:
    """Return the confirmed decisions which the applicant was not told yet, the oldest first."""
    confirmed = Decision.objects.filter(round__state=RoundState.CONFIRMED, release__isnull=True)
    return confirmed.select_related("round__application").order_by("computed_at")
