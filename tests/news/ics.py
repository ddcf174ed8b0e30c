"""Reads calendars as strictly as RFC 5545 writes them; whatever is not allowed fails the test."""

import re
from dataclasses import dataclass, field

LINE = re.compile(
    r'(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^";:,\x00-\x1f\x7f]+)*):(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)'
)
ESCAPED = re.compile(r"\\([\\;,n])")
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME"}
VALUES = {
    "VERSION": r"2\.0",
    "PRODID": r".+",
    "CALSCALE": r"GREGORIAN",
    "UID": r"\S+",
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "LAST-MODIFIED": r"\d{8}T\d{6}Z",
    "SEQUENCE": r"\d+",
    "STATUS": r"CONFIRMED|TENTATIVE|CANCELLED",
    "URL": r"https?://[!-~]+",
    "TRANSP": r"TRANSPARENT",
    "TZID": r"UTC",
    "TZOFFSETFROM": r"\+0000",
    "TZOFFSETTO": r"\+0000",
}
REQUIRED = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}


@dataclass
class Component:
    """A component with its properties, each of which it has once, and the components in it."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)


def read(content: bytes) -> Component:
    """Return the calendar of a file."""
    root = Component("")
    open_ones = [root]
    for line in unfolded(content):
        found = LINE.fullmatch(line)
        assert found, line
        name, value = found["name"], found["value"]
        if name == "BEGIN":
            open_ones[-1].parts.append(Component(value))
            open_ones.append(open_ones[-1].parts[-1])
        elif name == "END":
            closed = open_ones.pop()
            assert closed.kind == value
            assert REQUIRED[value] <= closed.values.keys(), value
        else:
            assert name not in open_ones[-1].values, name
            open_ones[-1].values[name] = _value(name, found["parameters"], value)
            open_ones[-1].parameters[name] = found["parameters"].removeprefix(";")
    (calendar,) = root.parts
    assert open_ones == [root]
    assert (calendar.kind, bool(calendar.parts)) == ("VCALENDAR", True)
    return calendar


def events(content: bytes) -> list[Component]:
    return [part for part in read(content).parts if part.kind == "VEVENT"]


def unfolded(content: bytes) -> list[str]:
    """Return the content lines of a file; every piece of them ends with CR and LF and is UTF-8 of its own."""
    *pieces, rest = content.split(b"\r\n")
    assert rest == b""
    lines: list[str] = []
    for piece in pieces:
        assert b"\r" not in piece
        assert b"\n" not in piece
        assert 0 < len(piece) <= 75
        text = piece.decode()
        if text.startswith(" "):
            lines[-1] += text[1:]
        else:
            lines.append(text)
    return lines


def _value(name: str, parameters: str, value: str) -> str:
    if name in TEXTS:
        assert not re.search(r"[\\;,]", ESCAPED.sub("", value)), value
        return ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], value)
    if name in {"DTSTART", "DTEND"}:
        assert re.fullmatch(r"\d{8}" if parameters == ";VALUE=DATE" else r"\d{8}T\d{6}", value), value
    else:
        assert re.fullmatch(VALUES[name], value), value
    return value
