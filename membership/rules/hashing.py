"""SHA-256 over values: the same values give the same hash, wherever and by whomever it is computed."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any


def digest(value: Any) -> str:
    """SHA-256, in hexadecimal, over the canonical JSON: sorted keys, no spaces, UTF-8 (RFC 8785 for these types)."""
    return sha256(canonical(value)).hexdigest()


def canonical(value: Any) -> bytes:
    """Return the one way in which a value of JSON is written down to be hashed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
