"""The outbox: a message is written in the transaction that causes it and sent after it, at least once and not twice."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from membership.emails import Message
from membership.labels.states import MailState
from membership.models import Application, OutboxMail
from membership.permissions import Action, require
from membership.selectors.calendar import day_in_the_network
from membership.selectors.office import office
from membership.services.record import actor_key, record

MAX_ATTEMPTS = 8
RETRY_MINUTES = 15
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF that goes with a message."""

    name: str
    content: bytes


def post(
    key: str,
    recipient: str,
    message: Message,
    application: Application | None = None,
    *,
    attachment: Attachment | None = None,
) -> OutboxMail | None:
    """Write a message once for its key, and send it after the transaction; no fault in sending reaches the writer.

    Whoever has no address, as an applicant by letter may, gets none.
    """
    if not recipient:
        return None
    mail, is_new = OutboxMail.objects.get_or_create(
        key=key,
        defaults={
            "application": application,
            "recipient": recipient,
            "language": message.language,
            "subject": message.subject,
            "body": message.body,
            "attachment_name": attachment.name if attachment else "",
            "attachment": attachment.content if attachment else None,
        },
    )
    if is_new:
        transaction.on_commit(lambda: deliver(mail.pk), robust=True)
    return mail


def post_to_office(key: str, message: Message, application: Application | None = None) -> None:
    """Write a message to everybody of the Secretariat, each on its own."""
    for user in office():
        post(f"{key}:{user.pk}", user.email, message, application)


def deliver(mail_id: int) -> MailState:
    """Send one waiting message. A refusal of the mail server is kept with the message and tried again later."""
    with transaction.atomic():
        mail = OutboxMail.objects.select_for_update().get(pk=mail_id)
        if mail.state != MailState.WAITING:
            return MailState(mail.state)
        mail.attempts += 1
        try:
            _email(mail).send()
        except Exception as error:  # whatever a mail server answers: a message is not lost, and holds up no other
            logger.warning("message %s not sent: %s", mail.pk, type(error).__name__)
            mail.last_error = f"{type(error).__name__}: {error}"[:255]
            mail.state = MailState.FAILED if mail.attempts >= MAX_ATTEMPTS else MailState.WAITING
        else:
            mail.state, mail.sent_at, mail.last_error = MailState.SENT, timezone.now(), ""
        mail.save(update_fields=["attempts", "state", "sent_at", "last_error"])
        return MailState(mail.state)


@transaction.atomic
def send_again(mail_id: int, user: User, *, now: datetime) -> OutboxMail:
    """Let a message go once more to its address, whether it was sent, waits or was given up."""
    require(user, Action.SEND_AGAIN, day_in_the_network(now))
    mail = OutboxMail.objects.select_for_update().get(pk=mail_id)
    mail.state, mail.attempts = MailState.WAITING, 0
    mail.save(update_fields=["state", "attempts"])
    record(mail.application, "mail_sent_again", actor_key(user), mail=mail.pk)
    transaction.on_commit(lambda: deliver(mail.pk), robust=True)
    return mail


def deliver_waiting(now: datetime) -> int:
    """Send what is waiting and was not just tried; return how many were sent. Safe to run at any time, and twice."""
    pauses = [(tried, now - timedelta(minutes=RETRY_MINUTES * tried)) for tried in range(MAX_ATTEMPTS)]
    due = reduce(or_, (Q(attempts=tried, created_at__lte=moment) for tried, moment in pauses))
    waiting = OutboxMail.objects.filter(due, state=MailState.WAITING).order_by("id")
    return sum(deliver(pk) == MailState.SENT for pk in list(waiting.values_list("pk", flat=True)))


def _email(mail: OutboxMail) -> EmailMessage:
    email = EmailMessage(mail.subject, mail.body, to=[mail.recipient], headers={"Message-ID": _message_id(mail)})
    if mail.attachment:
        email.attach(mail.attachment_name, bytes(mail.attachment), "application/pdf")
    return email


def _message_id(mail: OutboxMail) -> str:
    """The same message keeps its identity when it is sent again, so that mail programs show it once."""
    return f"<outbox-{mail.pk}-{mail.created_at:%Y%m%d%H%M%S}@b40>"
