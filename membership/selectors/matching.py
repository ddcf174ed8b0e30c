"""Finds the city of an application among members and other applications; what is only alike is a person's judgement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize
from urllib.parse import urlsplit

from membership.labels.states import ApplicationState, Route
from membership.models import Application, City, Member
from membership.models.application import BEFORE_DECISION
from membership.rules.spelling import core

DOTTED, DOTLESS = "i\u0307", "ı"  # what İ becomes in small letters, and the small letter of I, in Turkish


class Ground(StrEnum):
    """By what two local governments look the same."""

    NAME = "name"
    CODE = "code"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class CityMatch:
    """A city of the records that may be the applicant's, with its standing membership if it has one."""

    city: City
    member: Member | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class ApplicationMatch:
    """Another open application that may be of the same local government."""

    application: Application
    grounds: tuple[Ground, ...]


def match_member(country: str, *names: str) -> Member | None:
    """Return the standing membership of a city of that country and one of those names, in any language's spelling."""
    city = match_city(country, *names)
    return Member.objects.holding().filter(city=city).first() if city else None


def member_named(application: Application) -> Member | None:
    """Return the standing membership of the city that bears the application's name letter for letter, or was matched."""
    if application.route == Route.OBSERVER:
        return None
    if application.city_id:
        return Member.objects.holding().filter(city=application.city_id).first()
    return match_member(application.country, application.name_en, application.name_local)


def match_city(country: str, *names: str) -> City | None:
    """Return the city of a country that bears one of the names, letter for letter but for case."""
    wanted = {_folded(name) for name in names if name.strip()}
    for city in City.objects.filter(country=country).prefetch_related("names"):
        known = {city.name_en, city.name_local, *(name.name for name in city.names.all())}
        if wanted & {_folded(name) for name in known}:
            return city
    return None


def cities_like(application: Application) -> list[CityMatch]:
    """Return the cities of the same country that look the same by name in any script, national code or domain."""
    if application.route == Route.OBSERVER or not application.country:
        return []
    wanted = _cores([application.name_en, application.name_local])
    found = []
    for city in City.objects.filter(country=application.country).prefetch_related("names", "memberships"):
        grounds = _grounds(
            has_name=bool(wanted & _cores([city.name_en, city.name_local, *(name.name for name in city.names.all())])),
            has_code=bool(city.national_code) and city.national_code == application.national_code,
            has_domain=_is_of_domain(city.website, application.domain),
        )
        if grounds:
            found.append(CityMatch(city, city.memberships.holding().first(), grounds))
    return found


def applications_like(application: Application) -> list[ApplicationMatch]:
    """Return the other open applications of the same country that look the same, the oldest first."""
    if application.route == Route.OBSERVER or not application.country:
        return []
    wanted = _cores([application.name_en, application.name_local])
    others = Application.objects.filter(
        route=Route.MEMBERSHIP, country=application.country, state__in=[*BEFORE_DECISION, ApplicationState.APPROVED]
    )
    found = []
    for other in others.exclude(pk=application.pk).order_by("submitted_at", "pk"):
        grounds = _grounds(
            has_name=bool(wanted & _cores([other.name_en, other.name_local])),
            has_code=bool(other.national_code) and other.national_code == application.national_code,
            has_domain=bool(other.domain) and other.domain == application.domain,
        )
        if grounds:
            found.append(ApplicationMatch(other, grounds))
    return found


def districts_and_metropolis(application: Application) -> list[Application]:
    """Return the other received applications of the metropolis to which this one belongs, or of its districts."""
    received = Application.objects.received().filter(country=application.country, route=Route.MEMBERSHIP)
    others = received.exclude(pk=application.pk).order_by("pk")
    own, above = _cores([application.name_en, application.name_local]), _cores([application.metropolis])
    return [
        other
        for other in others
        if above & _cores([other.name_en, other.name_local]) or own & _cores([other.metropolis])
    ]


def metropolis_city(application: Application) -> City | None:
    """Return the city of the records that is the metropolis to which a district belongs."""
    wanted = _cores([application.metropolis])
    cities = City.objects.filter(country=application.country).prefetch_related("names") if wanted else []
    for city in cities:
        if wanted & _cores([city.name_en, city.name_local, *(name.name for name in city.names.all())]):
            return city
    return None


def _grounds(*, has_name: bool, has_code: bool, has_domain: bool) -> tuple[Ground, ...]:
    held = {Ground.NAME: has_name, Ground.CODE: has_code, Ground.DOMAIN: has_domain}
    return tuple(ground for ground, holds in held.items() if holds)


def _cores(names: Iterable[str]) -> set[str]:
    return {core(name) for name in names if name.strip()} - {""}


def _is_of_domain(website: str, domain: str) -> bool:
    host = (urlsplit(website).hostname or "").removeprefix("www.")
    return bool(domain) and bool(host) and (host == domain or host.endswith(f".{domain}"))


def _folded(name: str) -> str:
    """Return a name in small letters, each in one form; the i with a dot and the one without are the same here."""
    return normalize("NFC", name.strip().casefold()).replace(DOTTED, "i").replace(DOTLESS, "i")
