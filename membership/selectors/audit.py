"""Checks the record: each event against its seal, each seal against the one before it, the end against the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from membership.labels.audit import CHAIN_FAULTS
from membership.models import AuditHead, AuditSeal, Event
from membership.models.triggers import unguarded
from membership.rules.chain import FIRST, Sealed, seal_hash
from membership.rules.house_rules import SEALED_WITHIN_MINUTES

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was written; `code` is a key of the sentences, `details` fill it."""

    code: str
    details: dict[str, Any]

    @property
    def sentence(self) -> str:
        return str(CHAIN_FAULTS[self.code]) % self.details


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of the chain found: how many events are sealed, the newest seal, and each fault."""

    events: int
    number: int
    sha256: str
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Walk:
    """How far the chain was walked."""

    events: int = 0
    number: int = 0
    sha256: str = FIRST


def sealed(event: Event) -> Sealed:
    """Return the fields of an event, as it is sealed."""
    return Sealed(event.pk, event.application_id, event.member_id, event.verb, event.actor, event.details, event.at)


def check_chain(now: datetime, *, holds: str = "") -> Checked:
    """Walk the whole chain. `holds` is a hash noted earlier, as in an exported dossier: a seal must bear it.

    An event that is not sealed an hour after it was written came by another way than the office's own.
    """
    walk = _Walk()
    faults = list(_along(walk))
    faults += _at_the_end(walk)
    if holds and holds != FIRST and not AuditSeal.objects.filter(sha256=holds).exists():
        faults.append(Fault("hash_unknown", {"sha256": holds}))
    faults += [Fault("event_unsealed", {"event": pk, "at": f"{at:%Y-%m-%d %H:%M}"}) for pk, at in _unsealed(now)]
    faults += [Fault("table_unguarded", {"table": table}) for table in unguarded(connection)]
    return Checked(walk.events, walk.number, walk.sha256, tuple(faults))


def head() -> AuditHead:
    """Return the newest seal as it is kept apart; the number 0 where nothing was sealed yet."""
    return AuditHead.objects.filter(pk=AuditHead.ROW).first() or AuditHead()


def unsealed_count() -> int:
    """Return how many events wait for their seal; after each act there should be none."""
    return Event.objects.filter(seal__isnull=True).count()


def _along(walk: _Walk) -> Iterator[Fault]:
    while seals := list(AuditSeal.objects.filter(number__gt=walk.number).order_by("number")[:AT_ONCE]):
        events = Event.objects.in_bulk([seal.event_id for seal in seals])
        for seal in seals:
            yield from _of_seal(walk, seal, events.get(seal.event_id))
            walk.number, walk.sha256 = seal.number, seal.sha256
            walk.events += 1


def _of_seal(walk: _Walk, seal: AuditSeal, event: Event | None) -> Iterator[Fault]:
    first, last = walk.number + 1, seal.number - 1
    if first == last:
        yield Fault("seal_removed", {"number": first})
    elif first < last:
        yield Fault("seals_removed", {"number": first, "last": last})
    elif seal.previous != walk.sha256:
        yield Fault("seal_broken", {"number": seal.number})
    names = {"event": seal.event_id, "number": seal.number}
    if event is None:
        yield Fault("event_removed", names)
    elif seal_hash(previous=seal.previous, number=seal.number, event=sealed(event)) != seal.sha256:
        yield Fault("event_changed", names)


def _at_the_end(walk: _Walk) -> Iterator[Fault]:
    kept = head()
    names = {"number": kept.number, "last": walk.number}
    if kept.number > walk.number:
        yield Fault("end_cut_off", names)
    elif (kept.number, kept.sha256) != (walk.number, walk.sha256):
        yield Fault("head_changed", names)


def _unsealed(now: datetime) -> list[tuple[int, datetime]]:
    late = Event.objects.filter(seal__isnull=True, at__lt=now - timedelta(minutes=SEALED_WITHIN_MINUTES))
    return list(late.order_by("pk").values_list("pk", "at"))
