"""Hands messages to the mail server: claimed before, marked after, so that none is sent twice and none vanishes."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from smtplib import SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from membership.labels.states import MailState
from membership.models import OutboxMail
from membership.rules.house_rules import MAIL_ANSWER_MINUTES, MAIL_ATTEMPTS, MAIL_PAUSE_MINUTES

# With these the server said no, or was never reached: it has not taken the message.
SAID_NO = (SMTPResponseException, SMTPRecipientsRefused, SMTPNotSupportedError, ConnectionRefusedError)
NO_ANSWER = "The sending process ended before the mail server answered."
logger = logging.getLogger(__name__)


def deliver(mail_id: int) -> MailState | None:
    """Send one waiting message and return where it stands, None if it is gone. Of several callers at once one sends.

    The claim is committed before the mail server is spoken to, and nothing is locked while it answers. A refusal is kept
    with the message and tried again later. Where the line broke after the message was handed over, nobody knows whether
    it arrived: it is not sent again by itself.
    """
    _attempt(mail_id)
    state = OutboxMail.objects.filter(pk=mail_id).values_list("state", flat=True).first()
    return MailState(state) if state else None


def deliver_each(mail_ids: Iterable[int]) -> None:
    """Send messages until one is not taken; the others wait for the timer, so that nobody waits for a dead server."""
    for mail_id in mail_ids:
        if deliver(mail_id) not in (MailState.SENT, None):
            return


def deliver_waiting(now: datetime) -> int:
    """Send what is waiting and had its pause; return how many were sent. Safe to run at any time, and twice at once."""
    doubt_unanswered(now)
    waiting = OutboxMail.objects.filter(_had_its_pause(now), state=MailState.WAITING).order_by("id")
    return sum(_attempt(pk) for pk in list(waiting.values_list("pk", flat=True)))


def doubt_unanswered(now: datetime) -> int:
    """Mark what was handed over long ago and never answered for; return how many. Somebody must look for it."""
    unanswered = OutboxMail.objects.filter(
        state=MailState.SENDING, tried_at__lte=now - timedelta(minutes=MAIL_ANSWER_MINUTES)
    )
    return unanswered.update(state=MailState.UNSURE, last_error=NO_ANSWER)


def _had_its_pause(now: datetime) -> Q:
    """A first attempt is due at once; each later one after a pause since the last, twice as long as the one before."""
    pauses = ((tried, timedelta(minutes=MAIL_PAUSE_MINUTES * 2 ** (tried - 1))) for tried in range(1, MAIL_ATTEMPTS))
    later = (Q(attempts=tried, tried_at__lte=now - pause) for tried, pause in pauses)
    return reduce(or_, later, Q(tried_at__isnull=True))


def _attempt(mail_id: int) -> bool:
    """Send a message if it is waiting and nobody else does; return whether this very attempt sent it."""
    server = get_connection()
    mail = _claim(mail_id)
    if mail is None:
        return False
    state, error = _hand_over(mail, server)
    _settle(mail, state, error)
    return state == MailState.SENT


def _claim(mail_id: int) -> OutboxMail | None:
    """Return the message if it was waiting, and is now this caller's alone to send."""
    with transaction.atomic(durable=True):
        is_claimed = OutboxMail.objects.filter(pk=mail_id, state=MailState.WAITING).update(
            state=MailState.SENDING, attempts=F("attempts") + 1, tried_at=timezone.now()
        )
    return OutboxMail.objects.filter(pk=mail_id).select_related("repeats").first() if is_claimed else None


def _hand_over(mail: OutboxMail, server: BaseEmailBackend) -> tuple[MailState, str]:
    """Speak to the mail server; return where the message stands afterwards, and what went wrong."""
    try:
        email = _email(mail, server)
        server.open()
    except Exception as error:  # whatever it is, the message has not left
        return _not_taken(mail, error)
    try:
        email.send()
    except OSError as error:
        return _not_taken(mail, error) if isinstance(error, SAID_NO) else _in_doubt(mail, error)
    except Exception as error:  # a fault of the site, before anything was sent: it holds up no other message
        return _not_taken(mail, error)
    finally:
        with suppress(Exception):  # the server has answered for the message already
            server.close()
    return MailState.SENT, ""


def _not_taken(mail: OutboxMail, error: Exception) -> tuple[MailState, str]:
    logger.warning("message %s not sent: %s", mail.pk, type(error).__name__)
    return MailState.FAILED if mail.attempts >= MAIL_ATTEMPTS else MailState.WAITING, _words(error)


def _in_doubt(mail: OutboxMail, error: Exception) -> tuple[MailState, str]:
    logger.warning("message %s in doubt: %s", mail.pk, type(error).__name__)
    return MailState.UNSURE, _words(error)


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:255]


def _settle(mail: OutboxMail, state: MailState, error: str) -> None:
    """Store the answer to this attempt; the server's own word also ends a doubt that came up meanwhile."""
    attempt = OutboxMail.objects.filter(
        pk=mail.pk, attempts=mail.attempts, state__in=[MailState.SENDING, MailState.UNSURE]
    )
    sent_at = timezone.now() if state == MailState.SENT else None
    attempt.update(state=state, last_error=error, sent_at=sent_at)


def _email(mail: OutboxMail, server: BaseEmailBackend) -> EmailMessage:
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}
    if mail.repeats is not None:
        headers["References"] = mail.repeats.message_id
    email = EmailMessage(
        mail.subject,
        mail.body,
        to=[mail.recipient],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers=headers,
        connection=server,
    )
    if mail.attachment:
        email.attach(mail.attachment_name, bytes(mail.attachment), "application/pdf")
    email.message()  # raises for what no mail can be
    return email
