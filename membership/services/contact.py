"""Hands a visitor's message to the Secretariat through the outbox, and keeps it no longer than its term."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from membership.emails.visitors import VisitorMessage, contact_office_message
from membership.models import OutboxMail
from membership.rules.dates import add_months
from membership.rules.errors import RuleError
from membership.rules.house_rules import CONTACT_KEPT_MONTHS
from membership.selectors.office import office
from membership.services.outbox import post_to_people

KEY = "contact:"  # the keys of messages that came by the contact form


@transaction.atomic
def write_to_office(message: VisitorMessage) -> None:
    """Write the message to everybody of the Secretariat, who answer to the visitor's address.

    The same message from the same form is written once, however often it is sent. Raises
    `RuleError("nobody_to_write_to")` where no account of the Secretariat has an address.
    """
    people = office()
    if not people:
        raise RuleError("nobody_to_write_to")
    same = "\0".join((message.opened, message.email, message.text))
    key = f"{KEY}{sha256(same.encode()).hexdigest()[:32]}"
    post_to_people(key, people, contact_office_message(message), reply_to=message.email)


def forget_messages(now: datetime) -> int:
    """Delete the messages of the contact form whose term is over; return how many mails."""
    last = add_months(now.date(), -CONTACT_KEPT_MONTHS)
    return OutboxMail.objects.filter(key__startswith=KEY, created_at__date__lt=last).delete()[0]
