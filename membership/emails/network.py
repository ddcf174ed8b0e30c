"""The mails to the members of the network (Statutes, Art. 12)."""

from __future__ import annotations

from membership.emails.writing import Message, write
from membership.models import Decision


def approved_message(decision: Decision, language: str) -> Message:
    """To each member: the Committee has approved a city."""
    return write("member_approved", language, {"application": decision.round.application, "decision": decision})
