"""The words that differ between neighbouring languages, and a text with these words exchanged."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = (
    Path(__file__).parent / "differing_words.csv"
)  # a row for each word; with a hyphen at its end it is a stem to which any ending comes
NEIGHBOURS: Mapping[str, tuple[str, ...]] = {  # each with those it learns from, the nearest first
    "bs": ("hr", "cnr", "sr-latn"),
    "hr": ("bs", "cnr", "sr-latn"),
    "cnr": ("sr-latn", "bs", "hr"),
    "sr-latn": ("cnr", "bs", "hr"),
}
TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True, slots=True)
class Adapted:
    """A text in the words of another language; `exchanged` names what was there and what stands now."""

    text: str
    exchanged: tuple[tuple[str, str], ...]


def adapt(html: str, source: str, target: str) -> Adapted:
    """Return a text of one language with the listed words in those of a neighbour; tags stay as they are."""
    table, pattern = _table(source, target)
    exchanged: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        stem, ending = found["stem"] or "", found["ending"] or ""
        word = found["word"] or stem
        key = word.lower() if found["word"] else f"{stem.lower()}-"
        now = _as_written(table[key].removesuffix("-"), word) + ending
        exchanged[found[0]] = now
        return now

    parts = TAG.split(html)
    text = "".join(part if TAG.fullmatch(part) else pattern.sub(other, part) for part in parts)
    return Adapted(text, tuple(exchanged.items()))


@cache
def rows() -> tuple[dict[str, str], ...]:
    """Return the list as it is kept, a column for each language and the meaning in English."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def _table(source: str, target: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return word → word and stem → stem, and what finds them: whole words first, of the stems the longest."""
    pairs = ((row[source], row[target]) for row in rows())
    table = {own: other for own, other in pairs if own and other and own != other}
    words = _any_of(word for word in table if not word.endswith("-"))
    stems = _any_of(stem.removesuffix("-") for stem in table if stem.endswith("-"))
    pattern = rf"(?<!\w)(?:(?P<word>{words})(?!\w)|(?P<stem>{stems})(?P<ending>\w*))"
    return table, re.compile(pattern, re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _as_written(stem: str, like: str) -> str:
    """Return a stem in capitals, with a capital, or in small letters, as another one is written."""
    if like.isupper() and len(like) > 1:
        return stem.upper()
    return stem[0].upper() + stem[1:] if like[0].isupper() else stem
