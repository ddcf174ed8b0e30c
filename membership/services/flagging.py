"""Keeps the flags of applications, so that the list can be narrowed to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial

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
    transaction.on_commit(partial(refresh_flags, application_id, day_in_the_network(now)), robust=True)


@transaction.atomic
def refresh_flags(application_id: int, today: date) -> None:
    """Keep the flags of an application as they are on a day, and those of each application that they tie it to."""
    received = Application.objects.received()
    application = received.filter(pk=application_id).first()
    if application is None:
        return
    tied = {other for _key, other in _keep(application, today) if other}
    tied |= set(ApplicationFlag.objects.filter(other=application).values_list("application", flat=True))
    for other in received.filter(pk__in=tied).order_by("pk"):
        _keep(other, today)


def refresh_all_flags(now: datetime) -> int:
    """Look at what is undecided or was never looked at, since time alone can raise a flag; return how many there were."""
    today = day_in_the_network(now)
    open_ones = Q(state__in=[*BEFORE_DECISION, ApplicationState.APPROVED]) | Q(flagged_on__isnull=True)
    due = Application.objects.received().filter(open_ones).exclude(flagged_on=today)
    numbers = list(due.order_by("pk").values_list("pk", flat=True))
    for pk in numbers:
        refresh_flags(pk, today)
    return len(numbers)


def _keep(application: Application, today: date) -> set[Row]:
    """Store the flags, and return those that stand and those that stood."""
    flags = flags_of(application, today)
    standing = {(flag.key, flag.application.pk if flag.application else None) for flag in flags}
    stored = set(application.flags.values_list("key", "other"))
    _write(application, standing - stored)
    for key, other in stored - standing:
        application.flags.filter(key=key, other=other).delete()
    Application.objects.filter(pk=application.pk).update(flagged_on=today)
    return standing | stored


def _write(application: Application, rows: Iterable[Row]) -> None:
    ordered = sorted(rows, key=lambda row: (row[0], row[1] or 0))
    flags = [ApplicationFlag(application=application, key=key, other_id=other) for key, other in ordered]
    ApplicationFlag.objects.bulk_create(flags, ignore_conflicts=True)
