"""Seals the keys of second factors, so that who reads the database, or a copy of it, cannot make their codes."""

from __future__ import annotations

import base64
import secrets

from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac

UNREADABLE_BYTES = 20


def seal(text: str) -> str:
    """Return the text sealed with the secret key of the site."""
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Return the text. What another secret key sealed gives a key that nobody knows, so that no code fits it."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return base64.b32encode(secrets.token_bytes(UNREADABLE_BYTES)).decode()


def _box() -> Fernet:
    key = salted_hmac("b40.access.sealing", "second factor", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
