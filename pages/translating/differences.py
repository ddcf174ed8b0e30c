"""What changed between two texts: paragraph by paragraph, and word by word inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.4  # below this share of common words a paragraph is shown as taken out and put in, not word by word


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, a space apart from the next; `kind` is `same`, `out` (only in the older text) or `in` (only in the newer)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that was changed, taken out or put in."""

    pieces: tuple[Piece, ...]


def changes_between(older: Sequence[str], newer: Sequence[str]) -> list[Change]:
    """Return the paragraphs that differ, in the order of the newer text; paragraphs that stayed are left out."""
    found: list[Change] = []
    matcher = SequenceMatcher(a=older, b=newer, autojunk=False)
    for what, begin, end, new_begin, new_end in matcher.get_opcodes():
        if what != "equal":
            found += _block(older[begin:end], newer[new_begin:new_end])
    return found


def words_changed(older: Sequence[str], newer: Sequence[str]) -> int:
    """Return how many words the changed paragraphs of the newer text have: what there is to translate again."""
    matcher = SequenceMatcher(a=older, b=newer, autojunk=False)
    changed = (newer[begin:end] for what, _, _, begin, end in matcher.get_opcodes() if what != "equal")
    return sum(len(text.split()) for block in changed for text in block)


def _block(older: Sequence[str], newer: Sequence[str]) -> Iterator[Change]:
    """Yield the changes of neighbouring paragraphs, each new one beside the old one at its place."""
    for old, new in zip(older, newer, strict=False):
        yield from _paragraph(old, new)
    for old in older[len(newer) :]:
        yield Change((Piece("out", old),))
    for new in newer[len(older) :]:
        yield Change((Piece("in", new),))


def _paragraph(old: str, new: str) -> Iterator[Change]:
    words, new_words = old.split(), new.split()
    matcher = SequenceMatcher(a=words, b=new_words, autojunk=False)
    if matcher.ratio() < ALIKE:
        yield Change((Piece("out", old),))
        yield Change((Piece("in", new),))
        return
    pieces: list[Piece] = []
    for what, begin, end, new_begin, new_end in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", " ".join(words[begin:end])))
            continue
        if begin < end:
            pieces.append(Piece("out", " ".join(words[begin:end])))
        if new_begin < new_end:
            pieces.append(Piece("in", " ".join(new_words[new_begin:new_end])))
    yield Change(tuple(pieces))
