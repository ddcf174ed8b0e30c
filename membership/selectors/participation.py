"""Reads the events in which members took part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min

from membership.labels.members import ParticipationKind
from membership.models import Member, Participation
from membership.selectors.assembly import electorate
from pages.languages.table import SOURCE
from pages.summits import summits


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """An event with the number of members that took part; `pk` is the first row of it."""

    pk: int
    kind: str
    name: str
    held_on: date
    members: int


def recorded_events() -> list[RecordedEvent]:
    """Return the events of which a participation is recorded, the newest first; one query."""
    rows = (
        Participation.objects.order_by()
        .values_list("kind", "name", "held_on")
        .annotate(first=Min("pk"), members=Count("pk"))
        .order_by("-held_on", "name", "kind")
    )
    return [
        RecordedEvent(first, str(ParticipationKind(kind).label), name, held_on, members)
        for kind, name, held_on, first, members in rows
    ]


def participants_of(one: Participation) -> set[int]:
    """Return the members that took part in the event of a row."""
    rows = Participation.objects.filter(kind=one.kind, name=one.name, held_on=one.held_on)
    return set(rows.values_list("member_id", flat=True))


def may_participate(*, also: set[int]) -> list[Member]:
    """Return the members that can be ticked: all whose membership stands, and `also` those who were there before."""
    standing = list(electorate())
    known = {member.pk for member in standing}
    former = Member.objects.filter(pk__in=also - known).select_related("city").order_by("city__name_en", "pk")
    return [*standing, *former]


def summit_names() -> list[str]:
    """Return the names of the network's summits, the newest first."""
    return [summit.title for summit in reversed(summits(SOURCE))]
