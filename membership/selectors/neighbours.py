"""Reads where an applicant lies, and which members are near."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from membership.map.locator import LocatorMap, Point, locate
from membership.models import Application, City
from membership.rules.distances import kilometres
from membership.selectors.cities import ListedMember, index_url, listed_members
from pages.languages.countries import country_name

NEAREST = 5


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A member and its distance; the number is that of the map."""

    number: int
    name: str
    country_name: str
    url: str
    kilometres: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The map, and the nearest members in words; none where nobody knows where the applicant lies."""

    map: LocatorMap
    nearest: tuple[Neighbour, ...]
    is_placed: bool


def neighbourhood(application: Application, answers: Mapping[str, Any], language: str) -> Neighbourhood | None:
    """Return the map of an applicant of the twelve countries with the members around it; None for any other."""
    place = stated_position(answers.get("city", {})) or position_of(application.city)
    placed = [(listed, point) for listed in listed_members(language) if (point := position_of(listed.city))]
    if place is not None:
        placed.sort(key=lambda pair: kilometres(place, pair[1]))
    near = [_neighbour(rank, *pair, place, language) for rank, pair in enumerate(placed[:NEAREST], 1)] if place else []
    drawn = locate(application.country, place, [point for _listed, point in placed], numbered=len(near))
    return Neighbourhood(drawn, tuple(near), place is not None) if drawn else None


def _neighbour(rank: int, listed: ListedMember, point: Point, place: Point, language: str) -> Neighbour:
    return Neighbour(
        number=rank,
        name=listed.name,
        country_name=str(country_name(listed.city.country)),
        url=f"{index_url(language)}{listed.city.slug}/",
        kilometres=round(kilometres(place, point)),
    )


def stated_position(city: Mapping[str, Any]) -> Point | None:
    """Return the position that the applicant gave."""
    try:
        return float(city["latitude"]), float(city["longitude"])
    except (KeyError, TypeError, ValueError):
        return None


def position_of(city: City | None) -> Point | None:
    """Return where a city lies, as far as it is recorded."""
    if city is None or city.latitude is None or city.longitude is None:
        return None
    return float(city.latitude), float(city.longitude)
