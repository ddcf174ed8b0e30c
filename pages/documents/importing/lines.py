"""Makes paragraphs of lines: joins what belongs together, and words that were parted at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pages.documents.importing.headings import article_heading, has_marker, is_title, part_heading
from pages.documents.importing.values import Form, Paragraph
from pages.typesetting.richtext import Run

BULLET = re.compile(r"\s*(?P<sign>[•◦▪■●‣·*–—-])\s+(?=\S)")
PARTED = re.compile(r"[^\W\d_][-\N{SOFT HYPHEN}\N{HYPHEN}]$")
NOTE = re.compile(r"(?:\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,2}\])\s*\S")

Line = tuple[Run, ...]


def paragraphs_of(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs of lines; an empty line ends one, and so does the beginning of an article or an entry."""
    block: list[Line] = []
    for line in lines:
        text = words(line)
        if not text:
            yield from _closed(block)
            block = []
        elif block and _begins(text, block):
            yield from _closed(block)
            block = [line]
        else:
            block.append(line)
    yield from _closed(block)


def words(line: Line) -> str:
    return "".join(run.text for run in line).strip()


def _begins(text: str, block: list[Line]) -> bool:
    """Tell whether a line begins a paragraph although no empty line stands before it."""
    before = words(block[-1])
    alone = len(block) == 1 and (article_heading(before) or part_heading(before))
    return bool(
        (alone and is_title(before))
        or article_heading(text)
        or has_marker(text)
        or BULLET.match(text)
        or NOTE.match(text)
    )


def _closed(block: list[Line]) -> Iterator[Paragraph]:
    if not block:
        return
    runs = joined(block)
    found = BULLET.match("".join(run.text for run in runs))
    if found:
        yield Paragraph(_without(runs, found.end()), Form.ENTRY, mark=found["sign"])
    else:
        yield Paragraph(runs)


def joined(block: list[Line]) -> Line:
    """Return lines as one, with a space between; a word parted by a hyphen before a small letter becomes whole."""
    whole: list[Run] = []
    for line in block:
        text = words(line)
        if whole and PARTED.search(whole[-1].text.rstrip()) and text[:1].islower():
            whole[-1] = replace(whole[-1], text=whole[-1].text.rstrip()[:-1])
        elif whole:
            whole[-1] = replace(whole[-1], text=whole[-1].text.rstrip() + " ")
        whole += _stripped(line)
    return tuple(whole)


def _stripped(line: Line) -> Line:
    runs = [run for run in line if run.text]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)


def _without(runs: Line, letters: int) -> Line:
    """Return the runs without their first letters."""
    left = []
    for run in runs:
        left.append(replace(run, text=run.text[letters:]))
        letters = max(0, letters - len(run.text))
    return tuple(run for run in left if run.text)
