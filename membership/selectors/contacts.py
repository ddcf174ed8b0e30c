"""Where the members of the network are written to."""

from __future__ import annotations

from dataclasses import dataclass

from membership.models import Member
from pages.languages.table import BY_CODE, SOURCE


@dataclass(frozen=True, slots=True)
class MemberContact:
    """The address of a member city, and the language in which it reads."""

    member_id: int
    email: str
    language: str


def member_contacts() -> list[MemberContact]:
    """Return the members of today that have an address to write to."""
    found = [contact_of(member) for member in Member.objects.holding().order_by("pk")]
    return [contact for contact in found if contact.email]


def contact_of(member: Member) -> MemberContact:
    """Return where a member is written to, with an empty address where none is known."""
    language = getattr(member, "language", "")
    email = getattr(member, "contact_email", "")
    return MemberContact(member.pk, email, language if language in BY_CODE else SOURCE)
