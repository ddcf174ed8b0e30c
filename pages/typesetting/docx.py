"""Letters and sheets as DOCX, to be finished in a word processor: real styles, language on the styles, always the same bytes."""

from datetime import datetime
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from pages.typesetting.languages import TAGS
from pages.typesetting.letters import composed
from pages.typesetting.values import NETWORK, Letter, Sheet

FONT = "Arial"  # on every machine, with Latin, Greek and Cyrillic
DATE = datetime(2026, 1, 1)  # a date of its own would make two equal letters differ
ZIP_DATE = (2026, 1, 1, 0, 0, 0)
FILE_MODE = 0o600 << 16

# Style: points, bold, space before and after in points.
STYLES = {
    "Sender": (10.5, False, 0, 0),
    "Recipient": (11, False, 0, 0),
    "Place and date": (11, False, 30, 24),
    "Closing and signature": (11, False, 0, 0),
    "Letter footnote": (8.5, False, 30, 0),
}


def letter_docx(letter: Letter) -> bytes:
    """Return the letter as DOCX, A4, in the order of the PDF; one paragraph for each line of each text."""
    document = docx.Document()
    _set_page(document)
    _set_styles(document, TAGS[letter.lang].word)
    _set_properties(document, letter.subject, letter.lang)
    _write(document, letter)
    return _saved(document)


def sheet_docx(sheet: Sheet) -> bytes:
    """Return the sheet as DOCX, A4: title, facts, then each part under its heading, in the order of the PDF."""
    document = docx.Document()
    _set_page(document)
    _set_styles(document, TAGS[sheet.lang].word)
    _set_properties(document, sheet.title, sheet.lang)
    _add(document, (sheet.network, sheet.kicker), "Sender")
    _add(document, (sheet.title,), "Heading 1")
    _add(document, (sheet.lead,), "Normal")
    _add(document, tuple(f"{name}: {value}" for name, value in sheet.facts), "Normal")
    for part in sheet.parts:
        _add(document, (part.title,), "Heading 1", space_before=Pt(18))
        _add(document, (part.lead,), "Normal")
        _add(document, tuple(f"{line.label}: {line.value}" for line in part.lines), "Normal")
    _add(document, (sheet.footnote,), "Letter footnote")
    return _saved(document)


def _saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return _with_fixed_dates(file.getvalue())


def _write(document: Document, letter: Letter) -> None:
    _add(document, letter.sender, "Sender")
    _add(document, letter.recipient, "Recipient", space_before=Pt(36))
    _add(document, (letter.place_and_date,), "Place and date")
    _add(document, (letter.subject,), "Heading 1")
    _add(document, letter.paragraphs, "Normal")
    _add(document, (letter.closing,), "Closing and signature", space_before=Pt(18))
    _add(document, letter.signature_lines, "Closing and signature", space_before=Pt(48))
    _add(document, (letter.footnote,), "Letter footnote")


def _add(document: Document, texts: tuple[str, ...], style: str, *, space_before: Pt | None = None) -> None:
    lines = [line for text in texts for line in composed(text).split("\n") if line.strip()]
    for number, line in enumerate(lines):
        paragraph = document.add_paragraph(line, style)
        if number == 0 and space_before is not None:
            paragraph.paragraph_format.space_before = space_before


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)


def _set_styles(document: Document, tag: str) -> None:
    for default in document.styles.element.iter(qn("w:lang")):
        default.set(qn("w:val"), tag)
    normal = _paragraph_style(document, "Normal")
    _set_style(normal, tag, (11, False, 0, 9))
    normal.paragraph_format.line_spacing = 1.15
    _set_style(_paragraph_style(document, "Heading 1"), tag, (11, True, 0, 14))
    for name, look in STYLES.items():
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
        _set_style(_paragraph_style(document, name), tag, look)
    _paragraph_style(document, "Place and date").paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _paragraph_style(document, "Closing and signature").paragraph_format.keep_with_next = True


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    return cast(ParagraphStyle, document.styles[name])


def _set_style(style: ParagraphStyle, tag: str, look: tuple[float, bool, int, int]) -> None:
    points, bold, before, after = look
    style.font.size, style.font.bold, style.font.color.rgb = Pt(points), bold, RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    _set_font_and_language(style, tag)


def _set_font_and_language(style: ParagraphStyle, tag: str) -> None:
    """Name one font for all scripts, instead of the theme's, and the language of the text."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), tag)
    properties.append(language)


def _set_properties(document: Document, title: str, lang: str) -> None:
    properties = document.core_properties
    properties.title, properties.language = composed(title)[:255], TAGS[lang].word
    properties.author = properties.last_modified_by = NETWORK
    properties.created = properties.modified = DATE
    properties.comments, properties.revision = "", 1


def _with_fixed_dates(content: bytes) -> bytes:
    """Return the ZIP file with the same parts in the same order, all of one date."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = ZipInfo(entry.filename, ZIP_DATE)
            part.compress_type, part.external_attr, part.create_system = ZIP_DEFLATED, FILE_MODE, 3
            target.writestr(part, source.read(entry))
    return file.getvalue()
