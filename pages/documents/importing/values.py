"""What readers find in a file, and what is recognised in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pages.typesetting.richtext import Run


class FileRefusedError(ValueError):
    """The file cannot be taken; the message is one sentence for whoever runs the command."""


class Form(StrEnum):
    """What a paragraph is in the file."""

    TEXT = "text"
    HEADING = "heading"
    ENTRY = "entry"  # of a list with signs
    NUMBERED = "numbered"  # of a list whose numbers the file counts itself
    ROW = "row"  # of a table
    NOTE = "note"  # a footnote that the file itself knows as one


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the file; `level` is that of a heading, or the depth of an entry, from 1. `mark` is that of a note."""

    runs: tuple[Run, ...]
    form: Form = Form.TEXT
    level: int = 1
    mark: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read. `left_out` are page numbers and running heads, which are no part of the text."""

    paragraphs: tuple[Paragraph, ...]
    text: str
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class Piece:
    """Part of the document: an article, a heading above several, a heading, or text outside the articles.

    `heading` is what stands in the file, of which number and title are taken.
    """

    kind: str
    number: str = ""
    title: str = ""
    heading: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with its mark."""

    mark: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """The document; `unplaced` tells in words what was kept, but not understood."""

    title: str
    pieces: Sequence[Piece]
    notes: Sequence[Note]
    unplaced: Sequence[str]


def plain(text: str) -> tuple[Run, ...]:
    """Return text without form as runs."""
    return (Run(text),) if text else ()


def squeezed(text: str) -> str:
    """Return a text without its white space, for comparison."""
    return "".join(text.split())
