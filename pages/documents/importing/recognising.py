"""Recognises the articles, parts and footnotes among the paragraphs of a file; nothing is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pages.documents.importing.headings import (
    ArticleHeading,
    article_heading,
    has_marker,
    is_title,
    numbered_heading,
    part_heading,
)
from pages.documents.importing.notes import Marked, linked, notes_among
from pages.documents.importing.values import Form, Paragraph, Piece, Recognised, plain
from pages.typesetting.richtext import Run

OUTSIDE, ARTICLE, PART, HEADING = "paragraph", "article", "part", "heading"


def recognised(paragraphs: Sequence[Paragraph]) -> Recognised:
    """Return the document that paragraphs make."""
    found = notes_among(paragraphs)
    texts = linked(found)
    reader = _Reader(by_number=not any(article_heading(paragraph.text.strip()) for paragraph in texts))
    for place, paragraph in enumerate(texts):
        reader.take(paragraph, texts[place + 1] if place + 1 < len(texts) else None)
    return Recognised(reader.title, reader.pieces, found.notes, [*reader.unplaced, *_lost_marks(found)])


class _Reader:
    """Takes the paragraphs one by one; `by_number` says that the document has parts such as “5. Fields” and no articles."""

    def __init__(self, *, by_number: bool) -> None:
        self.by_number = by_number
        self.title = ""
        self.pieces: list[Piece] = []
        self.unplaced: list[str] = []
        self._is_taken = False

    def take(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        if self._is_taken:  # as the title of the article before it
            self._is_taken = False
            return
        text = " ".join(paragraph.text.split())
        heading = self._article(text, paragraph)
        if heading:
            self._begin(heading, text, paragraph, following)
        elif part_heading(text) and paragraph.form in (Form.TEXT, Form.HEADING):
            self.pieces.append(Piece(PART, title=text, heading=text))
        elif paragraph.form == Form.HEADING:
            self._heading(text)
        else:
            self._add(paragraph, text)

    def _article(self, text: str, paragraph: Paragraph) -> ArticleHeading | None:
        if paragraph.form not in (Form.TEXT, Form.HEADING):
            return None
        if not self.by_number:
            return article_heading(text)
        found = numbered_heading(text)
        return found if found and int(found.number) == self._articles + 1 else None

    @property
    def _articles(self) -> int:
        return sum(piece.kind == ARTICLE for piece in self.pieces)

    def _begin(self, found: ArticleHeading, text: str, paragraph: Paragraph, following: Paragraph | None) -> None:
        if any(piece.number == found.number for piece in self.pieces):
            self.unplaced.append(f"A second article {found.number}: {text}")
            self._add(paragraph, text)
            return
        head = text.removesuffix(found.text).rstrip() if found.text else text
        piece = Piece(ARTICLE, found.number, found.title, head)
        if found.text:
            piece.paragraphs.append(_end_of(paragraph, found.text))
        elif not found.title and following and self._is_title(following):
            piece.title = " ".join(following.text.split())
            piece.heading = f"{head} {piece.title}"
            self._is_taken = True
        self.pieces.append(piece)

    def _is_title(self, paragraph: Paragraph) -> bool:
        text = "".join(run.text for run in paragraph.runs if not run.url.startswith("#")).strip()
        is_plain = paragraph.form == Form.HEADING or (paragraph.form == Form.TEXT and len(text) <= 80)
        return is_plain and is_title(text) and not article_heading(text) and not part_heading(text)

    def _heading(self, text: str) -> None:
        if not self.pieces and not self.title:
            self.title = text
        else:
            self.pieces.append(Piece(HEADING, title=text, heading=text))

    def _add(self, paragraph: Paragraph, text: str) -> None:
        if paragraph.form == Form.ROW:
            self.unplaced.append(f"From a table or a text box: {text}")
        if (
            not self.pieces
            and not self.title
            and paragraph.form == Form.TEXT
            and is_title(text)
            and not has_marker(text)
        ):
            self.title = text
            return
        if not self.pieces or self.pieces[-1].kind in (PART, HEADING):
            self.pieces.append(Piece(OUTSIDE))
        self.pieces[-1].paragraphs.append(paragraph)


def _end_of(paragraph: Paragraph, text: str) -> Paragraph:
    """Return what follows a heading in the same paragraph, with its form."""
    left = len(paragraph.text.rstrip()) - len(text)
    runs: list[Run] = []
    for run in paragraph.runs:
        runs += plain(run.text[left:]) if left > 0 else (run,)
        left = max(0, left - len(run.text))
    kept = tuple(run for run in runs if run.text)
    return Paragraph(kept if "".join(run.text for run in kept).split() == text.split() else plain(text))


def _lost_marks(found: Marked) -> list[str]:
    counted = Counter(note.mark for note in found.notes)
    doubled = [f"More than one footnote has the mark {mark}" for mark, times in counted.items() if times > 1]
    return [
        *doubled,
        *(f"No place in the text has the mark of the footnote {note.mark}" for note in found.without_place),
    ]
