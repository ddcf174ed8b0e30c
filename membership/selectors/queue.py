"""Reads the list of received applications: what is shown, in which order, and how many stand in each state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import OrderBy

from membership.models import Application, ApplicationFlag, InformationRequest
from membership.rules.clock import last_working_day
from membership.rules.spelling import spellings
from membership.selectors.calendar import ZONE
from membership.selectors.office import SECRETARIAT

ORDERS = {
    "submitted": ("submitted_at",),
    "country": ("country", "name_en"),
    "name": ("name_en",),
    "state": ("state", "state_since"),
    "since": ("state_since",),
    "due": ("check_due_on",),
}
NEWEST_FIRST = "-submitted"
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; an empty value narrows nothing. `sort` is a key of `ORDERS`, with `-` for descending.

    `assignee` is the number of a user, or `nobody`; `overdue` wants only what the office should have checked by now.
    """

    state: str = ""
    route: str = ""
    country: str = ""
    assignee: str = ""
    flag: str = ""
    year: str = ""
    overdue: bool = False
    words: str = ""
    sort: str = NEWEST_FIRST

    @property
    def is_by_state_only(self) -> bool:
        return self == Wanted(state=self.state, sort=self.sort)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many applications stand in a state, since when the first of them does, and how many are overdue."""

    count: int
    since: datetime
    overdue: int


@dataclass(frozen=True, slots=True)
class Assignee:
    """A user of the list; to one who left the office nothing more is assigned."""

    user: User
    may_be_assigned: bool

    @property
    def name(self) -> str:
        return self.user.get_full_name() or self.user.get_username()


def queue(wanted: Wanted, today: date) -> QuerySet[Application]:
    """Return the received applications that are wanted, in the order that is wanted, with their flags.

    `asked_until` of each is the day by which its applicant is asked to answer, None where nothing is asked.
    """
    asked = InformationRequest.objects.filter(application=OuterRef("pk"), answered_at__isnull=True)
    found = Application.objects.received().filter(_narrowed(wanted, today)).order_by(*_order(wanted.sort))
    found = found.select_related("assignee").prefetch_related("flags")
    return found.annotate(asked_until=Subquery(asked.values("due_on")[:1]))


def standings(today: date) -> dict[str, Standing]:
    """Return state → how many received applications stand in it, and since when; states with none are left out."""
    late = Q(check_due_on__lt=last_working_day(today))
    states = Application.objects.received().order_by().values("state")
    rows = states.annotate(count=Count("pk"), since=Min("state_since"), overdue=Count("pk", filter=late))
    return {row["state"]: Standing(row["count"], row["since"], row["overdue"]) for row in rows}


def years() -> list[int]:
    """Return the years from the newest submission back to the first, in the network's time zone."""
    ends = Application.objects.received().aggregate(first=Min("submitted_at"), last=Max("submitted_at"))
    if ends["first"] is None:
        return []
    first, last = (ends[name].astimezone(ZONE).year for name in ("first", "last"))
    return list(range(last, first - 1, -1))


def assignees() -> list[Assignee]:
    """Return the users to whom an application is assigned or may be, in one query."""
    in_office = Exists(Group.objects.filter(user=OuterRef("pk"), name__in=SECRETARIAT))
    assigned = Exists(Application.objects.filter(assignee=OuterRef("pk")))
    users = get_user_model().objects.annotate(in_office=in_office).filter(Q(in_office=True) | assigned)
    return [Assignee(user, user.is_active and vars(user)["in_office"]) for user in users.order_by("username")]


def _narrowed(wanted: Wanted, today: date) -> Q:
    found = Q()
    for name in ("state", "route", "country"):
        if value := getattr(wanted, name):
            found &= Q(**{name: value})
    if wanted.assignee:
        found &= Q(assignee=None if wanted.assignee == NOBODY else int(wanted.assignee))
    if wanted.flag:
        found &= Q(Exists(ApplicationFlag.objects.filter(application=OuterRef("pk"), key=wanted.flag)))
    if wanted.year:
        begins, ends = (datetime(int(wanted.year) + later, 1, 1, tzinfo=ZONE) for later in (0, 1))
        found &= Q(submitted_at__gte=begins, submitted_at__lt=ends)
    if wanted.overdue:
        found &= Q(check_due_on__lt=last_working_day(today))
    for word in wanted.words.split():
        found &= _bearing(word)
    return found


def _bearing(word: str) -> Q:
    """Find the applications whose reference or name has a word, whatever its case, its accents and its script."""
    found = Q()
    for spelling in spellings(word):
        found |= Q(search_text__contains=spelling)
    return found


def _order(sort: str) -> list[OrderBy]:
    """What has no clock stands last in either direction of the days on which something is due."""
    is_descending = sort.startswith("-")
    names = ORDERS.get(sort.removeprefix("-"), ORDERS["submitted"])
    return [_by(name, is_descending=is_descending) for name in (*names, "id")]


def _by(name: str, *, is_descending: bool) -> OrderBy:
    last = {"nulls_last": True} if name == "check_due_on" else {}
    return F(name).desc(**last) if is_descending else F(name).asc(**last)
