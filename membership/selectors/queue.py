"""Reads the list of received applications: what is shown, in which order, and how many stand in each state."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import Count, QuerySet

from membership.models import Application

ORDERS = {
    "submitted": ("submitted_at",),
    "country": ("country", "name_en"),
    "name": ("name_en",),
    "state": ("state", "state_since"),
    "since": ("state_since",),
}
NEWEST_FIRST = "-submitted"
ALIKE = str.maketrans({"ı": "i", "đ": "d", "ß": "ss"})  # letters that lose no mark when they are decomposed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; an empty value narrows nothing. `sort` is a key of `ORDERS`, with `-` for descending."""

    state: str = ""
    route: str = ""
    country: str = ""
    assignee: str = ""
    year: str = ""
    words: str = ""
    sort: str = NEWEST_FIRST


def queue(wanted: Wanted) -> QuerySet[Application]:
    """Return the received applications that are wanted, in the order that is wanted."""
    found = Application.objects.received().select_related("assignee")
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.route:
        found = found.filter(route=wanted.route)
    if wanted.country:
        found = found.filter(country=wanted.country)
    if wanted.assignee:
        found = found.filter(assignee_id=int(wanted.assignee))
    if wanted.year:
        found = found.filter(submitted_at__year=wanted.year)
    if wanted.words.strip():
        found = found.filter(pk__in=_bearing(wanted.words))
    return found.order_by(*_order(wanted.sort))


def counts_by_state() -> dict[str, int]:
    """Return state → how many received applications stand in it; states with none are left out."""
    return dict(Application.objects.received().order_by().values_list("state").annotate(Count("pk")))


def years() -> list[int]:
    """Return the years in which applications were submitted, the newest first, in the network's time zone."""
    return [moment.year for moment in Application.objects.received().datetimes("submitted_at", "year", order="DESC")]


def assignees() -> list[User]:
    """Return the users to whom an application is assigned."""
    users = get_user_model().objects.filter(assigned_applications__isnull=False)
    return list(users.distinct().order_by("username"))


def _order(sort: str) -> list[str]:
    descending = sort.startswith("-")
    names = ORDERS.get(sort.removeprefix("-"), ORDERS["submitted"])
    return [f"-{name}" if descending else name for name in (*names, "id")]


def _bearing(words: str) -> list[int]:
    """Return the applications whose reference or name has the words, whatever their case and accents.

    Compared here, since SQLite folds no letter beyond ASCII; the list has some hundred rows at most.
    """
    wanted = _plain(words)
    rows = Application.objects.received().values_list("pk", "reference", "name_en", "name_local")
    return [pk for pk, *texts in rows if any(wanted in _plain(text) for text in texts)]


def _plain(text: str | None) -> str:
    decomposed = unicodedata.normalize("NFD", (text or "").strip().casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).translate(ALIKE)
