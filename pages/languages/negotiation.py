"""Chooses the language of a reader from the header Accept-Language (RFC 9110, 12.5.4; lookup of RFC 4647, 3.4)."""

import re
from collections.abc import Iterator

from pages.languages.table import BY_CODE, CODES, SOURCE, TAG_ALIASES

MAX_HEADER_LENGTH = 1000  # characters; browsers send far fewer than 200

_RANGE = re.compile(
    r"\s*(?P<tag>\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*[qQ]\s*=\s*(?P<q>0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*",
    re.ASCII,
)


def negotiate(header: str) -> str:
    """Return the code of the best language for the header, English if none fits.

    Equal weights keep the reader's order; weight 0 excludes; malformed parts are ignored.
    """
    ranges = sorted(_ranges(_cut(header)), key=lambda pair: -pair[1])
    accepted = [tag for tag, weight in ranges if weight > 0]
    refused = {match(tag) for tag, weight in ranges if weight == 0} - {match(tag) for tag in accepted}
    for tag in accepted:
        code = _any_but(refused) if tag == "*" else match(tag)
        if code is not None:
            return code
    return _any_but(refused) or SOURCE


def match(tag: str) -> str | None:
    """Return the code for a language tag by its longest known beginning: `mk-MK` is Macedonian."""
    subtags = tag.lower().split("-")
    for length in range(len(subtags), 0, -1):
        beginning = "-".join(subtags[:length])
        if beginning in TAG_ALIASES:
            return TAG_ALIASES[beginning]
        if beginning in BY_CODE:
            return beginning
    return None


def _cut(header: str) -> str:
    """Return the whole parts of the header that fit into the length worth reading."""
    if len(header) <= MAX_HEADER_LENGTH:
        return header
    return header[:MAX_HEADER_LENGTH].rpartition(",")[0]


def _ranges(header: str) -> Iterator[tuple[str, float]]:
    for part in header.split(","):
        if found := _RANGE.fullmatch(part):
            yield found["tag"], float(found["q"] or 1)


def _any_but(refused: set[str | None]) -> str | None:
    """Return English, or the first language of the table if the reader refuses English."""
    return next((code for code in (SOURCE, *CODES) if code not in refused), None)
