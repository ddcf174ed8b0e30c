"""Writes the record, and moves an application along its life."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, transaction

from membership.labels.states import ApplicationState
from membership.models import Application, Event, Member
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.lifecycle import ApplicationState as RuleState
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.lifecycle import table_of
from membership.services.flagging import flags_changed
from membership.services.sealing import seal_events

AT_THE_OFFICE = (ApplicationState.SUBMITTED, ApplicationState.IN_CHECK)  # where the clock of the check runs
APPLICANT = "applicant"
CLOCK = "clock"


def record(application: Application | None, verb: str, actor: str, **details: Any) -> Event:
    """Append an event. `actor` is a key (`user:7`, `applicant`, `clock`), never a name."""
    event = Event.objects.create(application=application, verb=verb, actor=actor, details=details)
    _seal_after_commit()
    return event


def record_member(member: Member, verb: str, actor: str, **details: Any) -> Event:
    """Append an event about a member; `actor` as in `record`."""
    event = Event.objects.create(member=member, verb=verb, actor=actor, details=details)
    _seal_after_commit()
    return event


def locked(application_id: int) -> Application:
    """Return the application, locked until the transaction ends. Raises `Application.DoesNotExist`."""
    return Application.objects.select_for_update().get(pk=application_id)


def expect_version(application: Application, version: int | None) -> None:
    """Raise `RuleError("changed_meanwhile")` when the writer saw another version than the one that stands."""
    if version is not None and version != application.version:
        raise RuleError("changed_meanwhile")


def move(
    application: Application, action: ApplicationAction, role: Role, facts: ApplicationFacts, *, now: datetime
) -> list[str]:
    """Move a locked application, unsaved, and return the fields to save. Raises `RuleError` if the table forbids it.

    The clock of the check runs or stops with the state, and the flags are looked at again after the transaction.
    """
    facts = replace(facts, frozen=application.is_frozen)
    today = day_in_the_network(now)
    target = table_of(application).advance(RuleState(application.state), action, role, today, facts)
    application.state = ApplicationState(str(target))
    application.state_since = now
    application.version += 1
    clock = application.clock.run(today) if application.state in AT_THE_OFFICE else application.clock.stop(today)
    application.check_due_on, application.check_days_left = clock.due_on, clock.days_left
    flags_changed(application.pk, now)
    return ["state", "state_since", "version", "check_due_on", "check_days_left"]


def actor_key(user: User) -> str:
    """The key under which a user stands in the record."""
    return f"user:{user.pk}"


def _seal_after_commit() -> None:
    """Seal once after the transaction: no act of the office holds the head of the chain, and none waits for another."""
    waiting: list[Any] = [hook[1] for hook in connection.run_on_commit]
    if seal_events not in waiting:
        transaction.on_commit(seal_events, robust=True)
