"""Reads PDF: the lines of each page from top to bottom, without page numbers and running heads."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect

from pages.documents.importing.headings import article_heading
from pages.documents.importing.lines import paragraphs_of, words
from pages.documents.importing.values import FileRefusedError, Source
from pages.typesetting.richtext import Run

RAISED_BELOW = 0.85  # of the line's largest letters
EDGE_LINES = 2  # at the top and at the foot of a page, where heads and numbers stand
SHORT_LINE = 0.88  # of the widest line: a sentence that ends before is the last of its paragraph
SENTENCE_ENDS = (".", ";", ":", "?", "!")
PARAGRAPH_GAP = 1.45  # of the usual distance between lines
NUMBER_ONLY = re.compile(
    r"[^\w]*(?:\w+\s+)?\d{1,4}(?:\s*(?:/|of|von|από|от|од|din|nga|od)\s*\d{1,4})?[^\w]*", re.IGNORECASE
)

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it tells of every odd font


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page; in points, `top` from the foot of the page and `right` from its left edge."""

    runs: tuple[Run, ...]
    top: float
    height: float
    right: float


def read_pdf(content: bytes) -> Source:
    """Return the paragraphs of a PDF. Raises `FileRefusedError` for a broken, a locked or a scanned file."""
    try:
        pages = [_lines(page) for page in extract_pages(BytesIO(content), laparams=LAParams(boxes_flow=None))]
    except PDFPasswordIncorrect as error:
        raise FileRefusedError("The PDF is locked with a password.") from error
    except Exception as error:  # pdfminer lets through whatever a broken file makes it stumble over
        raise FileRefusedError("The file is not a PDF that can be read.") from error
    if not any(words(line.runs) for page in pages for line in page):
        raise FileRefusedError("The PDF holds pictures of pages only; there is no text in it.")
    repeated = _repeated(pages)
    left_out = tuple(words(line.runs) for page in pages for line in page if _is_edge(line, page, repeated))
    kept = [[line for line in page if not _is_edge(line, page, repeated)] for page in pages]
    lines = list(_with_gaps(kept))
    return Source(tuple(paragraphs_of(lines)), "\n".join(words(line) for line in lines), left_out)


def _lines(page: Any) -> list[PageLine]:
    found = [line for box in page if isinstance(box, LTTextContainer) for line in box if isinstance(line, LTTextLine)]
    ordered = sorted(found, key=lambda line: (-round(line.y0), line.x0))
    return _side_by_side(
        [PageLine(_runs(line), line.y1, line.height, line.x1) for line in ordered if line.get_text().strip()]
    )


def _side_by_side(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines with those of the same height on the page as one: a number apart from its text."""
    joined: list[PageLine] = []
    for line in lines:
        if joined and abs(joined[-1].top - line.top) < line.height * 0.3:
            joined[-1] = replace(joined[-1], runs=(*joined[-1].runs, Run(" "), *line.runs), right=line.right)
        else:
            joined.append(line)
    return joined


def _runs(line: LTTextLine) -> tuple[Run, ...]:
    letters = [letter for letter in line if isinstance(letter, LTChar)]
    largest = max((letter.size for letter in letters), default=0)
    runs: list[Run] = []
    for letter in line:
        text = letter.get_text().replace("\n", "")
        form = runs[-1] if runs else Run("")
        if isinstance(letter, LTChar):
            name = letter.fontname.lower()
            form = Run(
                "",
                bold="bold" in name,
                italic="italic" in name or "oblique" in name,
                raised=_is_raised(letter, largest, line),
            )
        if runs and replace(runs[-1], text="") == replace(form, text=""):
            runs[-1] = replace(runs[-1], text=runs[-1].text + text)
        elif text:
            runs.append(replace(form, text=text))
    return tuple(runs)


def _is_raised(letter: LTChar, largest: float, line: LTTextLine) -> bool:
    return letter.size < largest * RAISED_BELOW and letter.y0 > line.y0 + line.height * 0.25


def _repeated(pages: Sequence[Sequence[PageLine]]) -> frozenset[tuple[str, int]]:
    """Return text and height of what stands at the edge of all pages but one, whatever number is in it.

    Left and right pages may differ where a number is in it, which is that of the page.
    """
    found = Counter(place for page in pages for place in {_place(line) for line in _edge(page)})
    most, half = max(2, len(pages) - 1), max(2, len(pages) // 2)
    return frozenset(place for place, times in found.items() if times >= (half if "0" in place[0] else most))


def _edge(page: Sequence[PageLine]) -> Sequence[PageLine]:
    return [*page[:EDGE_LINES], *page[max(EDGE_LINES, len(page) - EDGE_LINES) :]]


def _is_edge(line: PageLine, page: Sequence[PageLine], repeated: frozenset[tuple[str, int]]) -> bool:
    text = words(line.runs)
    if article_heading(text) or not any(line is other for other in _edge(page)):
        return False
    is_outermost = line is page[-1] or line is page[0]
    return _place(line) in repeated or (is_outermost and bool(NUMBER_ONLY.fullmatch(text)) and len(text) < 20)


def _place(line: PageLine) -> tuple[str, int]:
    return _shape(words(line.runs)), round(line.top)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split()))


def _with_gaps(pages: Iterable[Sequence[PageLine]]) -> Iterator[tuple[Run, ...]]:
    """Yield the lines with an empty one where a paragraph ends: by the distance, or by a sentence that ends early in its line."""
    pages = list(pages)
    steps = [above.top - below.top for page in pages for above, below in pairwise(page)]
    usual = median(steps) if steps else 0
    widest = max((line.right for page in pages for line in page), default=0)
    for page in pages:
        for place, line in enumerate(page):
            if place and page[place - 1].top - line.top > usual * PARAGRAPH_GAP:
                yield ()
            yield line.runs
            if line.right < widest * SHORT_LINE and words(line.runs).endswith(SENTENCE_ENDS):
                yield ()
