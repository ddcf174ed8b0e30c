"""Corrects a wrong decision by another one, which the Secretary proposes and the President confirms; the wrong one stands."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import correction_message
from membership.labels.states import Outcome, RoundState
from membership.models import Correction, Decision
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.decisions import standing_outcome
from membership.services.decisions import next_number
from membership.services.outbox import post
from membership.services.record import actor_key, locked, move, record


@transaction.atomic
def propose(decision_id: int, user: User, *, outcome: str, reason: str, now: datetime) -> Correction:
    """Store what the Secretary found wrong. Raises `RuleError`: not declared yet, no reason, or the outcome stands already."""
    require(user, Action.PROPOSE_CORRECTION, day_in_the_network(now))
    decision = _locked(decision_id)
    if decision.round.state != RoundState.CONFIRMED:
        raise RuleError("round_not_confirmed")
    if not reason.strip():
        raise RuleError("reason_missing")
    if outcome not in (Outcome.APPROVED, Outcome.NOT_APPROVED) or outcome == standing_outcome(decision):
        raise RuleError("already_outcome")
    if decision.corrections.filter(is_confirmed__isnull=True).exists():
        raise RuleError("already_proposed")
    correction = Correction.objects.create(
        decision=decision, outcome=outcome, reason=reason.strip(), proposed_by=actor_key(user)
    )
    details = {"decision": decision.number, "outcome": outcome}
    record(decision.round.application, "correction_proposed", actor_key(user), **details)
    return correction


@transaction.atomic
def answer(correction_id: int, user: User, *, confirms: bool, now: datetime) -> Correction:
    """Confirm a proposed correction, which gives it a number and moves the application, or refuse it."""
    require(user, Action.CONFIRM_CORRECTION, day_in_the_network(now))
    decision = _locked(Correction.objects.get(pk=correction_id).decision_id)
    correction = Correction.objects.select_for_update().get(pk=correction_id)
    if correction.is_confirmed is not None:
        raise RuleError("already_answered")
    correction.is_confirmed, correction.answered_by, correction.answered_at = confirms, actor_key(user), now
    application = decision.round.application
    if confirms:
        correction.number = next_number(now)
        facts = ApplicationFacts(reason_given=True, is_carried=correction.outcome == Outcome.APPROVED)
        fields = move(application, ApplicationAction.CORRECT, Role.PRESIDENT, facts, now=now)
        application.save(update_fields=fields)
    correction.save()
    verb = "correction_confirmed" if confirms else "correction_refused"
    record(application, verb, actor_key(user), decision=decision.number, number=correction.number or "")
    return correction


@transaction.atomic
def release_correction(correction_id: int, user: User, *, now: datetime) -> Correction:
    """Tell the applicant a confirmed correction, by a letter that says which decision it takes the place of."""
    require(user, Action.RELEASE, day_in_the_network(now))
    decision = _locked(Correction.objects.get(pk=correction_id).decision_id)
    correction = Correction.objects.select_for_update().get(pk=correction_id)
    if not correction.is_confirmed:
        raise RuleError("round_not_confirmed")
    if correction.released_at is not None:
        raise RuleError("already_released")
    correction.released_at, correction.released_by = now, actor_key(user)
    correction.save(update_fields=["released_at", "released_by"])
    application = decision.round.application
    record(application, "decision_released", actor_key(user), decision=correction.number or "")
    message = correction_message(application, correction)
    post(f"correction:{correction.pk}", application.contact_email, message, application)
    return correction


def _locked(decision_id: int) -> Decision:
    """Return the decision, its application locked."""
    decision = Decision.objects.select_related("round__application").get(pk=decision_id)
    decision.round.application = locked(decision.round.application_id)
    return decision
