"""Closes a round, lets the President declare what was computed, and releases it (Statutes, Art. 5 and 13)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from membership.emails import decision_message
from membership.labels.states import Outcome, RoundState
from membership.models import Application, Confirmation, Correction, Decision, DecisionRule, Release, Round
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.rules.rounds import RoundAction, RoundFacts, confirmed_result
from membership.rules.voting import READINGS, Result, decide
from membership.rules.voting.notation import decision_as_json, rule_as_json
from membership.selectors.board import mandate_has_ended
from membership.selectors.calendar import day_in_the_network
from membership.selectors.chair import declaring_holder
from membership.selectors.rounds import case_of, case_record, presiding, rule_of, standings
from membership.services.outbox import post
from membership.services.record import CLOCK, actor_key, locked, move, record
from membership.services.rounds import advance, open_locked
from membership.services.telling import tell_released, tell_result


@transaction.atomic
def close_round(round_id: int, user: User, *, mandate_waiver: str = "", now: datetime) -> Decision:
    """Close an open round and compute its result, which nobody can change. Without quorum it is invalid.

    `mandate_waiver` tells why the round may close although the mayor's mandate has ended.
    """
    require(user, Action.CLOSE, day_in_the_network(now))
    return _close(open_locked(round_id), Role.SECRETARY, actor_key(user), waiver=mandate_waiver.strip(), now=now)


@transaction.atomic
def close_by_deadline(round_id: int, *, now: datetime) -> Decision:
    """Close a round by circulation whose deadline is over; whoever kept silent counts as absent."""
    return _close(open_locked(round_id), Role.CLOCK, CLOCK, waiver="", now=now)


def _close(round_: Round, role: Role, actor: str, *, waiver: str, now: datetime) -> Decision:
    today = day_in_the_network(now)
    facts = RoundFacts(
        mandate_valid=not mandate_has_ended(round_, today),
        mandate_waived=bool(waiver),
        deadline_over=round_.deadline is not None and now > round_.deadline,
    )
    advance(round_, RoundAction.CLOSE, role, facts, today, closed_at=now)
    decision = _compute(round_, now)
    details = {"round": round_.pk, "decision": decision.number, "result": decision.result}
    record(round_.application, "round_closed", actor, **details, mandate_waiver=waiver)
    if decision.result == Result.INVALID:
        advance(round_, RoundAction.INVALIDATE, role, RoundFacts(result=Result.INVALID), today)
        _move(round_.application, ApplicationAction.INVALIDATE, role, ApplicationFacts(round_invalid=True), now)
    tell_result(decision)
    return decision


@transaction.atomic
def confirm(round_id: int, user: User, *, reading: str = "", interpretation: str = "", now: datetime) -> Confirmation:
    """Declare the computed result. A contested one needs an interpretation that names the reading to follow.

    Raises `RuleError`: the round is not closed, or the result is contested and no interpretation is given.
    """
    round_, decision = _closed(round_id, user, now)
    interpretation = interpretation.strip()
    is_read = reading in READINGS and bool(interpretation)
    interpreted = Result(decision.evaluation["readings"][reading][0]) if is_read else None
    facts = _facts(decision, has_interpretation=interpreted is not None)
    advance(round_, RoundAction.CONFIRM, Role.PRESIDENT, facts, day_in_the_network(now))
    result = confirmed_result(Result(decision.result), is_contested=decision.is_contested, interpreted=interpreted)
    outcome = Outcome.APPROVED if result is Result.CARRIED else Outcome.NOT_APPROVED
    return _declare(round_, user, outcome, now=now, reading=reading, interpretation=interpretation)


@transaction.atomic
def confirm_by_silence(round_id: int, *, now: datetime) -> Confirmation:
    """Confirm a result that is not contested, because the President did not answer within seven days of the closing."""
    round_ = _locked(round_id)
    if round_.state != RoundState.CLOSED or round_.closed_at is None:
        raise RuleError("round_not_closed")
    decision, today = round_.decision, day_in_the_network(now)
    facts = _facts(decision, closed_on=day_in_the_network(round_.closed_at))
    advance(round_, RoundAction.CONFIRM, Role.CLOCK, facts, today)
    result = confirmed_result(Result(decision.result), is_contested=decision.is_contested)
    return _declare(round_, None, Outcome.APPROVED if result is Result.CARRIED else Outcome.NOT_APPROVED, now=now)


@transaction.atomic
def not_approve(round_id: int, user: User, *, reason: str, now: datetime) -> Confirmation:
    """Declare a contested result not approved, with the reason."""
    round_, decision = _closed(round_id, user, now)
    facts = _facts(decision, reason_given=bool(reason.strip()))
    advance(round_, RoundAction.NOT_APPROVE, Role.PRESIDENT, facts, day_in_the_network(now))
    return _declare(round_, user, Outcome.NOT_APPROVED, now=now, reason=reason.strip())


@transaction.atomic
def defer(round_id: int, user: User, *, reason: str, now: datetime) -> Confirmation:
    """Send a closed round back for one more ballot, once, with the reason; the application is ready again."""
    round_, decision = _closed(round_id, user, now)
    earlier = Round.objects.filter(application=round_.application, state=RoundState.DEFERRED).count()
    facts = _facts(decision, reason_given=bool(reason.strip()), reballots=earlier)
    advance(round_, RoundAction.DEFER, Role.PRESIDENT, facts, day_in_the_network(now))
    return _declare(round_, user, Outcome.DEFERRED, now=now, reason=reason.strip())


@transaction.atomic
def release(round_id: int, user: User, *, now: datetime) -> Release:
    """Tell the applicant a confirmed decision, by the outbox; releasing twice is refused."""
    require(user, Action.RELEASE, day_in_the_network(now))
    round_ = _locked(round_id)
    if round_.state != RoundState.CONFIRMED:
        raise RuleError("round_not_confirmed")
    decision = round_.decision
    if Release.objects.filter(decision=decision).exists():
        raise RuleError("already_released")
    released = Release.objects.create(decision=decision, released_by=actor_key(user))
    application = round_.application
    record(application, "decision_released", actor_key(user), decision=decision.number)
    message = decision_message(application, decision.confirmation)
    post(f"decision:{decision.pk}", application.contact_email, message, application)
    tell_released(decision, decision.confirmation)
    return released


def _closed(round_id: int, user: User, now: datetime) -> tuple[Round, Decision]:
    """Return a round that waits for the President, locked, if the user declares its result.

    A President who is recused does not: the former one does, else the next, else the eldest seat. Raises `RuleError`, or
    `PermissionDenied` for any other.
    """
    today = day_in_the_network(now)
    require(user, Action.CONFIRM, today)
    round_ = _locked(round_id)
    if round_.state != RoundState.CLOSED:
        raise RuleError("round_not_closed")
    if declaring_holder(round_, today) != user.pk:
        raise PermissionDenied("the result is declared by another seat")
    return round_, round_.decision


def _locked(round_id: int) -> Round:
    locked(Round.objects.only("application_id").get(pk=round_id).application_id)
    return Round.objects.select_for_update(of=("self",)).select_related("application", "decision").get(pk=round_id)


def _declare(round_: Round, user: User | None, outcome: Outcome, *, now: datetime, **words: str) -> Confirmation:
    """Store what the President, or nobody within the time, declared, and move the application along."""
    actor = actor_key(user) if user else CLOCK
    confirmation = Confirmation.objects.create(
        decision=round_.decision, outcome=outcome, declared_by=actor, declarer=user, **words
    )
    is_carried = {Outcome.APPROVED: True, Outcome.NOT_APPROVED: False}.get(outcome)
    facts = ApplicationFacts(is_carried=is_carried, reason_given=bool(words.get("reason")))
    _move(round_.application, ACTIONS[outcome], Role.PRESIDENT if user else Role.CLOCK, facts, now)
    details = {"decision": round_.decision.number, "outcome": str(outcome), "reading": words.get("reading", "")}
    record(round_.application, "decision_declared", actor, **details)
    return confirmation


ACTIONS = {
    Outcome.APPROVED: ApplicationAction.APPROVE,
    Outcome.NOT_APPROVED: ApplicationAction.DECLINE,
    Outcome.DEFERRED: ApplicationAction.DEFER,
}


def _compute(round_: Round, now: datetime) -> Decision:
    rows, rule = standings(round_), rule_of(round_)
    case = case_of(rows, rule, president=presiding(rows, day_in_the_network(now)))
    decided = decide(case, rule)
    return Decision.objects.create(
        round=round_,
        number=next_number(now),
        result=decided.outcome.result,
        reason=decided.outcome.reason,
        is_contested=decided.is_contested,
        case=case_record(case),
        rule=rule_as_json(rule),
        evaluation=decision_as_json(decided),
    )


def next_number(now: datetime) -> str:
    """Return the next number of a decision or a correction, by year.

    The rules are locked meanwhile, so that two closings number one after the other.
    """
    list(DecisionRule.objects.select_for_update(no_key=True).order_by("pk"))
    year = day_in_the_network(now).year
    given = {"number__startswith": f"{year}/"}
    return f"{year}/{Decision.objects.filter(**given).count() + Correction.objects.filter(**given).count() + 1}"


def _facts(decision: Decision, **facts: Any) -> RoundFacts:
    return RoundFacts(result=Result(decision.result), contested=decision.is_contested, **facts)


def _move(
    application: Application, action: ApplicationAction, role: Role, facts: ApplicationFacts, now: datetime
) -> None:
    application.save(update_fields=move(application, action, role, facts, now=now))
