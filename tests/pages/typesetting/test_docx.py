"""The letter as DOCX, read back with python-docx."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from pages.typesetting.docx import letter_docx
from pages.typesetting.pdf import letter_pdf
from tests.pages.typesetting.samples import SENTENCES, letter, words_of


def read(content):
    return docx.Document(BytesIO(content))


def test_a_docx_has_the_paragraphs_of_the_pdf():
    values = letter(footnote="* A note.", paragraphs=("Dear colleagues,", "One\nTwo", "Yes *no* #x."))

    paragraphs = [paragraph.text for paragraph in read(letter_docx(values)).paragraphs]

    assert paragraphs == [
        "City of Niš",
        "7 Oktobra Street",
        "Secretariat",
        "B40 Balkan Cities Network",
        "Niš, ……",
        "Letter of intent",
        "Dear colleagues,",
        "One",
        "Two",
        "Yes *no* #x.",
        "Yours sincerely,",
        "……",
        "Mayor",
        "* A note.",
    ]
    assert words_of(letter_pdf(values)) == " ".join(paragraphs)


def test_the_parts_of_a_docx_have_styles():
    styles = [paragraph.style.name for paragraph in read(letter_docx(letter(footnote="* A note."))).paragraphs]

    assert styles == [
        "Sender",
        "Sender",
        "Recipient",
        "Recipient",
        "Place and date",
        "Heading 1",
        "Normal",
        "Normal",
        "Closing and signature",
        "Closing and signature",
        "Closing and signature",
        "Letter footnote",
    ]


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_docx_reads_back_in_every_language(lang):
    content = letter_docx(letter(lang=lang, paragraphs=(SENTENCES[lang],)))

    assert read(content).paragraphs[6].text == SENTENCES[lang]


@pytest.mark.parametrize(("lang", "tag"), [("el", "el-GR"), ("sr-latn", "sr-Latn-RS"), ("cnr", "sr-Latn-ME")])
def test_every_language_in_a_docx_is_the_letters(lang, tag):
    document = read(letter_docx(letter(lang=lang)))

    languages = [element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))]
    assert set(languages) == {tag}
    assert document.core_properties.language == tag


def test_a_docx_names_the_network_only():
    properties = read(letter_docx(letter())).core_properties

    assert properties.author == "B40 Balkan Cities Network"
    assert properties.last_modified_by == "B40 Balkan Cities Network"
    assert properties.title == "Letter of intent"
    assert properties.comments == ""


def test_the_parts_of_a_docx_have_one_date_so_that_equal_letters_are_equal():
    content = letter_docx(letter())

    assert {entry.date_time for entry in ZipFile(BytesIO(content)).infolist()} == {(2026, 1, 1, 0, 0, 0)}
    assert content == letter_docx(letter())


def test_what_xml_cannot_hold_is_dropped():
    content = letter_docx(letter(subject="a\x00\ud800b", paragraphs=("x\x0by\x1b",)))

    assert [paragraph.text for paragraph in read(content).paragraphs][5:8] == ["ab", "x", "y"]


def test_an_empty_letter_has_its_subject():
    empty = letter(sender=(), recipient=(), place_and_date="", paragraphs=(), closing="", signature_lines=())

    assert [paragraph.text for paragraph in read(letter_docx(empty)).paragraphs] == ["Letter of intent"]
