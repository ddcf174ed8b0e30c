"""What the office does with the dossier of an application: match it to a city, take in a late file, enter a letter."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import RoundState, Route, UploadKind
from membership.models import Application, City, Revision
from membership.models.application import BEFORE_DECISION
from membership.models.decision import STANDING
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.flagging import flags_changed
from membership.services.record import actor_key, expect_version, locked, record
from membership.services.submission import freeze


@transaction.atomic
def match_to_city(
    application_id: int, user: User, *, city_id: int, reason: str, now: datetime, version: int | None = None
) -> Application:
    """Say which city of the records applies, also anew after a merger. Raises `RuleError` if another one is open for it."""
    require(user, Action.MATCH_CITY, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    city = City.objects.select_for_update().get(pk=city_id)
    if city.memberships.holding().exists():
        raise RuleError("already_member", statutes.MEMBERS)
    if city.applications.filter(state__in=BEFORE_DECISION).exclude(pk=application.pk).exists():
        raise RuleError("duplicate_application")
    former, application.city = application.city_id, city
    application.version += 1
    application.save(update_fields=["city", "version"])
    record(application, "matched", actor_key(user), city=city.slug, former=former, reason=reason.strip())
    flags_changed(application.pk, now)
    return application


@transaction.atomic
def take_in(application_id: int, user: User, *, upload_id: int, now: datetime, version: int | None = None) -> Revision:
    """Take a late file into the application: it counts from now on, in a new revision.

    While a round is open the Committee votes on the new revision, and ballots on the older one must be cast again.
    """
    require(user, Action.COMPLETE_CHECK, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    round_ = application.rounds.select_for_update().filter(state__in=STANDING).first()
    if application.state not in BEFORE_DECISION or (round_ and round_.state == RoundState.CLOSED):
        raise RuleError("action_not_possible")
    upload = application.uploads.get(pk=upload_id, is_late=True, replaced_at__isnull=True)
    if upload.kind != UploadKind.OTHER:
        application.uploads.filter(kind=upload.kind, is_late=False, replaced_at__isnull=True).update(replaced_at=now)
    upload.is_late = False
    upload.save(update_fields=["is_late"])
    application.version += 1
    application.save(update_fields=["version"])
    revision = freeze(application)
    if round_ is not None:
        round_.revision = revision
        round_.save(update_fields=["revision"])
    record(application, "file_taken_in", actor_key(user), upload=upload.pk, revision=revision.number)
    flags_changed(application.pk, now)
    return revision


@transaction.atomic
def begin_by_letter(
    user: User, *, received_on: date, language: str, email: str = "", now: datetime, route: str = Route.MEMBERSHIP
) -> Application:
    """Begin the application of a city that wrote a letter; the Secretariat enters it, and the record says so."""
    today = day_in_the_network(now)
    require(user, Action.ENTER_LETTER, today)
    if received_on > today:
        raise RuleError("received_in_future")
    application = Application.objects.create(
        route=route,
        language=language,
        contact_email=email,
        entered_by=user,
        letter_received_on=received_on,
        edited_at=now,
    )
    record(application, "letter_entered", actor_key(user), received_on=received_on.isoformat())
    return application
