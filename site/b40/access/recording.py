"""Writes to the record who got in and who did not: by the key of the account, without names and addresses."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

from membership.services.record import actor_key, record


@receiver(user_logged_in)
def logged_in(user: User, **_rest: Any) -> None:
    record(None, "logged_in", actor_key(user))


@receiver(user_login_failed)
def password_failed(credentials: dict[str, Any], **_rest: Any) -> None:
    """Record a wrong password of an account that exists; what else was typed is kept nowhere, it may be a password."""
    name = str(credentials.get("username") or "")
    user = get_user_model().objects.filter(username__iexact=name).first() if name else None
    if user:
        record(None, "login_failed", actor_key(user))


@receiver(signals.authentication_failed)
def code_failed(user: User, **_rest: Any) -> None:
    record(None, "login_failed", actor_key(user))


@receiver(signals.authenticator_added)
def second_factor_set(user: User, authenticator: Authenticator, **_rest: Any) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        record(None, "second_factor_set", actor_key(user), user=actor_key(user))


@receiver(signals.authenticator_removed)
def second_factor_removed(user: User, authenticator: Authenticator, **_rest: Any) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        record(None, "second_factor_removed", actor_key(user), user=actor_key(user), reason="–")
