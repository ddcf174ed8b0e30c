"""Makes an approved city a member: the signed declaration starts the membership, the summit celebrates it (Art. 2, 5)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import slugify

from membership.models import Application, City, CityName, Member
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.matching import match_city
from membership.selectors.releases import released_at
from membership.services.record import actor_key, expect_version, locked, move, record
from membership.services.telling import tell_ceremony
from pages.languages.table import SOURCE

SLUG_LENGTH = 46  # of the fifty letters of an address, some are left for a number


@transaction.atomic
def sign_declaration(
    application_id: int,
    user: User,
    *,
    signed_on: date,
    place: str,
    signatory: str,
    now: datetime,
    version: int | None = None,
) -> Member:
    """Record the signature: from now on the city is a member, on the map and in the list (Statutes, Art. 2)."""
    today = day_in_the_network(now)
    require(user, Action.RECORD_SIGNATURE, today)
    application = locked(application_id)
    expect_version(application, version)
    if signed_on > today:
        raise RuleError("signed_in_future")
    facts = ApplicationFacts(
        decision_released=released_at(application) is not None,
        signature_complete=bool(place.strip() and signatory.strip()),
    )
    fields = move(application, ApplicationAction.SIGN_DECLARATION, Role.SECRETARIAT, facts, now=now)
    application.signed_on, application.signed_at_place, application.signatory = (
        signed_on,
        place.strip(),
        signatory.strip(),
    )
    application.city = _joining(application.city or _city_of(application))
    application.save(update_fields=[*fields, "signed_on", "signed_at_place", "signatory", "city"])
    member = Member.objects.create(
        city=application.city,
        joined=signed_on.isoformat(),
        joined_via=application.reference or "",
        state_since=now,
        contact_email=application.contact_email,
        language=application.language,
    )
    record(application, "declaration_signed", actor_key(user), signed_on=signed_on.isoformat(), member=member.pk)
    return member


@transaction.atomic
def hold_ceremony(
    application_id: int, user: User, *, held_on: date, summit: str, now: datetime, version: int | None = None
) -> Application:
    """Record the ceremony at which the signature was celebrated (Statutes, Art. 5 and 10)."""
    today = day_in_the_network(now)
    require(user, Action.RECORD_CEREMONY, today)
    application = locked(application_id)
    expect_version(application, version)
    if held_on > today:
        raise RuleError("ceremony_in_future")
    facts = ApplicationFacts(summit_named=bool(summit.strip()))
    fields = move(application, ApplicationAction.HOLD_CEREMONY, Role.SECRETARIAT, facts, now=now)
    application.ceremony_on, application.ceremony_event = held_on, summit.strip()
    application.save(update_fields=[*fields, "ceremony_on", "ceremony_event"])
    record(application, "ceremony_held", actor_key(user), held_on=held_on.isoformat())
    tell_ceremony(application)
    return application


def _joining(city: City) -> City:
    """Return the city, locked. Raises `RuleError("already_member")` when it is a member by another way already."""
    city = City.objects.select_for_update().get(pk=city.pk)
    if city.memberships.holding().exists():
        raise RuleError("already_member", statutes.MEMBERS)
    return city


def _city_of(application: Application) -> City:
    """The city among the records, or a new record from the answers of the newest revision."""
    known = match_city(application.country, application.name_en, application.name_local)
    if known:
        return known
    answers = application.newest_revision.content["answers"].get("city", {})
    city = City.objects.create(
        slug=_free_slug(application.name_en),
        country=application.country,
        name_en=application.name_en,
        name_local=application.name_local,
        **{name: answers.get(name) for name in ("latitude", "longitude", "population", "population_year")},
        **{name: answers.get(name) or "" for name in ("population_source", "website")},
        source_url=f"{application.reference}",
    )
    CityName.objects.create(city=city, language=SOURCE, name=application.name_en, source=application.reference or "")
    return city


def _free_slug(name: str) -> str:
    base = slugify(name)[:SLUG_LENGTH].strip("-") or "city"
    taken: set[Any] = set(City.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{base}-{n}") not in taken)
