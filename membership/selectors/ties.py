"""Finds what ties the city of a seat to an applicant, to remind its holder before the statement; nothing is decided by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from membership.labels.ties import TIES
from membership.models import City, Round
from membership.rules.distances import kilometres
from membership.rules.house_rules import NEIGHBOUR_KILOMETRES
from membership.selectors.neighbours import position_of, stated_position


def ties(round_: Round, city: City) -> list[str]:
    """Return a sentence for each tie between a city and the applicant, as the revision tells it that is voted on."""
    answers: Mapping[str, Any] = round_.revision.content.get("answers", {})
    found = (*_named(answers, city), *_placed(round_, answers, city))
    return [str(TIES[code]) % {"kilometres": NEIGHBOUR_KILOMETRES} for code in dict.fromkeys(found)]


def _named(answers: Mapping[str, Any], city: City) -> Iterator[str]:
    """Yield how the application names the city; the kind of a partnership may be left open."""
    for partner in answers.get("role", {}).get("partners") or []:
        if partner.get("city") == city.slug:
            yield "twin" if partner.get("kind") == "twin" else "cooperation"
    if answers.get("contribution", {}).get("introduced_by") == city.slug:
        yield "introduced"


def _placed(round_: Round, answers: Mapping[str, Any], city: City) -> Iterator[str]:
    application = round_.application
    if application.city_id == city.pk:
        yield "own"
        return
    place, other = stated_position(answers.get("city", {})) or position_of(application.city), position_of(city)
    if place and other and kilometres(place, other) < NEIGHBOUR_KILOMETRES:
        yield "near"
    if application.country == city.country:
        yield "country"
