"""Loads the facts on the network: cities, members, presidencies, Committee; a row that is there is left alone."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.db import transaction

from membership.labels.organisation import AssemblyMatter
from membership.labels.states import SeatRole
from membership.models import (
    AssemblyDecision,
    AssemblyDecisionText,
    City,
    CityName,
    Contradiction,
    MayorTerm,
    Member,
    Observer,
    Presidency,
    Seat,
    SecretaryTerm,
    WorkingGroup,
)
from membership.services.rules import install_readings
from pages.certainty import Certainty

FACTS = Path(__file__).parent / "facts"
PRINCIPLES_IN_FORCE = date(2024, 1, 1)  # the Working Principles carry the date January 2024
STATED = ("source_url", "certainty", "note")
LASTING = ("since", "until", *STATED)
GEONAMES = "GeoNames, CC BY 4.0"


@transaction.atomic
def load_facts(facts: Path = FACTS) -> None:
    """Put the missing rows in; what the Secretariat has changed since stays as it is."""
    _cities_and_members(facts)
    _names(facts)
    _observers(facts)
    cities = dict(City.objects.values_list("slug", "pk"))
    _presidencies(facts, cities)
    _seats(facts, cities)
    _mayors(facts, cities)
    _secretaries(facts)
    _working_groups(facts)
    _decisions(facts, cities)
    _contradictions(facts)
    install_readings(valid_from=PRINCIPLES_IN_FORCE)


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _cities_and_members(facts: Path) -> None:
    for row in rows_of(facts / "members.csv"):
        city, is_new = City.objects.get_or_create(slug=row["slug"], defaults=_city(row))
        if is_new:
            Member.objects.create(
                city=city,
                is_founding=row["status"] == "founding",
                joined=row["joined"],
                joined_via=row["joined_via"],
                certainty=Certainty(row["certainty"]),
                source_url=row["source_url"],
            )


def _city(row: dict[str, str]) -> dict:
    return {
        "country": row["country"],
        "name_en": row["name_en"],
        "name_local": row["name_local"],
        "latitude": row["latitude"] or None,
        "longitude": row["longitude"] or None,
        "population": row["population"] or None,
        "population_year": row["population_year"] or None,
        "population_source": GEONAMES if row["population"] else "",
        "population_is_public": row["publish_population"] == "yes",
        "website": row["website"],
        "geonames_id": row["geonames_id"] or None,
        "source_url": row["source_url"],
        "note": row["note"],
    }


def _names(facts: Path) -> None:
    cities = dict(City.objects.values_list("slug", "pk"))
    CityName.objects.bulk_create(
        (
            CityName(
                city_id=cities[row["slug"]],
                language=row["language"],
                name=row["name"],
                source=row["source"],
                is_checked=row["checked"] == "yes",
            )
            for row in rows_of(facts / "city_names.csv")
        ),
        ignore_conflicts=True,
    )


def _observers(facts: Path) -> None:
    fields = ("name_local", "country", "since", "website", "certainty", "source_url", "note")
    for row in rows_of(facts / "observers.csv"):
        Observer.objects.get_or_create(name_en=row["name_en"], defaults={name: row[name] for name in fields})


def _presidencies(facts: Path, cities: dict[str, int]) -> None:
    for row in rows_of(facts / "terms.csv"):
        Presidency.objects.get_or_create(
            term=row["term"],
            mayor=row["mayor"],
            defaults={
                "city_id": cities[row["city"]],
                "start": row["start"],
                "end": row["end"] or None,
                "certainty": Certainty(row["certainty"]),
                "source_url": row["source_url"],
                "note": row["note"],
            },
        )


def _seats(facts: Path, cities: dict[str, int]) -> None:
    for row in rows_of(facts / "committee.csv"):
        Seat.objects.get_or_create(
            role=SeatRole(row["seat"]),
            city_id=cities[row["city"]],
            start=row["start"],
            defaults={
                "holder_title": row["holder_title"],
                "end": row["end"] or None,
                "is_demo": row["demo"] == "yes",
                "source_url": row["source_url"],
            },
        )


def _working_groups(facts: Path) -> None:
    for row in rows_of(facts / "working_groups.csv"):
        defaults = {"name_en": row["name_en"], "source": row["source"], "note": row["note"]}
        WorkingGroup.objects.get_or_create(key=row["key"], defaults=defaults)


def _mayors(facts: Path, cities: dict[str, int]) -> None:
    for row in rows_of(facts / "mayors.csv"):
        defaults = {name: row[name] for name in LASTING}
        MayorTerm.objects.get_or_create(city_id=cities[row["city"]], name=row["name"], defaults=defaults)


def _secretaries(facts: Path) -> None:
    for row in rows_of(facts / "secretaries.csv"):
        defaults = {name: row[name] for name in ("office", *LASTING)}
        SecretaryTerm.objects.get_or_create(name=row["name"], defaults=defaults)


def _decisions(facts: Path, cities: dict[str, int]) -> None:
    texts = defaultdict(list)
    for row in rows_of(facts / "assembly_decision_texts.csv"):
        texts[row["key"]].append((row["language"], row["text"]))
    for row in rows_of(facts / "assembly_decisions.csv"):
        decision, is_new = AssemblyDecision.objects.get_or_create(
            decided_on=row["decided_on"],
            matter=AssemblyMatter(row["matter"]),
            defaults={"city_id": cities.get(row["city"]), **{name: row[name] for name in STATED}},
        )
        for language, text in texts[row["key"]] if is_new else ():
            AssemblyDecisionText.objects.create(decision=decision, language=language, text=text)


def _contradictions(facts: Path) -> None:
    texts = defaultdict(list)
    for row in rows_of(facts / "contradiction_texts.csv"):
        texts[row["key"]].append(row)
    for row in rows_of(facts / "contradictions.csv"):
        sources = {name: row[name] for name in ("one_source", "other_source")}
        for told in texts[row["key"]]:
            defaults = {name: told[name] for name in ("point", "one_text", "other_text")} | sources
            Contradiction.objects.get_or_create(key=row["key"], language=told["language"], defaults=defaults)
