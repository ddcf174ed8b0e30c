"""The codes of an authenticator app (RFC 6238), reckoned without the library that checks them."""

import base64
import hashlib
import hmac
import struct
import time

PERIOD_SECONDS = 30


def code_of(secret: str, *, step: int = 0) -> str:
    """Return the six digits that an app shows now, or so many half minutes later."""
    counter = int(time.time()) // PERIOD_SECONDS + step
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", counter), hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
