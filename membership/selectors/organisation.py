"""Reads the network as an organisation for the public: groups with their cities, decisions of the Assembly, the secretary."""

from __future__ import annotations

from dataclasses import dataclass

from membership.labels.working_groups import WORKING_GROUPS
from membership.models import AssemblyDecision, City, GroupCity, OrganisationPage, SecretaryTerm, Twinning, WorkingGroup
from membership.selectors.cities import CityLink, links
from pages.languages.collation import sort_key
from pages.languages.table import BY_CODE, SOURCE, Language
from pages.once import once


@dataclass(frozen=True, slots=True)
class GroupLink:
    """A working group as a list names it; `url` is empty where no page about the organisation is online."""

    key: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class GroupCityRow:
    """A city that leads a working group or works in it, and since when, as far as known."""

    record: GroupCity
    city: CityLink


@dataclass(frozen=True, slots=True)
class GroupProfile:
    """What the page of a working group shows. `former` cities have left it."""

    group: WorkingGroup
    name: str
    leaders: tuple[GroupCityRow, ...]
    cities: tuple[GroupCityRow, ...]
    former: tuple[GroupCityRow, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision of the General Assembly, with its text in `language`: the reader's, or English."""

    decision: AssemblyDecision
    text: str
    language: Language
    place: CityLink | None


def name_of(group: WorkingGroup) -> str:
    """Return the name of a working group in the active language; of one without translation in English."""
    return str(WORKING_GROUPS.get(group.key, group.name_en))


@once
def organisation_url(language: str) -> str:
    """Return the address of the page about the organisation in a language, or of the source's; empty where none is."""
    pages = OrganisationPage.objects.live()
    page = pages.filter(locale__language_code=language).first() or pages.filter(locale__language_code=SOURCE).first()
    return str(page.url) if page and page.url else ""


def groups(language: str) -> list[GroupLink]:
    """Return the working groups in the order of the statutes."""
    base = organisation_url(language)
    return [
        GroupLink(group.key, name_of(group), f"{base}groups/{group.key}/" if base else "")
        for group in WorkingGroup.objects.all()
    ]


@once
def group_profile(group: WorkingGroup, language: str) -> GroupProfile:
    """Return who leads a group, who works in it and who did, by the names of the cities."""
    records = list(group.cities.select_related("city"))
    known, key = links((record.city.slug for record in records), language), sort_key(language)
    rows = sorted((GroupCityRow(row, known[row.city.slug]) for row in records), key=lambda row: key(row.city.name))
    current = [row for row in rows if not row.record.until]
    return GroupProfile(
        group=group,
        name=name_of(group),
        leaders=tuple(row for row in current if row.record.is_leader),
        cities=tuple(row for row in current if not row.record.is_leader),
        former=tuple(row for row in rows if row.record.until),
    )


def groups_of(city: City, language: str) -> list[tuple[GroupLink, GroupCity]]:
    """Return the working groups in which a city works today, in the order of the statutes."""
    records = {row.group_id: row for row in city.groups.filter(until="").select_related("group")}
    keys = {row.group.key: row for row in records.values()}
    return [(link, keys[link.key]) for link in groups(language) if link.key in keys] if keys else []


def twins_of(city: City, language: str) -> list[tuple[CityLink, Twinning]]:
    """Return the twin cities of a city in the network, at whichever of both it is stated, by their names."""
    stated = [(row.other.slug, row) for row in city.twinnings.select_related("other")]
    stated += [(row.city.slug, row) for row in city.twinned_by.select_related("city")]
    known, key = links((slug for slug, _ in stated), language) if stated else {}, sort_key(language)
    return sorted(((known[slug], row) for slug, row in stated), key=lambda pair: key(pair[0].name))


def decisions(language: str) -> list[DecisionRow]:
    """Return what the General Assembly decided, the newest first."""
    rows = list(AssemblyDecision.objects.select_related("city").prefetch_related("texts"))
    known = links((row.city.slug for row in rows if row.city), language)
    return [_decision(row, language, known[row.city.slug] if row.city else None) for row in rows]


def _decision(row: AssemblyDecision, language: str, place: CityLink | None) -> DecisionRow:
    texts = {text.language: text.text for text in row.texts.all()}
    code = language if language in texts else SOURCE
    return DecisionRow(row, texts.get(code, ""), BY_CODE[code], place)


def secretaries() -> list[SecretaryTerm]:
    """Return the Permanent Secretaries on record, the newest first."""
    return list(SecretaryTerm.objects.all())
