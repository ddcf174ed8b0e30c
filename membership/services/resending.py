"""What the Secretariat does about a message that did not arrive: send it again, or settle it by telephone."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import MailState
from membership.models import OutboxMail
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.delivery import deliver
from membership.services.record import actor_key, record

ON_ITS_WAY = (MailState.WAITING, MailState.SENDING)
UNSETTLED = (MailState.UNSURE, MailState.FAILED, MailState.BOUNCED, MailState.WAITING)


@transaction.atomic
def send_again(
    mail_id: int, user: User, *, recipient: str = "", reason: str = "", repeated: int | None = None, now: datetime
) -> OutboxMail:
    """Write a message once more, to the same address or with a reason to a corrected one; the earlier stays as it is.

    `repeated` is how often the writer saw it sent again, so that a form sent twice sends one message. Raises
    `RuleError`: another address without a reason, or a message that is still on its way to the same address.
    """
    require(user, Action.SEND_AGAIN, day_in_the_network(now))
    mail = _locked(mail_id)
    recipient, reason = recipient.strip() or mail.recipient, reason.strip()
    times = mail.repeated_by.count()
    if repeated is not None and repeated != times:
        raise RuleError("already_sent_again")
    if not recipient:
        raise RuleError("recipient_missing")
    if recipient != mail.recipient and not reason:
        raise RuleError("reason_missing")
    if recipient == mail.recipient and mail.state in ON_ITS_WAY:
        raise RuleError("mail_on_its_way")
    repeat = _repeat(mail, recipient, reason, times)
    details = {"mail": repeat.pk, "repeats": mail.pk, "corrected": recipient != mail.recipient, "reason": reason}
    record(mail.application, "mail_sent_again", actor_key(user), **details)
    transaction.on_commit(lambda: deliver(repeat.pk), robust=True)
    return repeat


@transaction.atomic
def settle(mail_id: int, user: User, *, reason: str, now: datetime) -> OutboxMail:
    """Record how a message that was not delivered was settled; nobody is asked to care for it any more."""
    require(user, Action.SEND_AGAIN, day_in_the_network(now))
    mail = _locked(mail_id)
    if not reason.strip():
        raise RuleError("reason_missing")
    if mail.settled_at is not None:
        raise RuleError("already_settled")
    if mail.state not in UNSETTLED:
        raise RuleError("action_not_possible")
    mail.settled_at, mail.note = now, reason.strip()[:255]
    mail.save(update_fields=["settled_at", "note"])
    record(mail.application, "mail_settled", actor_key(user), mail=mail.pk, reason=reason.strip())
    return mail


def _locked(mail_id: int) -> OutboxMail:
    return OutboxMail.objects.readable().select_for_update(of=("self",)).get(pk=mail_id)


def _repeat(mail: OutboxMail, recipient: str, reason: str, times: int) -> OutboxMail:
    return OutboxMail.objects.create(
        key=f"again:{mail.pk}:{times + 1}",
        application=mail.application,
        recipient=recipient,
        language=mail.language,
        subject=mail.subject,
        body=mail.body,
        attachment_name=mail.attachment_name,
        attachment=mail.attachment,
        repeats=mail,
        note=reason[:255],
    )
