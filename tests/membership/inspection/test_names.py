"""Names as they are shown."""

import unicodedata

import pytest

from membership.inspection.names import display_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("letter.pdf", "letter.pdf"),
        ("Писмо градоначелника.pdf", "Писмо градоначелника.pdf"),
        ("Επιστολή δημάρχου.pdf", "Επιστολή δημάρχου.pdf"),
        ("Belediye Başkanı'nın mektubu.pdf", "Belediye Başkanı'nın mektubu.pdf"),
        ("rtl عربي.pdf", "rtl عربي.pdf"),
        ("letter 🖋.pdf", "letter 🖋.pdf"),
        ("letter", "letter"),
        (".pdf", ".pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\mayor\\letter.pdf", "letter.pdf"),
        ("/", "file"),
        ("letter/", "file"),
        ("letter.pdf\x00.exe", "letter.pdf.exe"),
        ("two\r\nlines.pdf", "twolines.pdf"),
        ("tab\tand\x7fmore\x85.pdf", "tabandmore.pdf"),
        ("letter\u202efdp.exe", "letterfdp.exe"),
        ("\u2066letter\u2069\u200e.pdf", "letter.pdf"),
        ("two\u2028lines\ufeff.pdf", "twolines.pdf"),
        ("half\ud800.pdf", "half.pdf"),
        ("  letter.pdf ", "letter.pdf"),
        ("", "file"),
        (" ", "file"),
        (".", "file"),
        ("..", "file"),
        ("\u202e\x00", "file"),
        ("<b>.pdf", "<b>.pdf"),
    ],
)
def test_a_name_is_shown_without_folders_and_marks_that_deceive(name, shown):
    assert display_name(name) == shown


def test_a_letter_with_its_accent_beside_it_is_put_together():
    apart = unicodedata.normalize("NFD", "Čačak й.pdf")

    assert apart != "Čačak й.pdf"
    assert display_name(apart) == "Čačak й.pdf"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("п" * 196 + ".pdf", "п" * 196 + ".pdf"),
        ("п" * 197 + ".pdf", "п" * 196 + ".pdf"),
        ("п" * 300 + ".jpeg", "п" * 195 + ".jpeg"),
        ("п" * 300, "п" * 200),
        ("a." + "п" * 300, "a." + "п" * 198),
        ("a" * 999_999 + ".pdf", "a" * 196 + ".pdf"),
    ],
)
def test_a_long_name_is_cut_to_two_hundred_characters_and_keeps_its_ending(name, shown):
    assert display_name(name) == shown
