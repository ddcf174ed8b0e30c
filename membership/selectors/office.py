"""Who works in the membership office."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User

from membership.models import Seat
from membership.permissions import GROUPS, OFFICE
from membership.selectors.calendar import today_in_the_network


def office() -> list[User]:
    """Return the active users of the Secretariat who have an e-mail address."""
    names = [name for name, role in GROUPS.items() if role in OFFICE]
    users = get_user_model().objects.filter(groups__name__in=names, is_active=True).exclude(email="")
    return list(users.distinct().order_by("pk"))


def committee() -> list[User]:
    """Return who holds a seat of the Executive Committee today and has an e-mail address."""
    seats = Seat.objects.held_on(today_in_the_network()).select_related("holder")
    return [seat.holder for seat in seats if seat.holder and seat.holder.is_active and seat.holder.email]
