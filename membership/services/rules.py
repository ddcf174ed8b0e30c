"""Stores the readings of the statutes as versioned rules, which rounds are opened with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import DecisionRule, RuleProposal
from membership.permissions import Action, require
from membership.rules import voting as rules
from membership.rules.errors import RuleError
from membership.rules.statutes import ADMISSION, COMMITTEE
from membership.rules.voting import CUMULATIVE, READINGS
from membership.rules.voting.notation import rule_as_json
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record


@transaction.atomic
def propose_rule(
    user: User,
    *,
    key: str,
    parameters: dict[str, Any],
    is_default: bool,
    valid_from: date,
    reason: str,
    now: datetime,
) -> RuleProposal:
    """Store a new version of a reading for the President to confirm. Raises `RuleError`: a wrong parameter, no reason."""
    today = day_in_the_network(now)
    require(user, Action.PROPOSE_RULE, today)
    if not reason.strip():
        raise RuleError("reason_missing")
    if valid_from < today:
        raise RuleError("valid_from_past")
    value = rules.DecisionRule(**{**parameters, "key": key, "version": _next_version(key)})
    proposal = RuleProposal.objects.create(
        key=key,
        parameters=rule_as_json(value),
        is_default=is_default,
        valid_from=valid_from,
        reason=reason.strip(),
        proposed_by=actor_key(user),
    )
    record(None, "rule_proposed", actor_key(user), rule=key, day=valid_from.isoformat())
    return proposal


@transaction.atomic
def answer_rule(proposal_id: int, user: User, *, confirms: bool, now: datetime) -> RuleProposal:
    """Confirm a proposed version, which is then appended, or refuse it; rounds that are open keep theirs."""
    require(user, Action.CONFIRM_RULE, day_in_the_network(now))
    proposal = RuleProposal.objects.select_for_update().get(pk=proposal_id)
    if proposal.is_confirmed is not None:
        raise RuleError("already_answered")
    proposal.is_confirmed, proposal.answered_by, proposal.answered_at = confirms, actor_key(user), now
    proposal.save(update_fields=["is_confirmed", "answered_by", "answered_at"])
    if confirms:
        version = _next_version(proposal.key)
        DecisionRule.objects.create(
            key=proposal.key,
            version=version,
            parameters={**proposal.parameters, "version": version},
            articles=f"{ADMISSION}, {COMMITTEE}",
            is_default=proposal.is_default,
            valid_from=proposal.valid_from,
            reason=proposal.reason,
        )
    record(None, "rule_confirmed" if confirms else "rule_refused", actor_key(user), rule=proposal.key)
    return proposal


def _next_version(key: str) -> int:
    """Return the number after the newest version of a rule. Raises `RuleError("rule_not_valid")` for an unknown one."""
    newest = DecisionRule.objects.select_for_update(no_key=True).filter(key=key).order_by("version").last()
    if newest is None:
        raise RuleError("rule_not_valid")
    return newest.version + 1


@transaction.atomic
def install_readings(*, valid_from: date) -> None:
    """Store the three readings of Articles 5 and 13 in their first version, where they are not stored yet."""
    for key, rule in READINGS.items():
        DecisionRule.objects.get_or_create(
            key=key,
            version=rule.version,
            defaults={
                "parameters": rule_as_json(rule),
                "articles": f"{ADMISSION}, {COMMITTEE}",
                "is_default": key == CUMULATIVE.key,
                "valid_from": valid_from,
            },
        )
