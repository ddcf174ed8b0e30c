"""Reads a delivery status notification (RFC 3464): which message came back, from whom, and why."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string
from email.message import Message
from enum import StrEnum

STATUS_TYPES = ("message/delivery-status", "message/global-delivery-status")
RETURNED_TYPES = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers")
STATUS_CODE = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")
UNPRINTED = re.compile(r"[\x00-\x1f\x7f\s]+")


class Fate(StrEnum):
    """What a notification says of the message (RFC 3464, 2.3.3)."""

    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"
    RELAYED = "relayed"
    EXPANDED = "expanded"


class UnreadableBounce(Exception):
    """What was read is no notification that says enough; `code` is a stable word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Bounce:
    """What became of one message.

    `message_ids` name it, the surest first; `recipients` are the addresses it was for, lower case; `status` is the
    code of RFC 3463, empty where the server gave none.
    """

    fate: Fate
    message_ids: tuple[str, ...]
    recipients: tuple[str, ...]
    status: str
    reason: str


def read_bounce(written: bytes) -> Bounce:
    """Return what a notification says. Raises `UnreadableBounce`, whatever the bytes are."""
    try:
        return _bounce(message_from_bytes(written))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # what the parser makes of nonsense
        raise UnreadableBounce("bounce_not_mail") from None


def _bounce(mail: Message) -> Bounce:
    if not mail.keys():
        raise UnreadableBounce("bounce_not_mail")
    parts = list(mail.walk())
    blocks = [block for part in parts if part.get_content_type() in STATUS_TYPES for block in _blocks(part)]
    if not blocks:
        raise UnreadableBounce("bounce_not_report")
    told = [block for block in blocks if block.get("Action") and block.get("Final-Recipient")]
    if not told:
        raise UnreadableBounce("bounce_incomplete")
    block = next((block for block in told if _fate(block) is Fate.FAILED), told[0])
    return Bounce(
        fate=_fate(block),
        message_ids=tuple(dict.fromkeys(filter(None, _message_ids(mail, parts, blocks)))),
        recipients=tuple(dict.fromkeys(_recipients(block))),
        status=_status(block),
        reason=_field(block, "Diagnostic-Code"),
    )


def _blocks(part: Message) -> Iterator[Message]:
    """Yield the groups of fields of a status part: one of the message, then one of each recipient.

    The parser knows the groups of a plain part; those of an encoded or an international one it leaves as text.
    """
    is_encoded = _field(part, "Content-Transfer-Encoding").lower() == "base64"
    for block in _messages(part):
        yield block
        text = str(block.get_payload() or "")
        text = b64decode(text).decode("utf-8", "replace") if is_encoded else text
        yield from (message_from_string(group) for group in BLANK_LINE.split(text.strip()) if group)


def _fate(block: Message) -> Fate:
    try:
        return Fate(str(block["Action"]).strip().lower())
    except ValueError:
        raise UnreadableBounce("bounce_incomplete") from None


def _recipients(block: Message) -> Iterator[str]:
    """Yield the addresses without their type: `rfc822; a@b.example`, the one that we wrote to first."""
    for name in ("Original-Recipient", "Final-Recipient"):
        address = _field(block, name).rpartition(";")[2].strip().strip("<>").lower()
        if address:
            yield address


def _status(block: Message) -> str:
    for name in ("Status", "Diagnostic-Code"):
        found = STATUS_CODE.search(_field(block, name))
        if found:
            return found[1]
    return ""


def _message_ids(mail: Message, parts: list[Message], blocks: list[Message]) -> Iterator[str]:
    """Yield what may name the message: the returned headers, the envelope, and what the notification answers to."""
    for part in parts:
        if part.get_content_type() in RETURNED_TYPES:
            yield from (_field(returned, "Message-ID") for returned in _returned(part))
    yield from (_field(block, "Original-Envelope-Id") for block in blocks)
    yield _field(mail, "In-Reply-To")
    yield from _field(mail, "References").split()[::-1]


def _returned(part: Message) -> list[Message]:
    if part.is_multipart():
        return _messages(part)
    text = part.get_payload(decode=True)
    return [message_from_bytes(text)] if isinstance(text, bytes) else []


def _messages(part: Message) -> list[Message]:
    return [block for block in part.get_payload() if isinstance(block, Message)]


def _field(block: Message, name: str) -> str:
    """Return a field on one line, empty where there is none; bytes that are no text are shown as such."""
    return UNPRINTED.sub(" ", str(block.get(name, ""))).strip()
