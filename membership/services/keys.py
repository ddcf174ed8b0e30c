"""Links and codes that are mailed: drawn at random, kept as hashes only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256

from django.utils.crypto import constant_time_compare, salted_hmac

BYTES = 24
MAX_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Drawn:
    """A token for a link and a code of six digits."""

    token: str
    code: str

    @property
    def token_hash(self) -> str:
        return token_hash(self.token)

    @property
    def code_hash(self) -> str:
        return code_hash(self.token, self.code)


def draw() -> Drawn:
    return Drawn(secrets.token_urlsafe(BYTES), f"{secrets.randbelow(1_000_000):06d}")


def token_hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def code_hash(token: str, code: str) -> str:
    """Six digits are soon guessed: the hash is keyed with the site's secret and the token."""
    return salted_hmac("membership.access", f"{token}:{code}", algorithm="sha256").hexdigest()


def is_code(stored: str, token: str, code: str) -> bool:
    return constant_time_compare(stored, code_hash(token, "".join(code.split())))
