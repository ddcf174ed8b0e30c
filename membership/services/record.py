"""Writes the record, and moves an application along its life."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from membership.labels.states import ApplicationState
from membership.models import Application, Event, Member
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.lifecycle import ApplicationState as RuleState
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.lifecycle import table_of

APPLICANT = "applicant"
CLOCK = "clock"


def record(application: Application | None, verb: str, actor: str, **details: Any) -> Event:
    """Append an event. `actor` is a key (`user:7`, `applicant`, `clock`), never a name."""
    return Event.objects.create(application=application, verb=verb, actor=actor, details=details)


def record_member(member: Member, verb: str, actor: str, **details: Any) -> Event:
    """Append an event about a member; `actor` as in `record`."""
    return Event.objects.create(member=member, verb=verb, actor=actor, details=details)


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
    """Move a locked application, unsaved, and return the fields to save. Raises `RuleError` if the table forbids it."""
    facts = replace(facts, frozen=application.is_frozen)
    target = table_of(application).advance(RuleState(application.state), action, role, day_in_the_network(now), facts)
    application.state = ApplicationState(str(target))
    application.state_since = now
    application.version += 1
    return ["state", "state_since", "version"]


def actor_key(user: User) -> str:
    """The key under which a user stands in the record."""
    return f"user:{user.pk}"
