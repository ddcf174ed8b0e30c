"""The way into an application without an account: a link and a six-digit code by mail, of which only hashes are kept."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from membership.emails import access_message
from membership.models import AccessKey, Application
from membership.rules.errors import RuleError
from membership.selectors.drafts import newest_application_of, newest_draft_of
from membership.services.outbox import post
from membership.services.record import APPLICANT, record

KEY_HOURS = 24
MAX_ATTEMPTS = 5
KEYS_PER_HOUR = 5
BYTES = 24


@dataclass(frozen=True, slots=True)
class SentKey:
    """A key that was sent: the token stands in the address of the page that asks for the code."""

    token: str
    key: AccessKey


def send_key_of_application(email: str, *, now: datetime) -> None:
    """Mail a key to the draft of an address, else to what it submitted last.

    Whether there is one is told to nobody, and so is the limit of mails.
    """
    found = newest_application_of(email)
    if found is not None:
        with suppress(RuleError):
            send_key(found.contact_email, found.language, now=now, application=found)


@transaction.atomic
def send_key(email: str, language: str, *, now: datetime, application: Application | None = None) -> SentKey:
    """Mail a new link and code; older keys of the same draft die. Raises `RuleError("too_many_keys")` after five an hour."""
    if AccessKey.objects.filter(email__iexact=email, created_at__gt=now - timedelta(hours=1)).count() >= KEYS_PER_HOUR:
        raise RuleError("too_many_keys")
    token, code = secrets.token_urlsafe(BYTES), f"{secrets.randbelow(1_000_000):06d}"
    AccessKey.objects.filter(application=application, email__iexact=email, used_at__isnull=True).update(expires_at=now)
    key = AccessKey.objects.create(
        email=email,
        language=language,
        application=application,
        token_hash=_token_hash(token),
        code_hash=_code_hash(token, code),
        expires_at=now + timedelta(hours=KEY_HOURS),
    )
    post(f"access:{key.pk}", email, access_message(language, token=token, code=code, hours=KEY_HOURS), application)
    return SentKey(token, key)


def key_of(token: str) -> AccessKey:
    """Return the key of a token as it stands. Raises `RuleError("key_unknown")`."""
    key = AccessKey.objects.select_related("application").filter(token_hash=_token_hash(token)).first()
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
        if constant_time_compare(key.code_hash, _code_hash(token, code.strip().replace(" ", ""))):
            return _use(key, now)
        key.attempts += 1
        key.save(update_fields=["attempts"])
        left = MAX_ATTEMPTS - key.attempts
    raise RuleError("code_wrong", left=left)


def _use(key: AccessKey, now: datetime) -> Application:
    application = key.application or newest_draft_of(key.email)
    if application is None:
        application = Application.objects.create(language=key.language, contact_email=key.email, edited_at=now)
        record(application, "draft_begun", APPLICANT, language=key.language)
    key.application, key.used_at = application, now
    key.save(update_fields=["application", "used_at"])
    return application


def _token_hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _code_hash(token: str, code: str) -> str:
    """Six digits are soon guessed: the hash is keyed with the site's secret and the token."""
    return salted_hmac("membership.access", f"{token}:{code}", algorithm="sha256").hexdigest()
