"""What the list of news is narrowed to; each single choice is an address of its own, several together are a query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.http import Http404

from news.filters import Filter, Label, chosen, query_of
from news.labels import Topic
from news.selectors import news
from pages import places
from pages.languages.countries import COUNTRY_NAMES
from pages.languages.formats import format_month, format_year


@dataclass(frozen=True, slots=True)
class Choice:
    """A year, a month of it, a topic, a city, or a country in small letters; what is empty narrows nothing."""

    year: str = ""
    month: str = ""
    topic: str = ""
    city: str = ""
    country: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str], code: str) -> Choice:
        """Return what a query names. Raises `Http404` for a year in which nothing is listed, and an unknown topic."""
        years = (str(year) for year in news.years(code))
        return cls(year=chosen(query, "year", tuple(years)), topic=chosen(query, "topic", Topic.values))

    @property
    def below(self) -> str:
        """The path below the index; empty for no choice, and for several."""
        named = self._named
        if set(named) == {"year", "month"}:
            return f"{self.year}/{self.month}/"
        if len(named) != 1 or "month" in named:
            return ""
        return f"{self.year}/" if self.year else "".join(f"{name}/{value}/" for name, value in named.items())

    def address(self, base: str) -> str:
        """Return the address below that of the index."""
        return f"{base}{self.below}" if self.below else f"{base}{query_of(self._named)}"

    def title(self, code: str) -> str:
        """Return what is chosen, in the language that is active."""
        parts = [self._days(code), str(Topic(self.topic).label) if self.topic else "", self._place(code)]
        return ", ".join(part for part in parts if part)

    def slugs(self) -> frozenset[str] | None:
        """Return the cities to which the list is narrowed, None for all."""
        if self.city:
            return frozenset({self.city})
        if not self.country:
            return None
        return frozenset(slug for slug, country in places.countries().items() if country == self.country.upper())

    @property
    def _named(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self).items() if value}

    def _days(self, code: str) -> str:
        if not self.year:
            return ""
        first = date(int(self.year), int(self.month or 1), 1)
        return format_month(code, first) if self.month else format_year(code, first)

    def _place(self, code: str) -> str:
        if self.country:
            return str(COUNTRY_NAMES[self.country.upper()])
        return places.names([self.city], code).get(self.city, self.city) if self.city else ""


def in_year(year: str, month: str = "") -> Choice:
    """Return the choice of a year or month. Raises `Http404` for one that the calendar does not have."""
    try:
        date(int(year), int(month or 1), 1)
    except ValueError as error:
        raise Http404("The calendar has no such month.") from error
    return Choice(year=year, month=month)


def in_country(country: str) -> Choice:
    """Return the choice of a country of the network. Raises `Http404` for another."""
    if country.upper() not in COUNTRY_NAMES or country != country.lower():
        raise Http404("The network has no such country.")
    return Choice(country=country)


def on_topic(topic: str) -> Choice:
    """Return the choice of a topic. Raises `Http404` for one that there is not."""
    if topic not in Topic.values:
        raise Http404("There is no such topic.")
    return Choice(topic=topic)


def ways(base: str, now: Choice, name: str, options: Iterable[tuple[str, Label]], everything: Label) -> list[Filter]:
    """Return a link for each option of one choice, the first one to all; year and topic stay in force beside each other."""
    kept = replace(now, month="", city="", country="")
    return [
        Filter(label, replace(kept, **{name: value}).address(base), getattr(now, name) == value)
        for value, label in [("", everything), *options]
    ]
