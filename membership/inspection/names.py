"""Makes the name that a file was sent under fit to be shown; nothing is ever stored under it."""

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 200
LONGEST_ENDING = 10  # ".jpeg" and the like; what is longer behind a dot belongs to the sentence before it
NAMELESS = "file"
# Line breaks and other controls, halves of characters, which no database stores, and the marks that let "fdp.exe" be
# read as "exe.pdf"; letters of every script stay.
NOT_SHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def display_name(name: str) -> str:
    """Return the name without folders and without marks that deceive, in NFC, in at most 200 characters.

    The ending outlives the cut. A name of which nothing is left becomes "file".
    """
    shown = NOT_SHOWN.sub("", re.split(r"[/\\]", name)[-1])
    shown = unicodedata.normalize("NFC", shown).strip()
    return _cut(shown) if shown.strip(".") else NAMELESS


def _cut(name: str) -> str:
    if len(name) <= MOST_CHARACTERS:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return name[:MOST_CHARACTERS]
    return stem[: MOST_CHARACTERS - len(ending) - 1] + dot + ending
