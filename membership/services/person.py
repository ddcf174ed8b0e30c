"""Tells a person what the office holds on that person; that it was told is recorded, and to whom it was not."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.crypto import salted_hmac

from membership.permissions import Action, require
from membership.selectors.calendar import day_in_the_network
from membership.selectors.person import Holding, holdings
from membership.services.record import actor_key, record


@transaction.atomic
def report_on_person(email: str, user: User, *, now: datetime) -> list[Holding]:
    """Return all that is held on an address (GDPR, Art. 15; KVKK, Art. 11), as it stood before this report."""
    require(user, Action.REPORT_ON_PERSON, day_in_the_network(now))
    found = holdings(email)
    record(None, "person_reported", actor_key(user), address=address_hash(email), count=len(found))
    return found


def address_hash(email: str) -> str:
    """Return a hash of an address by which a report is found again and from which no address can be guessed."""
    return salted_hmac("membership.person", email.strip().casefold(), algorithm="sha256").hexdigest()
