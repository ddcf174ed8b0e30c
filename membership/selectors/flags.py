"""What the Committee should see at once in a dossier: each flag is a sentence, none refuses anything (Statutes, Art. 5, 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from membership.labels.flags import FLAGS
from membership.labels.states import Route, ScanState
from membership.models import Application
from membership.rules.statutes import OBSERVER_POPULATION
from membership.selectors.matching import (
    applications_like,
    cities_like,
    districts_and_metropolis,
    metropolis_city,
)

NOT_ELECTED = ("acting", "appointed")


@dataclass(frozen=True, slots=True)
class Flag:
    """`key` names the flag; `application` is another application it speaks of."""

    key: str
    words: str | Promise
    application: Application | None = None


def flags_of(application: Application, today: date) -> list[Flag]:
    """Return the flags of a received application."""
    answers = _answers(application)
    return [
        *_of_the_city(application, answers, today),
        *_of_the_files(application),
        *([] if application.route == Route.OBSERVER else _of_others(application)),
    ]


def _answers(application: Application) -> dict[str, Any]:
    revision = application.revisions.last()
    return dict(revision.content["answers"]) if revision else {}


def _of_the_city(application: Application, answers: dict[str, Any], today: date) -> list[Flag]:
    mandate = answers.get("mandate", {})
    ends, in_office = mandate.get("mandate_ends"), mandate.get("in_office")
    population = answers.get("organisation", {}).get("population")
    found = [Flag("frozen", FLAGS["frozen"])] if application.is_frozen else []
    if ends and date.fromisoformat(ends) < today:
        found.append(Flag("mandate_ended", FLAGS["mandate_ended"] % {"day": ends}))
    if in_office in NOT_ELECTED:
        found.append(Flag("not_elected", FLAGS["not_elected"]))
    if population == OBSERVER_POPULATION:
        found.append(Flag("at_threshold", FLAGS["at_threshold"]))
    if application.is_by_letter:
        found.append(Flag("by_letter", FLAGS["by_letter"] % {"day": application.letter_received_on}))
    return found


def _of_the_files(application: Application) -> list[Flag]:
    waiting = application.uploads.standing().filter(scan=ScanState.PENDING).exists()
    infected = application.uploads.filter(scan=ScanState.INFECTED, replaced_at__isnull=True).exists()
    late = application.uploads.filter(is_late=True, replaced_at__isnull=True).exists()
    held = {"scan_pending": waiting, "infected": infected, "late_file": late}
    return [Flag(key, FLAGS[key]) for key, holds in held.items() if holds]


def _of_others(application: Application) -> list[Flag]:
    members = [match for match in cities_like(application) if match.member and match.city.pk != application.city_id]
    alike = [
        Flag("duplicate", FLAGS["duplicate"] % {"reference": match.application.reference}, match.application)
        for match in applications_like(application)
    ]
    linked = [
        Flag("metropolis", FLAGS["metropolis"] % {"reference": other.reference}, other)
        for other in districts_and_metropolis(application)
    ]
    above = metropolis_city(application)
    return [
        *(Flag("like_member", FLAGS["like_member"] % {"city": match.city.name_en}) for match in members),
        *alike,
        *linked,
        *([Flag("metropolis_city", FLAGS["metropolis_city"] % {"city": above.name_en})] if above else []),
    ]
