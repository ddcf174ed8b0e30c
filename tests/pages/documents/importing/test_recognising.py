"""What is recognised in texts of every format, and that nothing of them is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.documents.importing.headings import arabic, article_heading, part_heading, roman
from pages.documents.importing.markdown import read_markdown
from pages.documents.importing.pdf import read_pdf
from pages.documents.importing.plain_text import read_text
from pages.documents.importing.recognising import recognised
from pages.documents.importing.values import Form
from pages.documents.importing.whole import is_whole, text_of
from pages.documents.importing.word import read_word
from tests.pages.documents.importing.samples import MARKDOWN, TEXT, TURKISH, pdf_file, word_file


def articles(document) -> list[tuple[str, str, list[str]]]:
    return [
        (piece.number, piece.title, [paragraph.text for paragraph in piece.paragraphs])
        for piece in document.pieces
        if piece.number
    ]


@pytest.mark.parametrize(
    ("line", "number", "title", "text"),
    [
        ("Article 5", "5", "", ""),
        ("ARTICLE V", "5", "", ""),
        ("Article XIV – Final words", "14", "Final words", ""),
        ("Art. 5: Members", "5", "Members", ""),
        ("Article 5a Members", "5a", "Members", ""),
        ("MADDE 5 – Üyelik", "5", "Üyelik", ""),
        ("Madde 5- (1) Herkes üye olabilir.", "5", "", "(1) Herkes üye olabilir."),
        ("5. madde", "5", "", ""),
        ("Άρθρο 5", "5", "", ""),
        ("ΑΡΘΡΟ 5", "5", "", ""),
        ("Член 5.", "5", "", ""),
        ("Члан 5.", "5", "", ""),
        ("Neni 5", "5", "", ""),
        ("Articolul 5", "5", "", ""),
        ("Članak 5.", "5", "", ""),
        ("5. člen", "5", "", ""),
    ],
)
def test_the_heading_of_an_article_is_recognised_in_the_languages_of_the_region(line, number, title, text):
    found = article_heading(line)

    assert (found.number, found.title, found.text) == (number, title, text)


@pytest.mark.parametrize(
    "line",
    ["Articles of clay", "As Article 5 says", "Article", "article Mixed", "5. Members", "Maddeler", "Article 5b5"],
)
def test_another_line_begins_no_article(line):
    assert article_heading(line) is None


@pytest.mark.parametrize("number", range(1, 101))
def test_roman_numerals_say_the_same_number(number):
    assert arabic(roman(number)) == str(number)


@pytest.mark.parametrize("letters", ["iiii", "vx", "ic", "ll"])
def test_letters_that_are_no_numeral_are_no_number(letters):
    assert arabic(letters) == ""


@pytest.mark.parametrize("line", ["CHAPTER II – Organs", "Part 1", "Глава III", "ΚΕΦΑΛΑΙΟ Α", "Bölüm 2: Üyeler"])
def test_a_heading_above_several_articles_is_recognised(line):
    assert part_heading(line)


def test_a_plain_text_is_read_by_article_with_its_footnotes():
    source = read_text(TEXT.encode())
    document = recognised(source.paragraphs)

    assert document.title == "Rules of the Garden Club"
    assert articles(document) == [
        ("1", "The club", ["The club unites gardeners who grow roses. It has well-known friends."]),
        ("2", "Members", ["2.1 Everybody may join.", "2.2 A member gives:", "(a) seeds;", "(b) water."]),
        ("3", "", ["Every member may vote. See 1 below."]),
        ("4", "Tools", ["spade", "rake"]),
        ("5", "", ["Every gardener keeps the tools clean and gives them back before the evening comes."]),
    ]
    assert [(note.mark, "".join(run.text for run in note.runs)) for note in document.notes] == [
        ("*", "Without prejudice to the weather."), ("1", "By hand only."),
    ]  # fmt: skip
    assert [piece.title for piece in document.pieces if piece.kind == "part"] == ["CHAPTER I – General"]
    assert document.unplaced == []
    assert is_whole(source, document)


def test_the_marks_in_the_text_lead_to_their_footnotes():
    document = recognised(read_text(TEXT.encode()).paragraphs)
    links = [
        (run.text, run.url)
        for piece in document.pieces
        for paragraph in piece.paragraphs
        for run in paragraph.runs
        if run.url
    ]

    assert links == [("*", "#note-star"), ("1", "#note-1")]


def test_a_turkish_text_is_read_by_article():
    source = read_text(TURKISH.encode())
    document = recognised(source.paragraphs)

    assert articles(document) == [
        ("1", "Kulüp", ["Kulüp, gül yetiştiren bahçıvanları bir araya getirir."]),
        ("2", "", ["(1) Herkes üye olabilir.", "(2) Üyelik ücretsizdir."]),
        ("3", "Oy hakkı", ["Her üyenin bir oyu vardır."]),
    ]
    assert is_whole(source, document)


def test_stars_that_begin_entries_are_no_footnotes():
    document = recognised(read_text(b"Article 1\n\nKosovo* and others:\n\n* one\n* two\n").paragraphs)

    assert document.notes == []
    assert [paragraph.form for paragraph in document.pieces[0].paragraphs] == [Form.TEXT, Form.ENTRY, Form.ENTRY]


def test_a_document_of_numbered_parts_is_read_by_their_numbers():
    document = recognised(
        read_text(b"Strategy\n\n1. Fields\n\nWe work.\n\n2. Means\n\n7. Sevens come later.\n").paragraphs
    )

    assert articles(document) == [("1", "Fields", ["We work."]), ("2", "Means", ["7. Sevens come later."])]


def test_a_second_article_of_a_number_is_kept_and_told():
    document = recognised(read_text(b"Article 1\n\nOne.\n\nArticle 1\n\nTwo.\n").paragraphs)

    assert articles(document) == [("1", "", ["One.", "Article 1", "Two."])]
    assert document.unplaced == ["A second article 1: Article 1"]


def test_a_footnote_without_a_place_is_kept_and_told():
    document = recognised(read_markdown(b"# T\n\n## Article 1\n\nText.\n\n[^2]: Lost.\n").paragraphs)

    assert [note.mark for note in document.notes] == ["2"]
    assert document.unplaced == ["No place in the text has the mark of the footnote 2"]


def test_markdown_is_read_by_article_with_lists_links_and_footnotes():
    source = read_markdown(MARKDOWN.encode())
    document = recognised(source.paragraphs)

    assert document.title == "Rules of the Garden Club"
    assert [(number, title) for number, title, _ in articles(document)] == [("1", "The club"), ("2", "")]
    assert [paragraph.form for paragraph in document.pieces[1].paragraphs] == [Form.TEXT, Form.NUMBERED, Form.NUMBERED]
    assert [note.mark for note in document.notes] == ["1", "*"]
    assert document.unplaced == []
    assert is_whole(source, document)


def test_a_docx_is_read_by_article_with_its_footnotes_and_its_table_is_told():
    source = read_word(word_file())
    document = recognised(source.paragraphs)

    assert articles(document) == [
        ("1", "The club", ["The club unites gardeners."]),
        ("2", "", ["Everybody may join.1", "seeds", "water", "Fee  none"]),
    ]
    assert [(note.mark, "".join(run.text for run in note.runs).strip()) for note in document.notes] == [
        ("*", "Without prejudice to the weather."), ("1", "By hand only."),
    ]  # fmt: skip
    assert document.unplaced == ["From a table or a text box: Fee none"]
    assert is_whole(source, document)


@pytest.mark.parametrize(("word", "lang"), [("Article", "en"), ("Madde", "tr"), ("Άρθρο", "el"), ("Член", "bg")])
def test_a_pdf_is_read_by_article_without_heads_and_page_numbers(word, lang):
    source = read_pdf(pdf_file(word, lang))
    document = recognised(source.paragraphs)

    assert [(number, title) for number, title, _ in articles(document)] == [
        (str(number), f"Garden {number}") for number in range(1, 15)
    ]
    assert articles(document)[0][2][:2] == [
        "Each garden has a gate1 and a fence, and whoever comes in closes it.", "(a) by day; (b) by night.",
    ]  # fmt: skip
    assert [note.mark for note in document.notes] == ["1"]
    assert set(source.left_out) == {
        "B40 Balkan Cities Network Rules of the Garden Club", *(f"https://example.org/rules/ {page} / 4" for page in range(1, 5)),
    }  # fmt: skip
    assert text_of(document).count("(a) by day; (b) by night.") == 14 * 3
    assert "https://example.org/rules/" not in text_of(document)
    assert is_whole(source, document)


LINES = st.sampled_from([
    "", "Article 1", "Article 2 – Title", "MADDE IV", "5. člen", "CHAPTER I", "- entry", "* star", "(a) letter", "1. number",
    "2.1 sub", "word*", "word¹ [2]", "* note", "¹ note", "[2] note", "parted-", "small words.", "Ærøskøbing", "Τέλος", "- ",
    "—", "[^1]", "*",
])  # fmt: skip
MARKED = st.sampled_from(["# Head", "**bold**", "`code`", "> said", "[^1]: note", "![a](b.png)", "<b>x</b>"])


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(LINES | st.text(max_size=12), max_size=14))
def test_no_text_is_ever_lost(lines):
    source = read_text("\n".join(lines).replace("\0", "").encode("utf-8", "ignore"))

    assert is_whole(source, recognised(source.paragraphs))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(LINES | MARKED, max_size=14))
def test_no_markdown_is_ever_lost(lines):
    source = read_markdown("\n".join(lines).encode())

    assert is_whole(source, recognised(source.paragraphs))


def test_what_is_missing_is_noticed():
    source = read_text(TEXT.encode())
    document = recognised(source.paragraphs[:-3] + source.paragraphs[-2:])

    assert not is_whole(source, document)
