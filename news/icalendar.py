"""Writes calendars (RFC 5545): lines of at most 75 octets, ended by CR and LF, with escaped texts."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from pages.characters import without_controls

CONTENT_TYPE = "text/calendar; charset=utf-8"
MAX_OCTETS = 75
# A calendar has at least one component (section 3.6); without any event it is this one, which says nothing.
NO_EVENT = [
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
]


def calendar(head: Iterable[str], events: Iterable[Iterable[str]]) -> bytes:
    """Return the file from content lines, those of the calendar itself and those of each event."""
    lines = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", *head, *(lines or NO_EVENT), "END:VCALENDAR"]
    return "".join(f"{fold(line)}\r\n" for line in whole).encode()


def text(value: str) -> str:
    """Return a text as a value: its line ends and the characters with a meaning of their own escaped (section 3.3.11)."""
    value = without_controls(value).replace("\r\n", "\n").replace("\r", "\n")
    for character, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(character, escaped)
    return value


def day(value: date) -> str:
    return value.isoformat().replace("-", "")


def moment(value: datetime) -> str:
    """Return a moment in UTC."""
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def fold(line: str) -> str:
    """Break a line into pieces of at most 75 octets, never inside a character (section 3.1)."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > MAX_OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += width
    return "\r\n".join([*pieces, piece])
