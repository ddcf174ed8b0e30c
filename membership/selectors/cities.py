"""Reads cities and members for the public: names in the reader's language, order of its alphabet, few queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from membership.labels.states import SeatRole
from membership.models import City, CityName, MayorTerm, Member, MemberIndexPage, Presidency, Seat
from membership.models.pages import FOUNDING
from pages.languages.collation import sort_key
from pages.languages.countries import country_name
from pages.languages.table import BY_CODE
from pages.once import once


@dataclass(frozen=True, slots=True)
class CityLink:
    """A city as a list names it; `url` is empty where the city has no page, because it is not listed."""

    slug: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ListedMember:
    """A member that visitors see; `name` is that of the city in the language asked for."""

    member: Member
    city: City
    name: str

    @property
    def is_founding(self) -> bool:
        return self.member.is_founding


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A listed member as the directory and the map show it."""

    member: Member
    name: str
    country: str
    country_name: str
    url: str
    is_host: bool

    @property
    def city(self) -> City:
        return self.member.city

    @property
    def is_founding(self) -> bool:
        return self.member.is_founding

    @property
    def has_own_name(self) -> bool:
        """Whether the name in the city's own script says something that the name in this language does not."""
        return self.city.name_local != self.name


@dataclass(frozen=True, slots=True)
class ForeignName:
    """The name of a city in another language."""

    language_name: str
    lang: str
    name: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """What the page of a member city shows. `neighbours` are the other members of its country."""

    row: MemberRow
    neighbours: tuple[MemberRow, ...]
    foreign_names: tuple[ForeignName, ...]
    presidencies: tuple[Presidency, ...]
    seats: tuple[Seat, ...]
    mayors: tuple[MayorTerm, ...]

    @property
    def has_unchecked_names(self) -> bool:
        """Whether a name in another language is common usage that nobody has checked."""
        return not all(name.is_checked for name in self.foreign_names)

    @property
    def has_checked_names(self) -> bool:
        return any(name.is_checked for name in self.foreign_names)


@once
def index_url(language: str) -> str:
    """Return the address of the member index in a language, or of the source's under that prefix."""
    page = MemberIndexPage.objects.live().filter(locale__language_code=language).first()
    return page.url if page and page.url else f"/{language}/members/"


@once
def listed_members(language: str) -> tuple[ListedMember, ...]:
    """Return the listed members with their cities and the names of these; one query."""
    name = _name_in(language, OuterRef("city"), "city__name_en")
    members = Member.objects.listed().select_related("city").annotate(name_in_language=name)
    return tuple(ListedMember(member, member.city, member.name_in_language) for member in members)


def links(slugs: Iterable[str], language: str) -> dict[str, CityLink]:
    """Return slug → link for the cities among the records, in three queries at most, whatever their number."""
    wanted, base = set(slugs), index_url(language)
    found = {
        listed.city.slug: CityLink(listed.city.slug, listed.name, f"{base}{listed.city.slug}/")
        for listed in listed_members(language)
        if listed.city.slug in wanted
    }
    if others := wanted - found.keys():
        name = _name_in(language, OuterRef("pk"), "name_en")
        rows = City.objects.filter(slug__in=others).annotate(name_in_language=name)
        found |= {city.slug: CityLink(city.slug, city.name_in_language, "") for city in rows}
    return found


def _name_in(language: str, city: OuterRef, name_en: str) -> Coalesce:
    """Return the name of a city in a language; the English name where none is known."""
    known = CityName.objects.filter(language=language, city=city)
    return Coalesce(Subquery(known.values("name")[:1]), F(name_en))


def directory(
    language: str, *, today: date, countries: Collection[str] = (), status: str = "", year: str = ""
) -> list[MemberRow]:
    """Return the listed members, filtered, in the order of the language's alphabet; no country and no year mean all."""
    base, host = index_url(language), host_id(today)
    rows = [
        MemberRow(
            member=listed.member,
            name=listed.name,
            country=listed.city.country,
            country_name=str(country_name(listed.city.country)),
            url=f"{base}{listed.city.slug}/",
            is_host=listed.city.pk == host,
        )
        for listed in listed_members(language)
        if is_wanted(listed, countries, status, year)
    ]
    key = sort_key(language)
    return sorted(rows, key=lambda row: (key(row.name), row.city.slug))


def is_wanted(listed: ListedMember, countries: Collection[str], status: str, year: str) -> bool:
    """Tell whether a member stays where the list is narrowed to countries, to founders, and to a year of joining."""
    return (
        (not countries or listed.city.country in countries)
        and (status != FOUNDING or listed.is_founding)
        and listed.member.joined.startswith(year)
    )


@once
def presidency_of(today: date) -> Presidency | None:
    """Return the presidency of a day with its city, None before the first."""
    return Presidency.objects.select_related("city").filter(start__lte=today).order_by("-start").first()


def host_id(today: date) -> int | None:
    """Return the id of the city that holds the presidency on a day."""
    presidency = presidency_of(today)
    return presidency.city_id if presidency else None


def unlisted_count() -> int:
    """Return how many memberships are in the records but not confirmed by a source that is good enough to show."""
    return Member.objects.holding().count() - Member.objects.listed().count()


@once
def profile(member: Member, language: str, *, today: date) -> Profile:
    """Return the profile of a listed member."""
    rows = directory(language, today=today, countries=[member.city.country])
    return Profile(
        row=next(row for row in rows if row.member.pk == member.pk),
        neighbours=tuple(row for row in rows if row.member.pk != member.pk),
        foreign_names=_foreign_names(member.city, language),
        presidencies=tuple(member.city.presidencies.all()),
        seats=tuple(member.city.seats.filter(is_demo=False).exclude(role=SeatRole.PRESIDENT).order_by("-start")),
        mayors=tuple(sorted(member.city.mayors.all(), key=lambda term: term.since or term.until, reverse=True)),
    )


def _foreign_names(city: City, language: str) -> tuple[ForeignName, ...]:
    """Return the names of a city in the other languages, in the order of the table."""
    rows = {row.language: row for row in city.names.all() if row.language != language}
    return tuple(
        ForeignName(known.own_name, known.lang, rows[code].name, rows[code].is_checked)
        for code, known in BY_CODE.items()
        if code in rows
    )
