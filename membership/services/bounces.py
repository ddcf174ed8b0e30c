"""Takes what mail servers report later: a message came back, so somebody should telephone (RFC 3464)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.db import transaction

from membership.emails import bounced_office_message
from membership.inspection.bounces import Bounce, Fate, UnreadableBounce, read_bounce
from membership.labels.states import ApplicationState, MailState
from membership.models import OutboxMail
from membership.rules.errors import RuleError
from membership.rules.house_rules import MAIL_BOUNCE_DAYS
from membership.services.outbox import post_to_office
from membership.services.record import CLOCK, record

OUR_MESSAGE_ID = re.compile(r"<outbox-(\d{1,18})-\d{14}@b40>")
KEY = "bounced:"


@transaction.atomic
def take_bounce(written: bytes, *, now: datetime) -> OutboxMail | None:
    """Mark the message that a notification says came back, and tell the Secretariat; return it.

    None where the notification reports no failure, as of a delay. Taking it twice changes nothing. Raises `RuleError`:
    it is none, says too little, or names no message of the outbox, or several.
    """
    try:
        bounce = read_bounce(written)
    except UnreadableBounce as unreadable:
        raise RuleError(unreadable.code) from None
    if bounce.fate is not Fate.FAILED:
        return None
    mail = OutboxMail.objects.select_for_update(of=("self",)).select_related("application").get(pk=_meant(bounce, now))
    if mail.state != MailState.BOUNCED:
        _mark(mail, bounce)
    return mail


def _meant(bounce: Bounce, now: datetime) -> int:
    """Return the number of the message, by its Message-ID or else by the only recent message to that recipient."""
    for message_id in bounce.message_ids:
        found = OUR_MESSAGE_ID.search(message_id)
        mail = OutboxMail.objects.filter(pk=int(found[1]), attempts__gt=0).first() if found else None
        if mail is not None and found is not None and mail.message_id == found[0]:
            return mail.pk
    recent = OutboxMail.objects.filter(
        state__in=[MailState.SENT, MailState.UNSURE], tried_at__gte=now - timedelta(days=MAIL_BOUNCE_DAYS)
    )
    to_them = {mail.pk for address in bounce.recipients for mail in recent.filter(recipient__iexact=address)}
    if len(to_them) > 1:
        raise RuleError("bounce_of_several")
    if not to_them:
        raise RuleError("bounce_of_unknown")
    return to_them.pop()


def _mark(mail: OutboxMail, bounce: Bounce) -> None:
    mail.state, mail.status_code, mail.last_error = MailState.BOUNCED, bounce.status, bounce.reason[:255]
    mail.save(update_fields=["state", "status_code", "last_error"])
    record(mail.application, "mail_bounced", CLOCK, mail=mail.pk, status=bounce.status or "–")
    if not mail.key.startswith(KEY) and _is_of_the_office(mail):  # the notice of a bounce may bounce as well
        post_to_office(f"{KEY}{mail.pk}", bounced_office_message(mail), mail.application)


def _is_of_the_office(mail: OutboxMail) -> bool:
    """Whether the office knows what the message is about; the link to a draft is between applicant and form."""
    application = mail.application
    return mail.is_readable or (application is not None and application.state != ApplicationState.DRAFT)
