"""Looks at a file: what it is by its content, not by its name, and whether it can be kept."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import puremagic

from membership.inspection.names import display_name
from membership.inspection.pdf import inspect_pdf
from membership.inspection.pictures import inspect_picture
from membership.inspection.values import CheckedFile, Fault, RefusedFile

MOST_BYTES = 10 * 1024 * 1024
TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
BEGINNINGS = {"pdf": b"%PDF-", "jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}


def inspect(content: bytes, name: str) -> CheckedFile:
    """Return the file with its type by content and a name fit to be shown. Exactly `MOST_BYTES` are taken.

    Raises `RefusedFile` with the first fault that is found.
    """
    if not content:
        raise RefusedFile(Fault.EMPTY)
    if len(content) > MOST_BYTES:
        raise RefusedFile(Fault.TOO_LARGE)
    extension = _type_of(content)
    if extension == "pdf":
        inspect_pdf(content)
    else:
        inspect_picture(content, extension)
    return CheckedFile(
        content=content,
        display_name=display_name(name),
        content_type=TYPES[extension],
        extension=extension,
        sha256=sha256(content).hexdigest(),
    )


def _type_of(content: bytes) -> str:
    """Return the extension that the content deserves: its first bytes and the library must agree."""
    extension = next((name for name, begin in BEGINNINGS.items() if content.startswith(begin)), None)
    if extension is None or TYPES[extension] not in _known_types(content):
        raise RefusedFile(Fault.WRONG_TYPE)
    return extension


def _known_types(content: bytes) -> set[Any]:
    try:
        return {found.mime_type for found in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        return set()
