"""Sends the list of the cities whose signature a summit celebrates, and moves a city to another summit (Art. 5 and 10)."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import Message
from membership.emails.members import ceremony_city_message, ceremony_list_message, ceremony_list_office_message
from membership.labels.states import ApplicationState
from membership.models import CeremonyMove
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.selectors.ceremonies import CeremonyList, ceremony_lists, host_of
from membership.selectors.office import committee, office
from membership.services.outbox import post, post_to_people
from membership.services.record import actor_key, locked, record
from pages.languages.table import SOURCE


@transaction.atomic
def send_list(user: User, *, year: int, now: datetime) -> int:
    """Send the list of a year to host city, Secretariat and Committee, and to each city on it; return to how many.

    The same list goes to the same address once; one that changed goes again.
    """
    require(user, Action.RECORD_CEREMONY, day_in_the_network(now))
    found = next((found for found in ceremony_lists(day_in_the_network(now)) if found.year == year), None)
    if found is None:
        raise RuleError("ceremony_list_empty")
    written = _send_whole_list(found)
    for row in found.rows:
        told = ceremony_city_message(row, found.summit)
        post(
            f"ceremony_city:{row.application.pk}:{_digest(told)}",
            row.application.contact_email,
            told,
            row.application,
        )
        record(row.application, "ceremony_listed", actor_key(user), year=year)
    return written + sum(bool(row.application.contact_email) for row in found.rows)


@transaction.atomic
def move_ceremony(application_id: int, user: User, *, year: int, note: str, now: datetime) -> CeremonyMove:
    """Let a city's ceremony be held at the summit of another year, with a note that says why."""
    today = day_in_the_network(now)
    require(user, Action.RECORD_CEREMONY, today)
    application = locked(application_id)
    if application.state != ApplicationState.DECLARATION_SIGNED:
        raise RuleError("action_not_possible")
    if not note.strip():
        raise RuleError("reason_missing")
    if year < today.year:
        raise RuleError("ceremony_year_past")
    moved = CeremonyMove.objects.create(
        application=application, year=year, note=note.strip(), at=now, by=actor_key(user)
    )
    record(application, "ceremony_moved", actor_key(user), year=year, note=note.strip())
    return moved


def _send_whole_list(found: CeremonyList) -> int:
    """Send the list to the host, the Secretariat and the Committee with its President; return to how many it goes."""
    key = f"ceremony_list:{found.year}:{_digest(ceremony_list_message(found, SOURCE))}"
    people = {user.pk: user for user in (*office(), *committee()) if user.email}
    post_to_people(key, people.values(), ceremony_list_office_message(found))
    host = host_of(found.summit)
    if host is None or not host.contact_email:
        return len(people)
    post(f"{key}:host", host.contact_email, ceremony_list_message(found, host.language))
    return len(people) + 1


def _digest(message: Message) -> str:
    return sha256(f"{message.subject}\n{message.body}".encode()).hexdigest()
