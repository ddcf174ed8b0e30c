"""What follows for an open round when the Committee itself changes: it is suspended, then begun again or let go on."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import Round, Seat
from membership.permissions import Action, Role, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.roles import Role as RuleRole
from membership.rules.rounds import RoundAction, RoundFacts
from membership.selectors.calendar import day_in_the_network
from membership.selectors.composition import has_changed
from membership.services.record import CLOCK, actor_key, record
from membership.services.rounds import advance, freeze_round, round_locked


@transaction.atomic
def suspend(round_id: int, user: User | None, *, now: datetime) -> Round:
    """Suspend a round whose Committee changed, by the Secretary or by the clock. Raises `RuleError`."""
    today = day_in_the_network(now)
    if user is not None:
        require(user, Action.SUSPEND_ROUND, today)
    round_ = round_locked(round_id)
    facts = RoundFacts(composition_changed=has_changed(round_, today))
    advance(round_, RoundAction.SUSPEND, RuleRole.SECRETARY if user else RuleRole.CLOCK, facts, today)
    record(round_.application, "round_suspended", actor_key(user) if user else CLOCK, round=round_.pk)
    return round_


@transaction.atomic
def restart(round_id: int, user: User, *, now: datetime) -> Round:
    """End a suspended round without result and open it anew with the Committee of today. Returns the new round."""
    today = day_in_the_network(now)
    roles = require(user, Action.OPEN_ROUND, today)
    former = round_locked(round_id)
    actor = RuleRole.PRESIDENT if Role.PRESIDENT in roles else RuleRole.SECRETARY
    advance(former, RoundAction.RESTART, actor, RoundFacts(), today, closed_at=now)
    seats = list(Seat.objects.held_on(today).select_related("city"))
    if not seats:
        raise RuleError("electorate_empty", statutes.COMMITTEE)
    round_ = freeze_round(
        former.application, former.rule, seats, mode=former.mode, meeting=None, deadline=former.deadline
    )
    details = {"round": round_.pk, "former": former.pk, "seats": len(seats)}
    record(former.application, "round_restarted", actor_key(user), **details)
    return round_


@transaction.atomic
def let_go_on(round_id: int, user: User, *, reason: str, now: datetime) -> Round:
    """Go on with a suspended round and its old electorate, as the President decides with a reason."""
    today = day_in_the_network(now)
    require(user, Action.CONTINUE_ROUND, today)
    round_ = round_locked(round_id)
    facts = RoundFacts(reason_given=bool(reason.strip()))
    advance(round_, RoundAction.RESUME, RuleRole.PRESIDENT, facts, today)
    record(round_.application, "round_continued", actor_key(user), round=round_.pk, reason=reason.strip())
    return round_
