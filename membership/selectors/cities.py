"""Reads cities and members for the public: names in the reader's language, order of its alphabet, few queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from membership.labels.states import SeatRole
from membership.models import City, CityName, Member, MemberIndexPage, Presidency, Seat
from membership.models.pages import FOUNDING
from pages.languages.collation import sort_key
from pages.languages.countries import country_name
from pages.languages.table import BY_CODE


@dataclass(frozen=True, slots=True)
class CityLink:
    """A city as a list names it; `url` is empty where the city has no page, because it is not listed."""

    slug: str
    name: str
    url: str


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


@dataclass(frozen=True, slots=True)
class Profile:
    """What the page of a member city shows. `neighbours` are the other members of its country."""

    row: MemberRow
    neighbours: tuple[MemberRow, ...]
    foreign_names: tuple[ForeignName, ...]
    presidencies: tuple[Presidency, ...]
    seats: tuple[Seat, ...]


def index_url(language: str) -> str:
    """Return the address of the member index in a language, or of the source's under that prefix."""
    page = MemberIndexPage.objects.live().filter(locale__language_code=language).first()
    return page.url if page and page.url else f"/{language}/members/"


def names_in(language: str, cities: Iterable[City]) -> dict[int, str]:
    """Return city id → name in the language; the English name where none is known."""
    cities = list(cities)
    known = dict(CityName.objects.filter(language=language, city__in=cities).values_list("city_id", "name"))
    return {city.pk: known.get(city.pk, city.name_en) for city in cities}


def links(slugs: Iterable[str], language: str) -> dict[str, CityLink]:
    """Return slug → link for the cities among the records, in four queries whatever their number."""
    cities = list(City.objects.filter(slug__in=set(slugs)))
    names = names_in(language, cities)
    listed = set(Member.objects.listed().filter(city__in=cities).values_list("city_id", flat=True))
    base = index_url(language)
    return {
        city.slug: CityLink(city.slug, names[city.pk], f"{base}{city.slug}/" if city.pk in listed else "")
        for city in cities
    }


def directory(language: str, *, today: date, countries: Collection[str] = (), status: str = "") -> list[MemberRow]:
    """Return the listed members, filtered, in the order of the language's alphabet; no country means all."""
    members = Member.objects.listed().select_related("city")
    if countries:
        members = members.filter(city__country__in=countries)
    if status == FOUNDING:
        members = members.filter(is_founding=True)
    names, base, host = names_in(language, [member.city for member in members]), index_url(language), host_id(today)
    rows = [
        MemberRow(
            member=member,
            name=names[member.city_id],
            country=member.city.country,
            country_name=str(country_name(member.city.country)),
            url=f"{base}{member.city.slug}/",
            is_host=member.city_id == host,
        )
        for member in members
    ]
    key = sort_key(language)
    return sorted(rows, key=lambda row: (key(row.name), row.city.slug))


def host_id(today: date) -> int | None:
    """Return the id of the city that holds the presidency on a day."""
    return Presidency.objects.filter(start__lte=today).order_by("-start").values_list("city_id", flat=True).first()


def unlisted_count() -> int:
    """Return how many memberships are in the records but not confirmed by a source that is good enough to show."""
    return Member.objects.holding().count() - Member.objects.listed().count()


def profile(member: Member, language: str, *, today: date) -> Profile:
    """Return the profile of a listed member."""
    rows = directory(language, today=today, countries=[member.city.country])
    return Profile(
        row=next(row for row in rows if row.member.pk == member.pk),
        neighbours=tuple(row for row in rows if row.member.pk != member.pk),
        foreign_names=_foreign_names(member.city, language),
        presidencies=tuple(member.city.presidencies.all()),
        seats=tuple(member.city.seats.filter(is_demo=False).exclude(role=SeatRole.PRESIDENT).order_by("-start")),
    )


def _foreign_names(city: City, language: str) -> tuple[ForeignName, ...]:
    """Return the names of a city in the other languages, in the order of the table."""
    rows = {row.language: row.name for row in city.names.all() if row.language != language}
    return tuple(ForeignName(known.own_name, known.lang, rows[code]) for code, known in BY_CODE.items() if code in rows)
