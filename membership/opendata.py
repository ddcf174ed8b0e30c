"""What the membership office offers to programs: the members, the presidencies, the working groups. Nothing else is public."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from membership.models import WorkingGroup
from membership.models.pages import FOUNDING, years_of_joining
from membership.selectors import cities, network, organisation
from membership.selectors.calendar import today_in_the_network
from membership.selectors.cities import MemberRow
from pages.frame import absolute
from pages.languages.countries import COUNTRY_NAMES
from pages.opendata.resources import CERTAINTY, PAGE, STATED_AT, Chosen, Field, Filter, Resource, Row, register


def members(language: str, chosen: Chosen) -> Iterator[Row]:
    """Return the listed members in the order of the language's alphabet."""
    countries = [chosen["country"].upper()] if "country" in chosen else []
    narrowed = {name: chosen.get(name, "") for name in ("status", "year")}
    rows = cities.directory(language, today=today_in_the_network(), countries=countries, **narrowed)
    return map(_member, rows)


def _member(row: MemberRow) -> Row:
    city = row.city
    shows_population = city.population_is_public and city.population is not None
    return {
        "id": city.slug,
        "name": row.name,
        "local_name": city.name_local,
        "country": row.country,
        "country_name": row.country_name,
        "latitude": _degrees(city.latitude),
        "longitude": _degrees(city.longitude),
        "population": city.population if shows_population else None,
        "population_year": city.population_year if shows_population else None,
        "population_source": city.population_source if shows_population else "",
        "joined": row.member.joined,
        "is_founding": row.is_founding,
        "page": absolute(row.url),
        "source": row.member.source_url,
        "certainty": row.member.certainty,
    }


def presidencies(language: str, chosen: Chosen) -> Iterator[Row]:  # noqa: ARG001 - it has no filters
    """Yield the presidencies, the newest first."""
    for row in network.presidencies(language):
        yield {
            "id": f"{row.presidency.term}-{row.start.isoformat()}",
            "term": row.presidency.term,
            "city": row.city.slug,
            "city_name": row.city.name,
            "mayor": row.mayor,
            "start": row.start.isoformat(),
            "end": row.end.isoformat() if row.end else None,
            "source": row.presidency.source_url,
            "certainty": row.presidency.certainty,
        }


def working_groups(language: str, chosen: Chosen) -> Iterator[Row]:  # noqa: ARG001 - as above
    """Yield the working groups in the order of the statutes."""
    for group in WorkingGroup.objects.all():
        yield {"id": group.key, "name": organisation.name_of(group), "source": group.source}


def _degrees(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


MEMBERS = Resource(
    "members",
    "The members of the network that are on the map.",
    (
        Field("id", "string", "The city, the same in every language."),
        Field("name", "string", "The name in the language asked for."),
        Field("local_name", "string", "The name in its own script."),
        Field("country", "string", "ISO 3166-1 alpha-2; XK for Kosovo*."),
        Field("country_name", "string", "The country in the language asked for."),
        Field("latitude", "number", "Degrees north, WGS 84.", is_nullable=True),
        Field("longitude", "number", "Degrees east, WGS 84.", is_nullable=True),
        Field("population", "integer", "Inhabitants.", is_nullable=True),
        Field("population_year", "integer", "The year of that number.", is_nullable=True),
        Field("population_source", "string", "Who counted them."),
        Field("joined", "string", "A day, a month or a year, as far as known (ISO 8601); empty if not."),
        Field("is_founding", "boolean", "Whether it signed at the founding summit."),
        PAGE,
        STATED_AT,
        CERTAINTY,
    ),
    members,
    (
        Filter("country", "ISO 3166-1 alpha-2 in small letters.", lambda: [code.lower() for code in COUNTRY_NAMES]),
        Filter("status", "Only founding members.", lambda: [FOUNDING]),
        Filter("year", "The year of joining.", years_of_joining),
    ),
    is_kept=True,
)
PRESIDENCIES = Resource(
    "presidencies",
    "The presidencies of the network.",
    (
        Field("id", "string", "The number of the term and its first day under this mayor."),
        Field("term", "integer", "The number of the term; mayors of one city may share it."),
        Field("city", "string", "The city, as among the members."),
        Field("city_name", "string", "Its name in the language asked for."),
        Field("mayor", "string", "The mayor who presided."),
        Field("start", "string", "The first day (ISO 8601)."),
        Field("end", "string", "The day of handing over.", is_nullable=True),
        STATED_AT,
        CERTAINTY,
    ),
    presidencies,
    is_kept=True,
)
WORKING_GROUPS = Resource(
    "working_groups",
    "The permanent working groups.",
    (
        Field("id", "string", "The group, the same in every language."),
        Field("name", "string", "The name in the language asked for."),
        STATED_AT,
    ),
    working_groups,
    is_kept=True,
)


def offer() -> None:
    """Let the open data have these records."""
    for resource in (MEMBERS, PRESIDENCIES, WORKING_GROUPS):
        register(resource)
