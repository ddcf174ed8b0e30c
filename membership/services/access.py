"""The way into an application without an account: a link and a six-digit code by mail, of which only hashes are kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from membership.emails import access_message, handed_over_message
from membership.labels.states import Route
from membership.models import AccessKey, Application
from membership.rules.errors import RuleError
from membership.selectors.drafts import application_to_take_over, newest_application_of, newest_draft_of
from membership.services.keys import MAX_ATTEMPTS, draw, is_code, token_hash
from membership.services.outbox import post
from membership.services.record import APPLICANT, locked, record

KEY_HOURS = 24
KEYS_PER_HOUR = 5


@dataclass(frozen=True, slots=True)
class SentKey:
    """A key that was sent: the token stands in the address of the page that asks for the code."""

    token: str
    key: AccessKey


def send_key_of_application(email: str, *, now: datetime) -> None:
    """Mail a key to the draft of an address, else to what it submitted last, else to what names it as alternate contact.

    Whether there is one is told to nobody, and so is the limit of mails.
    """
    own = newest_application_of(email)
    found = own or application_to_take_over(email)
    if found is not None:
        with suppress(RuleError):
            address = found.contact_email if own else found.alternate_email
            send_key(address, found.language, now=now, application=found, takes_over=own is None)


@transaction.atomic
def send_key(
    email: str,
    language: str,
    *,
    now: datetime,
    application: Application | None = None,
    category: str = "",
    takes_over: bool = False,
) -> SentKey:
    """Mail a new link and code; older keys of the same draft die. Raises `RuleError("too_many_keys")` after five an hour.

    Without an application the key begins one: a request to observe with a category, else one for membership.
    """
    if AccessKey.objects.filter(email__iexact=email, created_at__gt=now - timedelta(hours=1)).count() >= KEYS_PER_HOUR:
        raise RuleError("too_many_keys")
    drawn = draw()
    AccessKey.objects.filter(application=application, email__iexact=email, used_at__isnull=True).update(expires_at=now)
    key = AccessKey.objects.create(
        email=email,
        language=language,
        application=application,
        category=category,
        takes_over=takes_over,
        token_hash=drawn.token_hash,
        code_hash=drawn.code_hash,
        expires_at=now + timedelta(hours=KEY_HOURS),
    )
    mail = access_message(language, token=drawn.token, code=drawn.code, hours=KEY_HOURS, takes_over=takes_over)
    post(f"access:{key.pk}", email, mail, application)
    return SentKey(drawn.token, key)


@transaction.atomic
def hand_over(application_id: int, *, now: datetime) -> str:
    """Mail the alternate contact a key with which it takes the application over; return its address.

    Until the key is used nothing changes. Raises `RuleError("no_alternate")`.
    """
    application = locked(application_id)
    if not application.alternate_email:
        raise RuleError("no_alternate")
    send_key(application.alternate_email, application.language, now=now, application=application, takes_over=True)
    record(application, "handover_offered", APPLICANT)
    return application.alternate_email


def change_contact(application: Application, email: str, *, actor: str) -> None:
    """Make an address the contact of a locked application: older keys die, and the former contact is told."""
    former = application.contact_email
    application.contact_email = email
    application.save(update_fields=["contact_email"])
    application.access_keys.exclude(email__iexact=email).delete()
    record(application, "contact_changed", actor)
    if former and former.lower() != email.lower():
        change = application.events.filter(verb="contact_changed").count()
        post(f"handed_over:{application.pk}:{change}", former, handed_over_message(application), application)


def key_of(token: str) -> AccessKey:
    """Return the key of a token as it stands. Raises `RuleError("key_unknown")`."""
    key = AccessKey.objects.select_related("application").filter(token_hash=token_hash(token)).first()
    if key is None:
        raise RuleError("key_unknown")
    return key


def refuse_dead(key: AccessKey, *, now: datetime) -> None:
    """Raise `RuleError` saying why a key opens nothing any more: used, expired, or too many wrong codes."""
    if key.used_at is not None:
        raise RuleError("key_used")
    if key.expires_at <= now:
        raise RuleError("key_expired")
    if key.attempts >= MAX_ATTEMPTS:
        raise RuleError("key_locked")


def open_application(token: str, code: str, *, now: datetime) -> Application:
    """Use a key: return its application, else the draft its address has, else begin one. Raises `RuleError`.

    A wrong code is counted. Who begins twice with one address goes on where he was: a second draft would hide the first.
    """
    with transaction.atomic():
        key = AccessKey.objects.select_for_update().get(pk=key_of(token).pk)
        refuse_dead(key, now=now)
        if is_code(key.code_hash, token, code):
            return _use(key, now)
        key.attempts += 1
        key.save(update_fields=["attempts"])
        left = MAX_ATTEMPTS - key.attempts
    raise RuleError("code_wrong", left=left)


def _use(key: AccessKey, now: datetime) -> Application:
    application = key.application or newest_draft_of(key.email, _route(key)) or _begin(key, now)
    key.application, key.used_at = application, now
    key.save(update_fields=["application", "used_at"])
    if key.takes_over:
        application = locked(application.pk)
        change_contact(application, key.email, actor=APPLICANT)
    return application


def _begin(key: AccessKey, now: datetime) -> Application:
    application = Application.objects.create(
        route=_route(key), category=key.category, language=key.language, contact_email=key.email, edited_at=now
    )
    record(application, "draft_begun", APPLICANT, language=key.language)
    return application


def _route(key: AccessKey) -> Route:
    return Route.OBSERVER if key.category else Route.MEMBERSHIP
