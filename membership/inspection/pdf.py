"""Inspects a PDF: whole, open to all, of one kind, and without anything that acts."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path

from membership.inspection.archives import holds_zip
from membership.inspection.values import Fault, RefusedFile

END = b"%%EOF"
MOST_BEHIND = 4096  # bytes; signing services and scanners write a little behind the end
PADDING = b"\x00\t\n\f\r "
OBJECT = re.compile(rb"\d\s{1,9}\d{1,5}\s{1,9}obj\b")
LOCKED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")  # stands in the trailer, which is never compressed itself
READER = Path(__file__).with_name("reader.py")
WALL_SECONDS = 15
FINE = "fine"

logger = logging.getLogger(__name__)


def inspect_pdf(content: bytes, *, wall_seconds: float = WALL_SECONDS) -> None:
    """Raise `RefusedFile` for a PDF that cannot be kept. Reading it may take `wall_seconds`."""
    if LOCKED.search(content):
        raise RefusedFile(Fault.PROTECTED)
    _require_end(content)
    if holds_zip(content):
        raise RefusedFile(Fault.TWO_KINDS)
    word = _read_apart(content, wall_seconds)
    if word != FINE:
        raise RefusedFile(Fault(word) if word in set(Fault) else Fault.BROKEN)


def _require_end(content: bytes) -> None:
    """An object behind the last end mark is the beginning of a part that did not arrive."""
    end = content.rfind(END)
    behind = content[end + len(END) :].strip(PADDING)
    if end < 0 or OBJECT.search(behind):
        raise RefusedFile(Fault.CUT_OFF)
    if len(behind) > MOST_BEHIND:
        raise RefusedFile(Fault.TWO_KINDS)


def _read_apart(content: bytes, wall_seconds: float) -> str:
    """Return the word of the reader, which runs in a process of its own: some kilobytes can unpack to gigabytes.

    The process gets no environment, and so none of our secrets. Nothing comes back when it died or was too slow.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our interpreter and our script
            [sys.executable, "-I", str(READER)],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=wall_seconds,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    if done.returncode:
        logger.info("a PDF could not be read: the reader ended with %s", done.returncode)
        return ""
    return done.stdout.decode("ascii", "replace").strip()
