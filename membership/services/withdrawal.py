"""Lets an applicant withdraw: the application stays in the record, an open round ends without object."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from membership.emails import withdrawn_office_message
from membership.labels.states import ApplicationState, RoundState
from membership.models import Application, Round
from membership.models.decision import STANDING
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.services.outbox import post_to_office
from membership.services.record import APPLICANT, locked, move, record
from membership.services.rounds import drop_standing


@transaction.atomic
def withdraw(application_id: int, *, now: datetime, actor: str = APPLICANT) -> Application:
    """Withdraw a submitted application; a second call changes nothing. Raises `RuleError` once its round is closed."""
    application = locked(application_id)
    if application.state == ApplicationState.WITHDRAWN:
        return application
    round_ = _standing_round(application)
    facts = ApplicationFacts(round_closed=round_ is not None and round_.state == RoundState.CLOSED)
    application.save(update_fields=move(application, ApplicationAction.WITHDRAW, Role.APPLICANT, facts, now=now))
    drop_standing(application, Role.APPLICANT, now)
    record(application, "withdrawn", actor, round=round_.pk if round_ else None)
    post_to_office(f"withdrawn:{application.pk}", withdrawn_office_message(application), application)
    return application


def _standing_round(application: Application) -> Round | None:
    return Round.objects.select_for_update().filter(application=application, state__in=STANDING).first()
