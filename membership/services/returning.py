"""The Secretariat returns an application on an objective ground only; the applicant may insist (Statutes, Art. 5)."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import insisted_office_message, returned_message
from membership.labels.states import ReturnGround
from membership.models import Application
from membership.permissions import Action, require
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.lifecycle import has_paused_round
from membership.services.outbox import post, post_to_office
from membership.services.record import APPLICANT, actor_key, expect_version, locked, move, record
from membership.services.telling import tell_ready


@transaction.atomic
def return_application(
    application_id: int, user: User, *, ground: str, reason: str, now: datetime, version: int | None = None
) -> Application:
    """Return an application to its applicant, with the ground and the reason. Raises `RuleError`."""
    require(user, Action.RETURN, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    facts = ApplicationFacts(objective_ground=ground in ReturnGround.values, round_paused=has_paused_round(application))
    fields = move(application, ApplicationAction.RETURN, Role.SECRETARIAT, facts, now=now)
    application.save(update_fields=fields)
    record(application, "returned", actor_key(user), ground=ground, reason=reason.strip())
    mail = returned_message(application, ReturnGround(ground), reason.strip())
    post(f"returned:{application.pk}:{application.version}", application.contact_email, mail, application)
    return application


@transaction.atomic
def insist(application_id: int, *, reason: str, now: datetime, actor: str = APPLICANT) -> Application:
    """Put a returned application before the Committee all the same. Raises `RuleError` after thirty days."""
    application = locked(application_id)
    facts = ApplicationFacts(state_since=_day(application.state_since))
    application.save(update_fields=move(application, ApplicationAction.INSIST, Role.APPLICANT, facts, now=now))
    record(application, "insisted", actor, reason=reason.strip())
    mail = insisted_office_message(application)
    post_to_office(f"insisted:{application.pk}:{application.version}", mail, application)
    tell_ready(application)
    return application


def _day(moment: datetime) -> date:
    return day_in_the_network(moment)
