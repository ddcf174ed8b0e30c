"""Keeps lists of applications under a name, each for its owner only."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from membership.models import SavedFilter
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.rules.house_rules import SAVED_FILTERS
from membership.selectors.calendar import day_in_the_network


@transaction.atomic
def keep(user: User, *, name: str, query: str, now: datetime) -> SavedFilter:
    """Keep a list. Raises `RuleError` if a list of the user's has the name, or he keeps as many as he may."""
    require(user, Action.SEE_QUEUE, day_in_the_network(now))
    own = SavedFilter.objects.select_for_update().filter(owner=user)
    if len(own) >= SAVED_FILTERS:
        raise RuleError("too_many_saved_filters")
    _expect_free(own, name)
    return SavedFilter.objects.create(owner=user, name=name.strip(), query=query)


@transaction.atomic
def rename(user: User, saved_id: int, *, name: str, now: datetime) -> SavedFilter:
    """Give a list of the user's another name. Raises `SavedFilter.DoesNotExist` for somebody else's, and `RuleError`."""
    require(user, Action.SEE_QUEUE, day_in_the_network(now))
    own = SavedFilter.objects.select_for_update().filter(owner=user)
    saved = own.get(pk=saved_id)
    _expect_free(own.exclude(pk=saved_id), name)
    saved.name = name.strip()
    saved.save(update_fields=["name"])
    return saved


@transaction.atomic
def drop(user: User, saved_id: int, *, now: datetime) -> None:
    """Forget a list of the user's; a second call changes nothing."""
    require(user, Action.SEE_QUEUE, day_in_the_network(now))
    SavedFilter.objects.filter(owner=user, pk=saved_id).delete()


def _expect_free(own: QuerySet[SavedFilter], name: str) -> None:
    if own.filter(name=name.strip()).exists():
        raise RuleError("already_so_named")
