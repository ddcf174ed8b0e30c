"""The same act on several applications: each in its own transaction, so that one that is refused stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib.auth.models import User

from membership.models import Application
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.checking import assign
from membership.services.information import remind


@dataclass(frozen=True, slots=True)
class Chosen:
    """An application, and the version of it which the writer saw."""

    number: int
    version: int


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one of them: it was done, or `error` says why not."""

    application: Application
    error: RuleError | None


def assign_each(chosen: Iterable[Chosen], user: User, *, assignee: int | None, now: datetime) -> list[Done]:
    """Assign each to a user of the Secretariat, or to nobody."""
    require(user, Action.ASSIGN, day_in_the_network(now))
    return _each(chosen, partial(assign, user=user, assignee_id=assignee, now=now))


def remind_each(chosen: Iterable[Chosen], user: User, *, now: datetime) -> list[Done]:
    """Remind the applicant of each of what was asked."""
    require(user, Action.REMIND_APPLICANT, day_in_the_network(now))
    return _each(chosen, partial(remind, user=user, now=now))


def _each(chosen: Iterable[Chosen], act: Callable[..., Any]) -> list[Done]:
    """Return what became of each, in the order chosen; what is no received application is left out."""
    wanted = {one.number: one.version for one in chosen}
    found = Application.objects.received().in_bulk(wanted)
    return [Done(found[pk], _refused(act, pk, version)) for pk, version in wanted.items() if pk in found]


def _refused(act: Callable[..., Any], pk: int, version: int) -> RuleError | None:
    try:
        act(pk, version=version)
    except RuleError as error:
        return error
    return None
