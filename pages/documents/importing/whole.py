"""Compares what was recognised with what stands in the file: white space, signs of lists and hyphens at line ends aside."""

from __future__ import annotations

import re
from collections import Counter

from pages.documents.importing.notes import SMALL
from pages.documents.importing.values import Recognised, Source

# Signs of lists and hyphens that part words may go; everything else has to be there, as often as in the file.
_PASSING = re.compile(
    r"[\s•◦▪■●‣·–—*\[\]^\-\N{SOFT HYPHEN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}]+"
)


def is_whole(source: Source, document: Recognised) -> bool:
    """Tell whether the document has every letter, digit and sign of its source, and no other.

    Footnotes stand at the end of a document, wherever they stood in the file, so letters are counted and not compared
    one after the other; the order of the rest is that of the file by the way it is read.
    """
    return letters(source.text) == letters(text_of(document))


def text_of(document: Recognised) -> str:
    """Return the whole text of a document, headings and marks of footnotes included."""
    pieces = [
        text
        for piece in document.pieces
        for text in (piece.heading, *(paragraph.text for paragraph in piece.paragraphs))
    ]
    notes = [f"{note.mark} {''.join(run.text for run in note.runs)}" for note in document.notes]
    return "\n".join([document.title, *pieces, *notes])


def words_in(text: str) -> int:
    """Return how many words a text has; what holds no letter and no digit is none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def letters(text: str) -> Counter[str]:
    return Counter(_PASSING.sub("", text.translate(SMALL)))
