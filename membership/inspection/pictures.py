"""Inspects a JPG or PNG: whole, of one kind, and of a size that can be shown."""

from __future__ import annotations

import re
from io import BytesIO

from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from membership.inspection.archives import holds_zip
from membership.inspection.values import Fault, RefusedFile

MOST_PIXELS = 150_000_000
LONGEST_SIDE = 30_000  # pixels
MOST_PIXELS_READ = 50_000_000  # of a larger one only the frame is read: its pixels could cost half a gigabyte
MOST_SCANS = 40  # a progressive JPEG has about ten; each costs as much time as a whole picture, and few bytes
PDF_WITHIN = 1024  # bytes; where readers of PDF look for its beginning
PROGRAM = re.compile(rb"<\?php|<script", re.IGNORECASE)
MARKER = re.compile(rb"\xff([\xc0-\xcf\xd9-\xfe])")  # but not stuffed bytes and restarts (ITU-T T.81, table B.1)
END_OF_IMAGE, START_OF_SCAN = 0xD9, 0xDA


def inspect_picture(content: bytes, extension: str) -> None:
    """Raise `RefusedFile` for a picture that cannot be kept. The limits themselves are taken."""
    if b"%PDF-" in content[:PDF_WITHIN] or PROGRAM.search(content) or holds_zip(content):
        raise RefusedFile(Fault.TWO_KINDS)
    try:
        if extension == "png":
            _read_png(content)
        else:
            _read_jpg(content)
    except (OSError, SyntaxError, ValueError) as error:
        raise RefusedFile(Fault.CUT_OFF) from error


def _read_png(content: bytes) -> None:
    """Read the checksums of all parts and unpack nothing."""
    with PngImageFile(BytesIO(content)) as picture:
        _require_size(picture.width, picture.height)
        picture.verify()


def _read_jpg(content: bytes) -> None:
    """Read the picture at an eighth of its size; what cameras write behind the end is no fault."""
    with JpegImageFile(BytesIO(content)) as picture:
        pixels = _require_size(picture.width, picture.height)
        scans, is_ended = _frame_of(content)
        if scans > MOST_SCANS:
            raise RefusedFile(Fault.BROKEN)
        if pixels <= MOST_PIXELS_READ:
            picture.draft("L", (1, 1))
            picture.load()
        elif not is_ended:
            raise RefusedFile(Fault.CUT_OFF)


def _require_size(width: int, height: int) -> int:
    """Return the number of pixels."""
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise RefusedFile(Fault.TOO_MANY_PIXELS)
    return width * height


def _frame_of(content: bytes) -> tuple[int, bool]:
    """Return how many scans a JPEG has, and whether its end mark is there. A preview in its head is not looked at."""
    scans, place = 0, 2
    while found := MARKER.search(content, place):
        if found[1][0] == END_OF_IMAGE:
            return scans, True
        scans += found[1][0] == START_OF_SCAN
        place = found.end() + int.from_bytes(content[found.end() : found.end() + 2], "big")
    return scans, False
