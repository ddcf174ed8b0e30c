"""Who works in the membership office, and in which language each of them is written to."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import QuerySet
from wagtail.users.models import UserProfile

from membership.labels.states import SeatRole
from membership.models import Round, Seat
from membership.permissions import GROUPS, OFFICE
from membership.selectors.calendar import today_in_the_network
from pages.languages.table import BY_CODE, SOURCE

SECRETARIAT = [name for name, role in GROUPS.items() if role in OFFICE]


def office() -> list[User]:
    """Return the active users of the Secretariat who have an e-mail address."""
    return list(_reachable().filter(groups__name__in=SECRETARIAT).distinct())


def of_the_office(user_id: int) -> bool:
    """Whether the user works in the Secretariat, with or without an e-mail address."""
    return get_user_model().objects.filter(pk=user_id, groups__name__in=SECRETARIAT, is_active=True).exists()


def committee() -> list[User]:
    """Return who holds a seat of the Executive Committee today and has an e-mail address."""
    return list(_reachable().filter(seats__in=Seat.objects.held_on(today_in_the_network())).distinct())


def president() -> list[User]:
    """Return who holds the President's seat today, if anybody does and has an e-mail address."""
    seats = Seat.objects.held_on(today_in_the_network()).filter(role=SeatRole.PRESIDENT)
    return list(_reachable().filter(seats__in=seats).distinct())


def electorate(round_: Round) -> list[User]:
    """Return who holds a seat of a round's frozen electorate and has an e-mail address."""
    return list(_reachable().filter(seats__round_seats__round=round_).distinct())


def language_of(user: User) -> str:
    """The language which a user chose in the account, or the source language of the site."""
    try:
        profile: UserProfile = user.wagtail_userprofile  # type: ignore[attr-defined] # Wagtail's own relation
    except UserProfile.DoesNotExist:
        return SOURCE
    chosen = profile.preferred_language
    return chosen if chosen in BY_CODE else SOURCE


def _reachable() -> QuerySet[User]:
    users = get_user_model().objects.filter(is_active=True).exclude(email="")
    return users.select_related("wagtail_userprofile").order_by("pk")
