"""Keeps how the records of the network were on each day, so that an answer of today can be given again in years."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256

from django.db.models import QuerySet
from django.utils import timezone, translation

from pages.languages.table import SOURCE
from pages.opendata.models import DataVersion
from pages.opendata.resources import Resource, Row, resources


def keep_versions(now: datetime) -> int:
    """Keep what changed in the records since the last time, in English; return of how many kinds. Twice a day keeps the last."""
    return sum(_keep(resource, timezone.localdate(now)) for resource in resources() if resource.is_kept)


def versions(resource: Resource) -> QuerySet[DataVersion]:
    """Return the versions of a kind of record, the newest first."""
    return DataVersion.objects.filter(resource=resource.name).order_by("-day")


def rows_on(resource: Resource, day: date) -> Sequence[Row] | None:
    """Return the rows as they were on a day; None before the first version that was kept."""
    found = versions(resource).filter(day__lte=day).first()
    return found.rows if found else None


def _keep(resource: Resource, today: date) -> bool:
    with translation.override(SOURCE):
        rows = list(resource.rows(SOURCE, {}))
    text = json.dumps(rows, ensure_ascii=False, sort_keys=True)
    digest = sha256(text.encode()).hexdigest()
    newest = versions(resource).defer("rows").first()
    if newest is not None and newest.digest == digest:
        return False
    kept = {"digest": digest, "rows": json.loads(text)}
    DataVersion.objects.update_or_create(resource=resource.name, day=today, defaults=kept)
    return True
