"""Reads DOCX: paragraphs, headings, lists, tables, footnotes, and what stands in text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from pages.documents.importing.values import FileRefusedError, Form, Paragraph, Source
from pages.typesetting.richtext import Run

MOST_UNPACKED_BYTES = 200_000_000
BROKEN = "The file is not a DOCX that can be read."
BULLET = "bullet"


def read_word(content: bytes) -> Source:
    """Return the paragraphs of a DOCX. Raises `FileRefusedError` for a broken file and one that unpacks to far too much."""
    _look_at_size(content)
    try:
        document = Document(BytesIO(content))
    except Exception as error:  # python-docx lets through whatever its parts raise: KeyError, ValueError, XML errors
        raise FileRefusedError(BROKEN) from error
    marks = _marks(document)
    reader = _Reader(document, marks)
    paragraphs = [*reader.body(document.element.body), *_notes(document, marks, reader)]
    counted = [mark for mark in marks.values() if mark.isdigit()] * 2  # which the file does not write, in text and note
    text = "\n".join([*_raw(document.element.body), *_raw_notes(document), *counted])
    return Source(tuple(paragraph for paragraph in paragraphs if paragraph.text.strip()), text)


def _look_at_size(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except BadZipFile as error:
        raise FileRefusedError(BROKEN) from error
    if size > MOST_UNPACKED_BYTES:
        raise FileRefusedError(f"The file unpacks to more than {MOST_UNPACKED_BYTES // 1_000_000} MB.")


class _Reader:
    """Reads the elements of one document; `marks` are identifier of a footnote → its mark."""

    def __init__(self, document: Any, marks: dict[str, str]) -> None:
        self.document, self.marks = document, marks
        self.numbering = _numbering(document)

    def body(self, parent: Any) -> Iterator[Paragraph]:
        for element in parent.iterchildren():
            if element.tag == qn("w:p"):
                yield self.paragraph(element)
                yield from self._boxes(element)
            elif element.tag == qn("w:tbl"):
                yield from self._rows(element)
            elif element.tag in (qn("w:sdt"), qn("w:sdtContent")):
                yield from self.body(element)

    def paragraph(self, element: Any) -> Paragraph:
        runs = tuple(self._runs(element))
        level = self._heading_level(element)
        if level:
            return Paragraph(runs, Form.HEADING, level)
        form, depth = self._list_of(element)
        return Paragraph(runs, form, depth)

    def _runs(self, element: Any, url: str = "") -> Iterator[Run]:
        for child in element.iterchildren():
            if child.tag == qn("w:hyperlink"):
                target = self.document.part.rels.get(child.get(qn("r:id"), ""))
                yield from self._runs(child, target.target_ref if target is not None else "")
            elif child.tag == qn("w:r"):
                yield from self._run(child, url)
            elif child.tag in (qn("w:ins"), qn("w:smartTag"), qn("w:sdt"), qn("w:sdtContent"), qn("w:fldSimple")):
                yield from self._runs(child, url)

    def _run(self, element: Any, url: str) -> Iterator[Run]:
        form = Run("", bold=_is_on(element, "w:b"), italic=_is_on(element, "w:i"), raised=_is_raised(element), url=url)
        for child in element.iterchildren():
            if child.tag == qn("w:t"):
                yield replace(form, text=child.text or "")
            elif child.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
                yield replace(form, text=" ")
            elif child.tag == qn("w:noBreakHyphen"):
                yield replace(form, text="-")
            elif child.tag == qn("w:footnoteReference") and not child.get(qn("w:customMarkFollows")):
                yield Run(self.marks.get(child.get(qn("w:id")), ""), raised=True)

    def _boxes(self, element: Any) -> Iterator[Paragraph]:
        """Yield what stands in text boxes beside a paragraph; each is in the file twice, for older programs too."""
        for box in element.iter(qn("w:txbxContent")):
            if not any(above.tag.endswith("}Fallback") for above in box.iterancestors()):
                yield from (replace(paragraph, form=Form.ROW) for paragraph in self.body(box))

    def _rows(self, table: Any) -> Iterator[Paragraph]:
        for row in table.iter(qn("w:tr")):
            cells = [" ".join(self.paragraph(p).text for p in cell.iter(qn("w:p"))) for cell in row.iter(qn("w:tc"))]
            yield Paragraph((Run("  ".join(cell.strip() for cell in cells if cell.strip())),), Form.ROW)

    def _heading_level(self, element: Any) -> int:
        style = self._style(element)
        name = style.name.lower() if style is not None and style.name else ""
        if name == "title":
            return 1
        return int(name[-1]) if name.startswith("heading ") and name[-1].isdigit() else 0

    def _list_of(self, element: Any) -> tuple[Form, int]:
        style = self._style(element)
        own = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        given = own if own is not None or style is None else style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if given is None:
            return Form.TEXT, 1
        number, level = given.find(qn("w:numId")), given.find(qn("w:ilvl"))
        depth = int(level.get(qn("w:val"))) if level is not None else 0
        kind = self.numbering.get((number.get(qn("w:val")) if number is not None else "", depth))
        if kind is None:
            return Form.TEXT, 1
        return (Form.ENTRY if kind == BULLET else Form.NUMBERED), depth + 1

    def _style(self, element: Any) -> Any:
        found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if found is None:
            return None
        wanted = found.get(qn("w:val"))
        return next((style for style in self.document.styles if style.style_id == wanted), None)


def _numbering(document: Any) -> dict[tuple[str, int], str]:
    """Return (number of a list, depth) → form of its numbers."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    forms = {
        (abstract.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl")))): level.find(qn("w:numFmt")).get(qn("w:val"))
        for abstract in root.iter(qn("w:abstractNum"))
        for level in abstract.iter(qn("w:lvl"))
        if level.find(qn("w:numFmt")) is not None
    }
    lists = {num.get(qn("w:numId")): num.find(qn("w:abstractNumId")).get(qn("w:val")) for num in root.iter(qn("w:num"))}
    return {
        (number, depth): form
        for number, own in lists.items()
        for (abstract, depth), form in forms.items()
        if abstract == own
    }


