"""The filters of the member index as links: each country and the founders, with what they would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from membership.models.pages import FOUNDING
from membership.selectors.cities import listed_members
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
    """Return all countries with a listed member, in the language's order, `All countries` first."""
    members = listed_members(language)
    counted = Counter(member.city.country for member in members if member.is_founding or status != FOUNDING)
    key = sort_key(language)
    names = sorted(((str(country_name(code)), code) for code in counted), key=lambda pair: key(pair[0]))
    everything = Filter(_("All countries"), _url((), status), counted.total(), not countries)
    return [
        everything,
        *(Filter(name, _url((code,), status), counted[code], code in countries) for name, code in names),
    ]


def status_filters(language: str, countries: Sequence[str], status: str) -> list[Filter]:
    """Return the choice between all members and the founding ones."""
    members = listed_members(language)
    founding = [member.is_founding for member in members if not countries or member.city.country in countries]
    return [
        Filter(_("All members"), _url(countries, ""), len(founding), status != FOUNDING),
        Filter(_("Founding members"), _url(countries, FOUNDING), sum(founding), status == FOUNDING),
    ]


def _url(countries: Collection[str], status: str) -> str:
    pairs = [("country", code.lower()) for code in countries] + ([("status", status)] if status else [])
    return f"?{urlencode(pairs)}" if pairs else "?"
