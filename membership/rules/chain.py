"""The chain of seals over the record: each seal stands on the one before it, so that nothing is changed unseen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .hashing import digest

FIRST = "0" * 64  # what the first seal stands on


@dataclass(frozen=True, slots=True)
class Sealed:
    """Every field of an event, as it is sealed. `at` has a time zone; it is counted to the microsecond."""

    id: int
    application_id: int | None
    member_id: int | None
    verb: str
    actor: str
    details: Any
    at: datetime

    def fields(self) -> dict[str, Any]:
        """Return the fields as JSON has them, the moment in UTC."""
        return {
            "id": self.id,
            "application": self.application_id,
            **({"member": self.member_id} if self.member_id is not None else {}),
            "verb": self.verb,
            "actor": self.actor,
            "details": self.details,
            "at": self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        }


def seal_hash(*, previous: str, number: int, event: Sealed) -> str:
    """Return the SHA-256 of a seal: over the hash before it, its number and the event."""
    return digest({"previous": previous, "number": number, "event": event.fields()})
