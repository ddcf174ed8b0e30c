"""Keeps count of how published events change, for those who have them in their calendars."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from news.ids import uid_of
from news.labels import Precision
from news.models import CalendarEntry, EventPage

KEPT = timedelta(days=730)  # how long subscribers are told that an event is gone


def keep_published(instance: EventPage, **_kwargs: Any) -> None:
    """Listen to `page_published`: count a change of days, title, place or course (RFC 5545, section 3.8.7.4)."""
    if instance.precision != Precision.DAY:
        keep_gone(instance)
        return
    with transaction.atomic():
        digest = _digest(instance)
        entry = CalendarEntry.objects.select_for_update().filter(uid=uid_of(instance)).first()
        if entry is not None and entry.digest == digest and entry.gone_at is None:
            return
        sequence = entry.sequence + 1 if entry else int(_was_published_before(instance))
        told = {**_told(instance), "sequence": sequence, "digest": digest, "gone_at": None}
        CalendarEntry.objects.update_or_create(uid=uid_of(instance), defaults=told)


def keep_gone(instance: EventPage, **_kwargs: Any) -> None:
    """Listen to `page_unpublished`: the event is cancelled for those who have it."""
    _remember(instance)
    now = timezone.now()
    known = CalendarEntry.objects.filter(uid=uid_of(instance), gone_at__isnull=True)
    known.update(gone_at=now, changed_at=now, sequence=F("sequence") + 1)


def keep_deleted(instance: EventPage, **_kwargs: Any) -> None:
    """Listen to `pre_delete`: a live event that goes is cancelled too."""
    if instance.live:
        keep_gone(instance)


def forget_gone(now: datetime) -> int:
    """Remove what has been gone for two years; return how many entries."""
    removed, _by_model = CalendarEntry.objects.filter(gone_at__lt=now - KEPT).delete()
    return removed


def _remember(event: EventPage) -> None:
    """Make the entry of an event that was never published since changes are counted."""
    if event.precision == Precision.DAY:
        told = {**_told(event), "digest": _digest(event)}
        CalendarEntry.objects.get_or_create(uid=uid_of(event), defaults=told)


def _told(event: EventPage) -> dict[str, Any]:
    return {
        "language": event.language.code,
        "kind": event.kind,
        "group_key": event.group_key,
        "title": event.title,
        "start": event.start,
        "end": event.end,
        "changed_at": timezone.now(),
    }


def _was_published_before(event: EventPage) -> bool:
    """Tell whether subscribers may have the event from a time when changes were not counted, as those of the seed."""
    first, last = event.first_published_at, event.last_published_at
    return bool(first and last and first < last)


def _digest(event: EventPage) -> str:
    told = [event.title, event.start.isoformat(), event.end.isoformat(), event.city_slug, event.course]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
