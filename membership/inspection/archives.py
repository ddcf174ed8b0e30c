"""Finds a ZIP archive in a file of another kind: behind it, where unpackers look, or amid it."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import is_zipfile

END_RECORD = re.compile(rb"PK\x05\x06(?=[\x00-\xff]{18})")  # "End of central directory record", APPNOTE.TXT 4.3.16
DIRECTORY = b"PK\x01\x02"


def holds_zip(content: bytes) -> bool:
    """Whether an unpacker could take the content, or a piece of it, for a ZIP archive."""
    return is_zipfile(BytesIO(content)) or any(
        _has_directory(content, found.start()) for found in END_RECORD.finditer(content)
    )


def _has_directory(content: bytes, end_record: int) -> bool:
    """Whether a directory stands before the end record; four letters alone come about by chance in a large picture."""
    # Twelve bytes on stands how long the directory is, which ends where this record begins.
    size = int.from_bytes(content[end_record + 12 : end_record + 16], "little")
    begin = end_record - size
    return begin >= 0 and content.startswith(DIRECTORY, begin)
