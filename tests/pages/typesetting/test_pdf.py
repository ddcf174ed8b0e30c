"""Sheets and letters as PDF: what stands in them, and that they are accessible, stable and safe."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pages.typesetting.pdf import DYES, letter_pdf, sheet_pdf
from pages.typesetting.values import Line, Part
from tests.pages.typesetting.samples import HASH, SENTENCES, letter, opened, right_edges, sheet, words_of

TEXT_EDGE = (210 - 25) * 72 / 25.4 + 2  # points; a dash may hang over a little
TOKENS = Path("static/css/tokens.css")


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_sheet_reads_back_in_every_language(lang):
    sentence = SENTENCES[lang]

    words = words_of(
        sheet_pdf(
            sheet(lang=lang, title=sentence, network="B40", parts=(Part(sentence, lines=(Line(sentence, sentence),)),))
        )
    )

    assert words == f"B40 {sentence} {sentence} {sentence} {sentence} Page 1 of 1"


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_letter_reads_back_in_every_language(lang):
    sentence = SENTENCES[lang]

    words = words_of(letter_pdf(letter(lang=lang, paragraphs=(sentence, sentence), footnote=sentence)))

    assert words == (
        "City of Niš 7 Oktobra Street Secretariat B40 Balkan Cities Network Niš, …… Letter of intent "
        f"{sentence} {sentence} Yours sincerely, …… Mayor {sentence}"
    )


@pytest.mark.parametrize(
    "text",
    [
        '#import "letter.typ"',
        '#read("/etc/passwd")',
        "*bold* _thin_ `code` $x^2$ <label> @reference = title - point // remark",
        "\\u{41} \\n \\ // /* */ ~ -- ---",
        '"]) #panic("x") {page} {{ {% now %} }}',
        "<script>alert(1)</script> &amp;",
    ],
)
def test_a_hostile_text_comes_out_as_it_was_written(text):
    everywhere = sheet(
        title=text, kicker=text, lead=text, facts=((text, text),), steps_title=text, steps=(text,), footnote=text,
        parts=(Part(text, lead=text, lines=(Line(text, text, hint=text), Line(text, choices=(text, text * 3)))),),
    )  # fmt: skip

    assert words_of(sheet_pdf(everywhere)).count(text) == 18
    assert text in words_of(letter_pdf(letter(paragraphs=(text,))))


def test_letters_outside_the_fonts_do_not_raise():
    words = words_of(sheet_pdf(sheet(title="\x00東京 \U0001f600 שלום \u202eabc", network="B40")))

    assert words == "B40 \ufffd\ufffd \ufffd \ufffd\ufffd\ufffd\ufffd abc Page 1 of 1"


def test_an_answer_of_3000_words_flows_over_pages():
    answer = " ".join(f"word{number}" for number in range(3000))

    pdf = sheet_pdf(sheet(parts=(Part("Motivation", lines=(Line("Why?", answer),)),)))

    words = words_of(pdf)
    assert len(opened(pdf).pages) == 7
    assert [word for word in words.split() if word.startswith("word")] == answer.split()
    assert "Page 1 of 7" in words
    assert "Page 7 of 7" in words


def test_line_ends_within_an_answer_are_kept():
    answer = "\n".join(["a"] * 300)

    pdf = sheet_pdf(sheet(parts=(Part("Motivation", lines=(Line("Why?", answer),)),)))

    assert len(opened(pdf).pages) > 3


@pytest.mark.parametrize(
    "word",
    [HASH, "a" * 500, "https://example.org/" + "membership/" * 30, "/" * 300, "/1" * 200, "—" * 300, "…" * 200],
    ids=["hash", "one-letter", "address", "slashes", "numbers", "dashes", "dots"],
)
def test_a_long_word_stays_within_the_margins(word):
    line = Line(word, word, hint=word)
    pdf = sheet_pdf(sheet(title=word, facts=((word, word),), steps=(word,), parts=(Part(word, lines=(line,)),)))

    assert max(right_edges(pdf)) < TEXT_EDGE
    assert max(right_edges(letter_pdf(letter(paragraphs=(word,), recipient=(word,))))) < TEXT_EDGE
    assert words_of(pdf).replace(" ", "").count(word) >= 6  # two may be parted by the foot of a page


def test_an_empty_sheet_is_one_page():
    pdf = sheet_pdf(sheet())

    assert words_of(pdf) == "B40 Balkan Cities Network Receipt Page 1 of 1"


def test_empty_texts_do_not_raise():
    lines = (Line("Why?", choices=("",)), Line("Who?", value="\n"))

    pdf = sheet_pdf(sheet(facts=(("", ""),), steps=("",), parts=(Part("City"), Part("People", lines=lines))))

    assert words_of(pdf) == "B40 Balkan Cities Network Receipt 1. City People Why? Who? Page 1 of 1"


def test_an_empty_letter_has_its_subject():
    empty = letter(sender=(), recipient=(), place_and_date="", paragraphs=(), closing="", signature_lines=())

    assert words_of(letter_pdf(empty)) == "Letter of intent"


def test_a_blank_form_shows_choices_and_room_to_write():
    questions = (Line("Twinned?", choices=("Yes", "No")), Line("Why?", hint="In short", blank_lines=60))

    pdf = sheet_pdf(sheet(parts=(Part("City", lines=questions),)))

    assert "Twinned? Yes No Why? In short" in words_of(pdf)
    assert len(opened(pdf).pages) == 3


def test_an_answer_takes_the_place_of_choices():
    pdf = sheet_pdf(sheet(parts=(Part("City", lines=(Line("Twinned?", "Yes", choices=("Yes", "No")),)),)))

    assert "Twinned? Yes Page" in words_of(pdf)


@pytest.mark.parametrize(
    ("lang", "tag"), [("en", "en"), ("el", "el"), ("cnr", "cnr"), ("sr", "sr"), ("sr-latn", "sr"), ("sq", "sq")]
)
@pytest.mark.parametrize("made", [lambda lang: sheet_pdf(sheet(lang=lang)), lambda lang: letter_pdf(letter(lang=lang))])
def test_a_pdf_is_tagged_and_has_language_and_title(made, lang, tag):
    pdf = opened(made(lang))

    metadata = pdf.Root.Metadata.read_bytes().decode()
    assert str(pdf.Root.Lang) == tag
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Title) in {"Receipt", "Letter of intent"}
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_fonts_are_embedded():
    pdf = opened(sheet_pdf(sheet(parts=(Part("City", lines=(Line("Why?", "Because"),)),))))

    fonts = [font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values()]
    assert {str(font.BaseFont).split("+")[1].split("-Identity")[0] for font in fonts} == {
        "NotoSans-Regular",
        "NotoSans-Bold",
    }
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_the_same_values_give_the_same_bytes():
    assert sheet_pdf(sheet(lead="One")) == sheet_pdf(sheet(lead="One"))
    assert letter_pdf(letter()) == letter_pdf(letter())


def test_a_pdf_bears_no_date():
    pdf = opened(letter_pdf(letter()))

    assert "/CreationDate" not in pdf.docinfo
    assert "CreateDate" not in pdf.Root.Metadata.read_bytes().decode()


def test_only_a_long_letter_counts_its_pages():
    long = letter_pdf(letter(paragraphs=("Text of the letter. " * 30,) * 8))

    assert "1 / 1" not in words_of(letter_pdf(letter()))
    assert "1 / 2" in words_of(long)
    assert "2 / 2" in words_of(long)


def test_four_threads_get_each_its_own_documents():
    sheets = [sheet(title=f"Receipt {number}", lead=f"Lead {number}") for number in range(24)]
    alone = [sheet_pdf(each) for each in sheets]

    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(sheet_pdf, sheets))

    assert together == alone


def test_the_dyes_are_those_of_the_site():
    tokens = TOKENS.read_text()
    palette = dict(re.findall(r"--([a-z]+-\d+): (#\w+);", tokens))
    dyes = dict(re.findall(r"--color-dye-(\w+): (?:var\(--)?([#\w-]+)", tokens.split("prefers-color-scheme")[0]))

    assert {name: palette.get(value, value) for name, value in dyes.items()} == DYES
