"""Reads the register: all decisions on applications, with what stands of each, as far as they are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from membership.models import Correction, Decision
from membership.rules.spelling import spellings
from membership.selectors.calendar import ZONE

UNDECLARED = "undeclared"


@dataclass(frozen=True, slots=True)
class WantedDecisions:
    """What the register is narrowed to; an empty value narrows nothing.

    `outcome` is what stands after corrections, or `undeclared`; `words` are of the number, the reference or the names.
    """

    words: str = ""
    outcome: str = ""
    country: str = ""
    year: str = ""
    contested: bool = False


def register() -> QuerySet[Decision]:
    """Return all decisions, the newest first, with what the register shows of each.

    `standing` is the outcome of the last confirmed correction, or that of the declaration; `corrected_by` its number.
    """
    shown = ("round__application", "round__rule", "confirmation", "release")
    last = Correction.objects.filter(decision=OuterRef("pk"), is_confirmed=True).order_by("-pk")
    standing = Coalesce(Subquery(last.values("outcome")[:1]), "confirmation__outcome")
    found = Decision.objects.select_related(*shown).order_by("-computed_at", "-pk")
    return found.annotate(standing=standing, corrected_by=Subquery(last.values("number")[:1]))


def found_in_register(wanted: WantedDecisions) -> QuerySet[Decision]:
    """Return the decisions that are wanted, the newest first."""
    found = register()
    if wanted.outcome:
        found = found.filter(Q(**{"standing": None if wanted.outcome == UNDECLARED else wanted.outcome}))
    if wanted.country:
        found = found.filter(round__application__country=wanted.country)
    if wanted.year:
        begins, ends = (datetime(int(wanted.year) + later, 1, 1, tzinfo=ZONE) for later in (0, 1))
        found = found.filter(computed_at__gte=begins, computed_at__lt=ends)
    if wanted.contested:
        found = found.filter(is_contested=True)
    for word in wanted.words.split():
        found = found.filter(_bearing(word))
    return found


def decision_years() -> list[int]:
    """Return the years from the newest decision back to the first, in the network's time zone."""
    ends = Decision.objects.aggregate(first=Min("computed_at"), last=Max("computed_at"))
    if ends["first"] is None:
        return []
    first, last = (ends[name].astimezone(ZONE).year for name in ("first", "last"))
    return list(range(last, first - 1, -1))


def _bearing(word: str) -> Q:
    """Find a word in the numbers of decision and correction, and in whatever script in the reference and the names."""
    found = Q(number__icontains=word) | Q(corrected_by__icontains=word)
    for spelling in spellings(word):
        found |= Q(round__application__search_text__contains=spelling)
    return found
