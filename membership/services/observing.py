"""The President decides on a request to be an observer; no Committee votes (Statutes, Art. 6)."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import observer_message, observer_office_message
from membership.labels.states import ObserverKind
from membership.models import Application, Observer
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.office import committee
from membership.services.outbox import post, post_to_office, post_to_people
from membership.services.record import actor_key, expect_version, locked, move, record
from membership.services.scanning import files_are_scanned


@transaction.atomic
def invite(
    application_id: int,
    user: User,
    *,
    kind: str,
    ends_on: date | None = None,
    now: datetime,
    version: int | None = None,
) -> Observer:
    """Invite an observer, for one event until a day or as a standing one. The Committee is informed."""
    today = day_in_the_network(now)
    require(user, Action.DECIDE_OBSERVER, today)
    application = locked(application_id)
    expect_version(application, version)
    if kind == ObserverKind.EVENT and (ends_on is None or ends_on < today):
        raise RuleError("end_missing", statutes.OBSERVERS)
    facts = ApplicationFacts(files_scanned=files_are_scanned(application))
    application.save(update_fields=move(application, ApplicationAction.APPROVE, Role.PRESIDENT, facts, now=now))
    observer = Observer.objects.create(
        application=application,
        name_en=application.name_en,
        name_local=application.name_local,
        country=application.country,
        since=today.isoformat(),
        kind=kind,
        ends_on=ends_on if kind == ObserverKind.EVENT else None,
        website=application.newest_revision.content["answers"].get("organisation", {}).get("website") or "",
        source_url=application.reference or "",
    )
    record(application, "observer_invited", actor_key(user), observer=observer.pk)
    _tell(application)
    return observer


@transaction.atomic
def decline(application_id: int, user: User, *, reason: str, now: datetime, version: int | None = None) -> Application:
    """Decline a request, with a reason that stays in the dossier."""
    require(user, Action.DECIDE_OBSERVER, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    facts = ApplicationFacts(reason_given=bool(reason.strip()))
    application.save(update_fields=move(application, ApplicationAction.DECLINE, Role.PRESIDENT, facts, now=now))
    record(application, "observer_declined", actor_key(user), reason=reason.strip())
    _tell(application)
    return application


def _tell(application: Application) -> None:
    key = f"observer:{application.pk}"
    post(key, application.contact_email, observer_message(application), application)
    post_to_office(f"{key}:office", observer_office_message(application), application)
    post_to_people(f"{key}:committee", committee(), observer_office_message(application), application)
