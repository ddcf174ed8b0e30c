"""Messages between applicant and office: kept in the dossier; the mail says only that there is one."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import message_from_office_message, message_to_office_message
from membership.models import DossierMessage
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.outbox import post, post_to_office
from membership.services.record import APPLICANT, actor_key, locked, record


@transaction.atomic
def write_to_office(application_id: int, body: str) -> DossierMessage:
    """Keep an applicant's message and tell the Secretariat. The same text sent twice in a row is kept once."""
    application = locked(application_id)
    newest = application.messages.last()
    if newest is not None and newest.is_from_applicant and newest.body == body:
        return newest
    message = DossierMessage.objects.create(
        application=application, author=APPLICANT, is_from_applicant=True, body=body
    )
    record(application, "message_received", APPLICANT, message=message.pk)
    post_to_office(f"message:{message.pk}", message_to_office_message(application), application)
    return message


@transaction.atomic
def write_to_applicant(application_id: int, user: User, *, body: str, now: datetime) -> DossierMessage:
    """Keep a message of the Secretariat and tell the applicant. Raises `RuleError` where no mail can reach him."""
    require(user, Action.WRITE_TO_APPLICANT, day_in_the_network(now))
    application = locked(application_id)
    if not application.contact_email:
        raise RuleError("no_address")
    message = DossierMessage.objects.create(
        application=application, author=actor_key(user), is_from_applicant=False, body=body.strip()
    )
    record(application, "message_sent", actor_key(user), message=message.pk)
    mail = message_from_office_message(application)
    post(f"message:{message.pk}", application.contact_email, mail, application)
    return message
