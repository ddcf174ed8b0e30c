"""Finds footnotes, and the places in the text that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pages.documents.blocks import note_anchor
from pages.documents.importing.values import Form, Note, Paragraph
from pages.typesetting.richtext import Run

SMALL = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
WRITTEN = re.compile(r"\s*(?:(?P<star>\*{1,3})|(?P<small>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)|\[(?P<number>\d{1,2})\])\s*(?=\S)")
REFERENCE = re.compile(
    r"\[\^(?P<named>[^\]\s]{1,4})\]|(?P<small>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)|\[(?P<number>\d{1,2})\]|(?<=\w)(?P<star>\*{1,3})"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """The paragraphs without the footnotes, the footnotes, and those of them to which no place refers."""

    texts: Sequence[Paragraph]
    notes: Sequence[Note]
    without_place: Sequence[Note]


def notes_among(paragraphs: Sequence[Paragraph]) -> Marked:
    """Return text and footnotes apart.

    A paragraph that begins with a star is a footnote where a word in the text bears one; one that begins with a raised
    or bracketed number, where the text refers to that number.
    """
    named = set(_references(paragraphs))
    texts, notes = [], []
    for place, paragraph in enumerate(paragraphs):
        is_lonely = not any(
            _is_starred_entry(other)
            for other in (*paragraphs[max(0, place - 1) : place], *paragraphs[place + 1 : place + 2])
        )
        note = _note(paragraph, named, is_lonely=is_lonely)
        if note:
            notes.append(note)
        else:
            texts.append(paragraph)
    return Marked(texts, notes, [note for note in notes if note.mark not in set(_references(texts))])


def linked(found: Marked) -> list[Paragraph]:
    """Return the text with a link from each mark to its footnote."""
    marks = {note.mark for note in found.notes}
    return [replace(text, runs=tuple(_with_links(text.runs, marks))) for text in found.texts]


def _references(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.form == Form.NOTE:
            continue
        start = found.end() if (found := WRITTEN.match(paragraph.text)) else 0
        for reference in REFERENCE.finditer(paragraph.text, start):
            yield _mark(reference)
        begins = True
        for run in paragraph.runs:
            if run.raised and not begins and run.text.strip():
                yield run.text.strip()
            begins = begins and not run.text.strip()


def _mark(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return (
        groups.get("named")
        or groups.get("star")
        or groups.get("number")
        or (groups.get("small") or "").translate(SMALL)
    )


def _is_starred_entry(paragraph: Paragraph) -> bool:
    return paragraph.form == Form.ENTRY and paragraph.mark == "*"


def _note(paragraph: Paragraph, named: set[str], *, is_lonely: bool) -> Note | None:
    """Return the footnote that a paragraph is; one with a star among others with stars is an entry of a list."""
    if paragraph.form == Form.NOTE or (_is_starred_entry(paragraph) and is_lonely and "*" in named):
        return Note(paragraph.mark or "*", paragraph.runs)
    if paragraph.form != Form.TEXT or not paragraph.runs:
        return None
    first = paragraph.runs[0]
    if first.raised and first.text.strip() in named:
        return Note(first.text.strip(), _stripped(paragraph.runs[1:]))
    found = WRITTEN.match(paragraph.text)
    if found and found.end() <= len(first.text) and _mark(found) in named:
        return Note(_mark(found), _stripped((replace(first, text=first.text[found.end() :]), *paragraph.runs[1:])))
    return None


def _with_links(runs: Sequence[Run], marks: set[str]) -> Iterator[Run]:
    for run in runs:
        if run.raised and run.text.strip() in marks:
            yield replace(run, url=f"#{note_anchor(run.text.strip())}")
            continue
        place = 0
        for found in REFERENCE.finditer(run.text):
            mark = _mark(found)
            if mark in marks and not run.url:
                yield replace(run, text=run.text[place : found.start()])
                yield replace(run, text=mark, raised="*" not in mark, url=f"#{note_anchor(mark)}")
                place = found.end()
        yield replace(run, text=run.text[place:])


def _stripped(runs: Sequence[Run]) -> tuple[Run, ...]:
    kept = [run for run in runs if run.text]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    return tuple(kept)
