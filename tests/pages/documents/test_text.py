"""Articles and their anchors, their names, and how texts cite them."""

import pytest

from pages.documents.blocks import anchor_of, note_anchor
from pages.documents.words import STEMS, cited_in
from pages.languages.table import CODES
from pages.typesetting.richtext import plain_paragraphs


@pytest.mark.parametrize(
    ("number", "anchor"), [("5", "art-5"), ("5a", "art-5a"), ("5.1", "art-5-1"), ("51", "art-51"), ("5A", "art-5a")]
)
def test_an_article_has_the_anchor_of_its_number(number, anchor):
    assert anchor_of(number) == anchor


@pytest.mark.parametrize(
    ("mark", "anchor"),
    [("*", "note-star"), ("**", "note-star-star"), ("1", "note-1"), ("12", "note-12"), ("†", "note-other")],
)
def test_a_footnote_has_the_anchor_of_its_mark(mark, anchor):
    assert note_anchor(mark) == anchor


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>One <b>two</b>.</p><p>Three</p>", ["One two.", "Three"]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", ["a", "b", "c"]),
        ("<ul><li><p>a</p></li></ul>", ["a"]),
        ("", []),
        ("<p> </p>", []),
    ],
    ids=["paragraphs", "list in a list", "paragraph in an entry", "nothing", "space"],
)
def test_rich_text_is_read_paragraph_by_paragraph(html, texts):
    assert plain_paragraphs(html) == texts


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("en", "The city applies (Article 5).", ["5"]),
        ("en", "See Articles 3, 5 and 13, and Art. 9.", ["3", "5", "13", "9"]),
        ("en", "5 articles of 1999, and particles 7", []),
        ("tr", "Bkz. 5. madde ve Madde 13; 2. maddeye göre", ["5", "13", "2"]),
        ("el", "Σύμφωνα με το άρθρο 5 και τα άρθρα 3, 10", ["5", "3", "10"]),
        ("bg", "по член 5 и чл. 13", ["5", "13"]),
        ("mk", "според член 5", ["5"]),
        ("ro", "potrivit articolului 5 și art. 6", ["5", "6"]),
        ("sq", "sipas nenit 5", ["5"]),
        ("sl", "po 5. členu in členih 3 in 5", ["5", "3", "5"]),
        ("hr", "prema članku 5. i člancima 3 i 13", ["5", "3", "13"]),
        ("bs", "prema članu 5", ["5"]),
        ("cnr", "prema članovima 3 i 5", ["3", "5"]),
        ("sr", "према члану 5 и чл. 13", ["5", "13"]),
        ("sr-latn", "prema članu 5", ["5"]),
    ],
)
def test_articles_that_a_text_names_are_found_in_its_language(code, text, numbers):
    assert list(cited_in(text, code)) == numbers


def test_every_language_knows_how_articles_are_cited():
    assert set(STEMS) == set(CODES)
