"""Documents of an invented club of gardeners, in four formats; no word of them is the network's."""

from io import BytesIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pages.typesetting.pdf import paper_pdf
from pages.typesetting.richtext import passages_of
from pages.typesetting.values import Note, Paper, Section

TEXT = """Rules of the Garden Club

These rules apply in all gardens, also in Kosovo*.

CHAPTER I – General

Article 1
The club

The club unites garden-
ers who grow roses. It has well-known friends.

Article 2 – Members

2.1 Everybody may join.
2.2 A member gives:
(a) seeds;
(b) water.

ARTICLE III

Every member may vote. See [1] below.

Article 4. Tools
- spade
- rake

Article 5
Every gardener keeps the tools clean and gives them back before the evening comes.

* Without prejudice to the weather.
[1] By hand only.
"""

TURKISH = """BAHÇE KULÜBÜ TÜZÜĞÜ

BİRİNCİ BÖLÜM

MADDE 1 – Kulüp

Kulüp, gül yetiştiren bahçıvanları bir araya getirir.

Madde 2- (1) Herkes üye olabilir.
(2) Üyelik ücretsizdir.

3. madde
Oy hakkı

Her üyenin bir oyu vardır.
"""

MARKDOWN = """# Rules of the Garden Club

These rules apply in *all* gardens.[^*]

## Article 1 – The club

The club unites [gardeners](https://example.org/).

1. roses
2. tulips

## Article 2

Everybody **may** join.[^1]

- seeds
- water

[^1]: By hand only.
[^*]: Without prejudice
    to the weather.
"""

FOOTNOTES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:t>* </w:t></w:r><w:r><w:t>Without prejudice to the weather.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> By hand only.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def word_file() -> bytes:
    """Return a DOCX with headings, a list, a table, bold words, and two footnotes, one of them with a star."""
    document = Document()
    document.add_heading("Rules of the Garden Club", 0)
    first = document.add_paragraph("These rules apply in all gardens, also in Kosovo")
    _reference(first, "1", "*")
    document.add_heading("Article 1 – The club", 1)
    paragraph = document.add_paragraph("The club unites ")
    paragraph.add_run("gardeners").bold = True
    paragraph.add_run(".")
    document.add_heading("Article 2", 1)
    _reference(document.add_paragraph("Everybody may join."), "2", "")
    for words in ("seeds", "water"):
        document.add_paragraph(words, style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Fee", "none"
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        FOOTNOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    stored = BytesIO()
    document.save(stored)
    return stored.getvalue()


def _reference(paragraph, number: str, own_mark: str) -> None:
    run = paragraph.add_run()
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), number)
    if own_mark:
        reference.set(qn("w:customMarkFollows"), "1")
    run._r.append(reference)
    if own_mark:
        run.add_text(own_mark)


def pdf_file(word: str = "Article", lang: str = "en", articles: int = 14) -> bytes:
    """Return a PDF of several pages with contents of its own making: heads, page numbers, a starred footnote."""
    text = (
        "<p>Each garden has a gate<sup>1</sup> and a fence, and whoever comes in closes it.</p><p>(a) by day; (b) by night.</p>"
        * 3
    )
    numbers = range(1, articles + 1)
    sections = [
        Section(f"{word} {number}. Garden {number}", f"art-{number}", passages_of(text, "")) for number in numbers
    ]
    notes = (Note("1", "note-1", passages_of("<p>Of wood.</p>", "")),)
    return paper_pdf(
        Paper(
            lang=lang, title="Rules of the Garden Club", sections=tuple(sections), notes=notes,
            address="https://example.org/rules/", page_word="{page} / {pages}",
        )
    )  # fmt: skip
