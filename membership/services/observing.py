"""The President invites observers, declines requests, and withdraws invitations; no Committee votes (Art. 6)."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import observer_message, observer_office_message
from membership.emails.members import observer_ended_message, observer_ended_office_message
from membership.labels.states import ObserverKind
from membership.models import Application, Observer
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.office import committee, office
from membership.services.each import each
from membership.services.outbox import post, post_to_office, post_to_people
from membership.services.record import CLOCK, actor_key, expect_version, locked, move, record
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


@transaction.atomic
def revoke(observer_id: int, user: User, *, reason: str, now: datetime) -> Observer:
    """Withdraw an invitation, by the President and with a reason. Raises `RuleError`."""
    today = day_in_the_network(now)
    require(user, Action.REVOKE_OBSERVER, today)
    observer = Observer.objects.select_for_update().get(pk=observer_id)
    if observer.ended_on is not None:
        raise RuleError("already_ended")
    if not reason.strip():
        raise RuleError("reason_missing", statutes.OBSERVERS)
    observer.ended_on, observer.revoked_reason = today, reason.strip()
    observer.save(update_fields=["ended_on", "revoked_reason"])
    record(observer.application, "observer_revoked", actor_key(user), observer=observer.pk, reason=reason.strip())
    _tell_the_end(observer)
    return observer


def end_observers(now: datetime) -> int:
    """End the invitations whose last day is over; return how many. Safe to run at any time, and twice."""
    over = Observer.objects.current().filter(ends_on__lt=day_in_the_network(now)).order_by("pk")
    return each(list(over.values_list("pk", flat=True)), lambda pk: _end(pk, now))


@transaction.atomic
def _end(observer_id: int, now: datetime) -> bool:
    observer = Observer.objects.select_for_update().get(pk=observer_id)
    if observer.ended_on or observer.ends_on is None or observer.ends_on >= day_in_the_network(now):
        return False
    observer.ended_on = observer.ends_on
    observer.save(update_fields=["ended_on"])
    record(observer.application, "observer_ended", CLOCK, observer=observer.pk)
    _tell_the_end(observer)
    return True


def _tell_the_end(observer: Observer) -> None:
    key, application = f"observer_ended:{observer.pk}", observer.application
    if application:
        post(key, application.contact_email, observer_ended_message(observer, application.language), application)
    post_to_people(f"{key}:office", [*office(), *committee()], observer_ended_office_message(observer), application)


def _tell(application: Application) -> None:
    key = f"observer:{application.pk}"
    post(key, application.contact_email, observer_message(application), application)
    post_to_office(f"{key}:office", observer_office_message(application), application)
    post_to_people(f"{key}:committee", committee(), observer_office_message(application), application)
