"""The Secretariat's check of an application (Statutes, Art. 5): it may complete and forward, never reject."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.checklist import CHECKLIST
from membership.labels.states import ApplicationState
from membership.models import Application
from membership.models.application import BEFORE_DECISION
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.rules.lifecycle import APPLICATION, ApplicationAction, ApplicationFacts
from membership.rules.lifecycle import ApplicationState as RuleState
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.lifecycle import has_paused_round
from membership.selectors.office import of_the_office
from membership.services.record import actor_key, expect_version, locked, move, record
from membership.services.scanning import files_are_scanned
from membership.services.telling import tell_ready

ASSIGNABLE = [
    *BEFORE_DECISION,
    ApplicationState.RETURNED,
    ApplicationState.APPROVED,
    ApplicationState.DECLARATION_SIGNED,
]


@transaction.atomic
def take(application_id: int, user: User, *, now: datetime, version: int | None = None) -> Application:
    """Assign a submitted application to the user, who checks it from now on."""
    require(user, Action.TAKE, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    fields = move(application, ApplicationAction.TAKE, Role.SECRETARIAT, ApplicationFacts(), now=now)
    application.assignee = user
    application.save(update_fields=[*fields, "assignee"])
    record(application, "taken", actor_key(user))
    return application


@transaction.atomic
def assign(
    application_id: int, user: User, *, assignee_id: int | None, now: datetime, version: int | None = None
) -> Application:
    """Say who of the Secretariat looks after an application that is not over, or that nobody does. Raises `RuleError`."""
    require(user, Action.ASSIGN, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    if application.state not in ASSIGNABLE:
        raise RuleError("action_not_possible")
    if application.assignee_id == assignee_id:
        raise RuleError("already_assigned")
    if assignee_id is not None and not of_the_office(assignee_id):
        raise RuleError("assignee_not_in_office")
    application.assignee_id = assignee_id
    application.version += 1
    application.save(update_fields=["assignee", "version"])
    record(application, "assigned", actor_key(user), assignee=f"user:{assignee_id}" if assignee_id else None)
    return application


@transaction.atomic
def save_check(
    application_id: int,
    user: User,
    *,
    checked: Collection[str],
    recommendation: str,
    incomplete_note: str,
    now: datetime,
    version: int | None = None,
) -> Application:
    """Store what was checked so far, the recommendation, and why the application may go on incomplete."""
    require(user, Action.COMPLETE_CHECK, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    APPLICATION.find(
        RuleState(application.state), ApplicationAction.FORWARD, Role.SECRETARIAT
    )  # a check that went on, stands
    application.checklist = {key: key in checked for key in CHECKLIST}
    application.recommendation = recommendation.strip()
    application.incomplete_note = incomplete_note.strip()
    application.version += 1
    application.save(update_fields=["checklist", "recommendation", "incomplete_note", "version"])
    record(application, "checked", actor_key(user), checked=sorted(checked))
    return application


@transaction.atomic
def forward(application_id: int, user: User, *, now: datetime, version: int | None = None) -> Application:
    """Put a checked application before the Committee.

    Raises `RuleError` if the check or the recommendation is missing, or a file waits for the virus scan.
    """
    require(user, Action.FORWARD, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    facts = ApplicationFacts(
        checklist_complete=all(application.checklist.get(key) for key in CHECKLIST),
        incomplete_note=bool(application.incomplete_note),
        recommendation_written=bool(application.recommendation),
        files_scanned=files_are_scanned(application),
        round_paused=has_paused_round(application),
    )
    fields = move(application, ApplicationAction.FORWARD, Role.SECRETARIAT, facts, now=now)
    application.save(update_fields=fields)
    record(application, "forwarded", actor_key(user), is_complete=facts.checklist_complete)
    tell_ready(application)
    return application
