"""The filters of the member index as links: each country and the founders, with what they would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from membership.models import Member
from membership.models.pages import FOUNDING
from pages.languages.collation import sort_key
from pages.languages.countries import country_name


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that narrows the list; `count` is how many members it leaves."""

    title: str
    url: str
    count: int
    is_current: bool


def country_filters(language: str, countries: Collection[str], status: str) -> list[Filter]:
    """Return all countries with a listed member, in the language's order, `All countries` first; one query."""
    members = Member.objects.listed().values_list("city__country", "is_founding")
    counted = Counter(country for country, is_founding in members if is_founding or status != FOUNDING)
    key = sort_key(language)
    names = sorted(((str(country_name(code)), code) for code in counted), key=lambda pair: key(pair[0]))
    everything = Filter(_("All countries"), _url((), status), counted.total(), not countries)
    return [
        everything,
        *(Filter(name, _url((code,), status), counted[code], code in countries) for name, code in names),
    ]


def status_filters(countries: Sequence[str], status: str) -> list[Filter]:
    """Return the choice between all members and the founding ones; one query."""
    members = Member.objects.listed()
    if countries:
        members = members.filter(city__country__in=countries)
    founding = list(members.values_list("is_founding", flat=True))
    return [
        Filter(_("All members"), _url(countries, ""), len(founding), status != FOUNDING),
        Filter(_("Founding members"), _url(countries, FOUNDING), sum(founding), status == FOUNDING),
    ]


def _url(countries: Collection[str], status: str) -> str:
    pairs = [("country", code.lower()) for code in countries] + ([("status", status)] if status else [])
    return f"?{urlencode(pairs)}" if pairs else "?"
