"""Reads the members for the office: the list, what waits for the Committee, and the seats of a city."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from membership.labels.members import Authority, MemberActKind
from membership.models import Member, MemberAct, RemovalMotion, Seat
from membership.models.assembly import UNDER_WAY
from membership.selectors.calendar import day_in_the_network


@dataclass(frozen=True, slots=True)
class WantedMembers:
    """What the list is narrowed to; an empty value narrows nothing."""

    state: str = ""
    country: str = ""


def members(wanted: WantedMembers) -> QuerySet[Member]:
    """Return the memberships that are wanted, those that ended too, by the name of the city."""
    found = Member.objects.select_related("city").order_by("city__name_en", "city__country", "pk")
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.country:
        found = found.filter(city__country=wanted.country)
    return found


def member_counts() -> dict[str, int]:
    """Return state → how many memberships stand in it; states with none are left out."""
    return dict(Member.objects.order_by().values_list("state").annotate(Count("pk")))


def acts_for_the_next_agenda() -> QuerySet[MemberAct]:
    """Return what the President did alone and the Committee has not taken note of, the oldest first (Art. 9)."""
    alone = MemberAct.objects.filter(
        authority=Authority.PRESIDENT, act__in=(MemberActKind.SUSPEND, MemberActKind.LIFT), noted__isnull=True
    )
    return alone.select_related("member__city").order_by("at", "pk")


def motions_under_way() -> QuerySet[RemovalMotion]:
    """Return the motions that are prepared or open, the nearest Assembly first."""
    return (
        RemovalMotion.objects.filter(state__in=UNDER_WAY).select_related("member__city").order_by("assembly_on", "pk")
    )


def seats_held(member: Member, moment: datetime) -> list[Seat]:
    """Return the seats of the Committee that the member's city holds; no act about the member empties them."""
    return list(Seat.objects.held_on(day_in_the_network(moment)).filter(city=member.city))
