"""Reads what waits for somebody: rounds without a seat's statement or ballot, results without declaration or release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import OuterRef, Q, QuerySet, Subquery

from membership.labels.states import ApplicationState, MailState, RoundState, Route
from membership.models import Application, ConflictStatement, Decision, OutboxMail, Round, RoundSeat
from membership.models.outbox import ACCESS
from membership.rules.house_rules import MAIL_BOUNCE_DAYS, MAIL_TASK_HOURS


@dataclass(frozen=True, slots=True)
class VoteDue:
    """An open round in which a seat has not voted; first it states whether it has a conflict."""

    round: Round
    has_stated: bool


def votes_due(user: User) -> list[VoteDue]:
    """Return the open rounds in which the user's seat may vote and has no ballot, the oldest first; one query."""
    statements = ConflictStatement.objects.filter(round_seat=OuterRef("pk")).order_by("-pk")
    seats = (
        RoundSeat.objects.filter(seat__holder=user, round__state=RoundState.OPEN, ballots__isnull=True)
        .annotate(stated=Subquery(statements.values("has_conflict")[:1]))
        .select_related("round__application")
        .order_by("round__opened_at", "pk")
    )
    stated = [(seat.round, vars(seat)["stated"]) for seat in seats]
    return [VoteDue(round_, has_conflict is not None) for round_, has_conflict in stated if not has_conflict]


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


def requests_to_decide() -> QuerySet[Application]:
    """Return the requests to observe that wait for the President, the oldest first."""
    checked = Application.objects.filter(route=Route.OBSERVER, state=ApplicationState.IN_CHECK)
    return checked.order_by("submitted_at")


def frozen() -> QuerySet[Application]:
    """Return what a mayor's office disowned and the Secretariat has not settled, the oldest first."""
    return Application.objects.received().filter(frozen_at__isnull=False).order_by("frozen_at")


def messages_not_sent(now: datetime) -> QuerySet[OutboxMail]:
    """Return the messages that somebody should telephone about, or look for where it is not known whether they arrived.

    A message with a link that opens an application cannot be read or settled here: it is told of for some days.
    """
    day_old = Q(state=MailState.WAITING, created_at__lte=now - timedelta(hours=MAIL_TASK_HOURS))
    unsent = day_old | Q(state__in=[MailState.FAILED, MailState.BOUNCED, MailState.UNSURE])
    opening = Q(key__startswith=ACCESS)
    received = ~Q(application__state=ApplicationState.DRAFT) & Q(application__isnull=False)
    young = Q(created_at__gte=now - timedelta(days=MAIL_BOUNCE_DAYS))
    found = OutboxMail.objects.unsettled().filter(unsent, ~opening | (received & young))
    return found.select_related("application").order_by("created_at")


def invited_observers() -> int:
    """Return how many requests to observe were followed: they sign no declaration."""
    return Application.objects.filter(route=Route.OBSERVER, state=ApplicationState.APPROVED).count()
