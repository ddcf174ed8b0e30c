"""The outbox: a message is written in the transaction that causes it, and sent after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import Message, Notice
from membership.models import Application, OutboxMail
from membership.selectors.office import language_of, office
from membership.services.delivery import deliver, deliver_each


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
    mail, is_new = write_once(key, recipient, message, application, attachment=attachment)
    if mail is not None and is_new:
        transaction.on_commit(lambda: deliver(mail.pk), robust=True)
    return mail


def post_to_people(
    key: str,
    people: Iterable[User],
    notice: Notice,
    application: Application | None = None,
    *,
    reply_to: str = "",
) -> int:
    """Write a message to each of these users, in their language; who has one for the key already gets no second.

    Answers go to `reply_to` if it is given. Returns how many were written now.
    """
    written = [
        write_once(
            f"{key}:{user.pk}", user.email, notice.in_language(language_of(user)), application, reply_to=reply_to
        )
        for user in people
    ]
    new = [mail.pk for mail, is_new in written if mail is not None and is_new]
    if new:
        transaction.on_commit(lambda: deliver_each(new), robust=True)
    return len(new)


def post_to_office(key: str, notice: Notice, application: Application | None = None) -> None:
    """Write a message to everybody of the Secretariat, each on its own."""
    post_to_people(key, office(), notice, application)


def write_once(
    key: str,
    recipient: str,
    message: Message,
    application: Application | None = None,
    *,
    attachment: Attachment | None = None,
    reply_to: str = "",
) -> tuple[OutboxMail | None, bool]:
    """Write a message for the timer to send, and return it with whether it is new; nothing without an address."""
    if not recipient:
        return None, False
    return OutboxMail.objects.get_or_create(
        key=key,
        defaults={
            "application": application,
            "recipient": recipient,
            "reply_to": reply_to,
            "language": message.language,
            "subject": message.subject,
            "body": message.body,
            "attachment_name": attachment.name if attachment else "",
            "attachment": attachment.content if attachment else None,
        },
    )
