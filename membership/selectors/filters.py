"""The filters of the member index as links: each country, the founders and each year of joining, with what they would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from membership.models.pages import FOUNDING
from membership.selectors.cities import ListedMember, is_wanted, listed_members
from pages.languages.collation import sort_key
from pages.languages.countries import country_name
from pages.languages.formats import format_year


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that narrows the list; `count` is how many members it leaves."""

    title: str
    url: str
    count: int
    is_current: bool


def country_filters(language: str, countries: Collection[str], status: str, year: str = "") -> list[Filter]:
    """Return all countries with a listed member, in the language's order, `All countries` first."""
    counted = Counter(member.city.country for member in _wanted(language, (), status, year))
    key = sort_key(language)
    names = sorted(((str(country_name(code)), code) for code in counted), key=lambda pair: key(pair[0]))
    everything = Filter(_("All countries"), query_of((), status, year), counted.total(), not countries)
    return [
        everything,
        *(Filter(name, query_of((code,), status, year), counted[code], code in countries) for name, code in names),
    ]


def status_filters(language: str, countries: Sequence[str], status: str, year: str = "") -> list[Filter]:
    """Return the choice between all members and the founding ones."""
    founding = [member.is_founding for member in _wanted(language, countries, "", year)]
    return [
        Filter(_("All members"), query_of(countries, "", year), len(founding), status != FOUNDING),
        Filter(_("Founding members"), query_of(countries, FOUNDING, year), sum(founding), status == FOUNDING),
    ]


def year_filters(language: str, countries: Sequence[str], status: str, year: str = "") -> list[Filter]:
    """Return the years in which members joined, the newest first, `All years` before; who joined when is not always known."""
    members = _wanted(language, countries, status, "")
    counted = Counter(member.member.joined[:4] for member in members if member.member.joined)
    everything = Filter(_("All years"), query_of(countries, status, ""), len(members), not year)
    return [
        everything,
        *(
            Filter(format_year(language, date(int(one), 1, 1)), query_of(countries, status, one), number, one == year)
            for one, number in sorted(counted.items(), reverse=True)
        ),
    ]


def query_of(countries: Iterable[str], status: str, year: str) -> str:
    """Return the choices as a query; a question mark alone where nothing is chosen."""
    chosen = [("status", status), ("year", year)]
    pairs = [("country", code.lower()) for code in countries] + [(name, value) for name, value in chosen if value]
    return f"?{urlencode(pairs)}" if pairs else "?"


def _wanted(language: str, countries: Collection[str], status: str, year: str) -> list[ListedMember]:
    return [member for member in listed_members(language) if is_wanted(member, countries, status, year)]