def _footnotes(document: Any) -> list[Any]:
    """Return the elements of the footnotes, without those that only draw a line."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            return [note for note in root.iter(qn("w:footnote")) if note.get(qn("w:type")) is None]
    return []


def _marks(document: Any) -> dict[str, str]:
    """Return identifier of a footnote → mark: its own, or the next number in the order of the text."""
    marks: dict[str, str] = {}
    number = 0
    for reference in document.element.body.iter(qn("w:footnoteReference")):
        if reference.get(qn("w:customMarkFollows")):
            following = reference.getparent().findtext(qn("w:t")) or "*"
            marks[reference.get(qn("w:id"))] = following.strip()
        else:
            number += 1
            marks[reference.get(qn("w:id"))] = str(number)
    return marks


def _notes(document: Any, marks: dict[str, str], reader: _Reader) -> Iterator[Paragraph]:
    for note in _footnotes(document):
        mark = marks.get(note.get(qn("w:id")), "")
        runs = [run for paragraph in note.iter(qn("w:p")) for run in (*reader.paragraph(paragraph).runs, Run(" "))]
        if runs and runs[0].text.strip() == mark:
            runs = runs[1:]
        yield Paragraph(tuple(runs[:-1]), Form.NOTE, mark=mark)


def _raw(element: Any) -> Iterator[str]:
    """Yield each text of an element as it stands in the file, once; deleted text is kept under another name there."""
    for text in element.iter(qn("w:t")):
        if not any(above.tag.endswith("}Fallback") for above in text.iterancestors()):
            yield text.text or ""


def _raw_notes(document: Any) -> Iterator[str]:
    for note in _footnotes(document):
        yield "".join(_raw(note))


def _is_on(run: Any, name: str) -> bool:
    found = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return found is not None and found.get(qn("w:val")) not in ("0", "false")


def _is_raised(run: Any) -> bool:
    found = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return found is not None and found.get(qn("w:val")) == "superscript"
