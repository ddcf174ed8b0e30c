"""Keeps the flags of applications, so that the list can be narrowed to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from membership.labels.states import ApplicationState
from membership.models import Application, ApplicationFlag
from membership.models.application import BEFORE_DECISION
from membership.selectors.calendar import day_in_the_network
from membership.selectors.flags import flags_of

Row = tuple[str, int | None]


def flags_changed(application_id: int, now: datetime) -> None:
    """Look at the flags again once the transaction is through; no fault in them reaches its writer."""
    today = day_in_the_network(now)
    transaction.on_commit(lambda: refresh_flags(application_id, today), robust=True)


@transaction.atomic
def refresh_flags(application_id: int, today: date) -> None:
    """Keep the flags of an application as they are on a day, and those of each application that they tie it to.

    All of them are locked in the order of their numbers, so that two of one city at once do not wait for each other.
    """
    received = Application.objects.received()
    application = received.filter(pk=application_id).first()
    if application is None:
        return
    concerned = {application_id, *_tied(application, today)}
    for one in received.select_for_update().filter(pk__in=concerned).order_by("pk"):
        _keep(one, today)


def refresh_all_flags(now: datetime) -> int:
    """Look at what is undecided or was never looked at, since time alone can raise a flag; return how many there were."""
    today = day_in_the_network(now)
    open_ones = Q(state__in=[*BEFORE_DECISION, ApplicationState.APPROVED]) | Q(flagged_on__isnull=True)
    due = Application.objects.received().filter(open_ones).exclude(flagged_on=today)
    numbers = list(due.order_by("pk").values_list("pk", flat=True))
    for pk in numbers:
        refresh_flags(pk, today)
    return len(numbers)


def _tied(application: Application, today: date) -> set[int]:
    """Return the applications of which its flags speak, and those whose flags spoke of it."""
    standing = {flag.application.pk for flag in flags_of(application, today) if flag.application}
    return standing | set(application.flags_elsewhere.values_list("application", flat=True))


def _keep(application: Application, today: date) -> None:
    flags = flags_of(application, today)
    standing = {(flag.key, flag.application.pk if flag.application else None) for flag in flags}
    stored = set(application.flags.values_list("key", "other"))
    _write(application, standing - stored)
    for key, other in stored - standing:
        application.flags.filter(key=key, other=other).delete()
    Application.objects.filter(pk=application.pk).update(flagged_on=today)


def _write(application: Application, rows: Iterable[Row]) -> None:
    ordered = sorted(rows, key=lambda row: (row[0], row[1] or 0))
    flags = [ApplicationFlag(application=application, key=key, other_id=other) for key, other in ordered]
    ApplicationFlag.objects.bulk_create(flags, ignore_conflicts=True)
