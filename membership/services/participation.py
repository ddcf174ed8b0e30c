"""Records which members took part in a summit or a meeting, for their dossiers (Statutes, Art. 12)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import Member, Participation
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record_member


@transaction.atomic
def record_participation(
    user: User, *, kind: str, name: str, held_on: date, member_ids: Collection[int], now: datetime
) -> int:
    """Add these members to those who took part in an event; return how many are new. Nobody is taken away by that."""
    today = day_in_the_network(now)
    require(user, Action.RECORD_PARTICIPATION, today)
    if held_on > today:
        raise RuleError("event_in_future")
    event = {"kind": kind, "name": name.strip(), "held_on": held_on}
    return _add(event, member_ids, actor_key(user), now)


@transaction.atomic
def correct_participation(
    participation_id: int, user: User, *, member_ids: Collection[int], now: datetime
) -> tuple[int, int]:
    """Let exactly these members stand as those who took part in the event of a row; return how many came and went."""
    require(user, Action.RECORD_PARTICIPATION, day_in_the_network(now))
    one = Participation.objects.get(pk=participation_id)
    event = {"kind": one.kind, "name": one.name, "held_on": one.held_on}
    added = _add(event, member_ids, actor_key(user), now)
    gone = list(Participation.objects.filter(**event).exclude(member_id__in=member_ids).select_related("member"))
    for row in gone:
        record_member(row.member, "participation_withdrawn", actor_key(user), **_words(event))
        row.delete()
    return added, len(gone)


def _add(event: dict[str, Any], member_ids: Collection[int], actor: str, now: datetime) -> int:
    members = Member.objects.select_for_update().in_bulk(list(member_ids))
    standing = set(Participation.objects.filter(**event).values_list("member_id", flat=True))
    new = sorted(members.keys() - standing)
    for pk in new:
        Participation.objects.create(member=members[pk], **event, recorded_by=actor, recorded_at=now)
        record_member(members[pk], "participation_recorded", actor, **_words(event))
    return len(new)


def _words(event: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in event.items()}
