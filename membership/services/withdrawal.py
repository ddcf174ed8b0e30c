"""Lets an applicant withdraw: the application stays in the record, an open round ends without object."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from membership.emails import withdrawn_office_message
from membership.labels.states import ApplicationState, RoundState
from membership.models import Application, Round
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.rules.rounds import ROUND, RoundAction, RoundFacts
from membership.rules.rounds import RoundState as RuleState
from membership.selectors.calendar import day_in_the_network
from membership.services.outbox import post_to_office
from membership.services.record import APPLICANT, locked, move, record


@transaction.atomic
def withdraw(application_id: int, *, now: datetime, actor: str = APPLICANT) -> Application:
    """Withdraw a submitted application; a second call changes nothing. Raises `RuleError` once its round is closed."""
    application = locked(application_id)
    if application.state == ApplicationState.WITHDRAWN:
        return application
    round_ = _standing_round(application)
    facts = ApplicationFacts(round_closed=round_ is not None and round_.state == RoundState.CLOSED)
    application.save(update_fields=move(application, ApplicationAction.WITHDRAW, Role.APPLICANT, facts, now=now))
    if round_ is not None:
        _drop(round_, now)
    record(application, "withdrawn", actor, round=round_.pk if round_ else None)
    post_to_office(f"withdrawn:{application.pk}", withdrawn_office_message(application), application)
    return application


def _standing_round(application: Application) -> Round | None:
    rounds = Round.objects.select_for_update().filter(application=application)
    return rounds.filter(state__in=[RoundState.OPEN, RoundState.CLOSED]).first()


def _drop(round_: Round, now: datetime) -> None:
    facts = RoundFacts(application_withdrawn=True)
    target = ROUND.advance(RuleState(round_.state), RoundAction.DROP, Role.APPLICANT, day_in_the_network(now), facts)
    round_.state, round_.closed_at = RoundState(str(target)), now
    round_.save(update_fields=["state", "closed_at"])
