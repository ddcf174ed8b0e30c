"""What of a text can be printed."""

import pytest

from pages.typesetting.letters import composed, printable
from tests.pages.typesetting.samples import SENTENCES


@pytest.mark.parametrize("lang", SENTENCES)
def test_the_fonts_have_every_letter_of_the_language(lang):
    assert printable(SENTENCES[lang]) == SENTENCES[lang]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\x00b", "ab"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("e\u0301", "é"),
        ("\u202eabc\u202c", "abc"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\ud800", ""),
        ("→ ≤", "-> <="),
        ("Ａ①ﬁ\u2009x", "A1fi x"),
        ("中文", "\ufffd\ufffd"),
        ("\U0001f600", "\ufffd"),
        ("❤\ufe0f", "\ufffd"),
        ("*_`$\\#", "*_`$\\#"),
    ],
)
def test_a_text_becomes_printable(text, printed):
    assert printable(text) == printed


def test_a_composed_text_keeps_letters_that_the_fonts_lack():
    assert composed("中\x00e\u0301\U0001f600") == "中é\U0001f600"
