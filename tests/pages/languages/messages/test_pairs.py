"""What is found when a translation is held against its source."""

import pytest

from pages.languages.messages.pairs import Pair, problems, says_nothing
from pages.languages.table import BY_CODE


def found(code, source, text):
    return list(problems(Pair(BY_CODE[code], source, text)))


@pytest.mark.parametrize(
    ("code", "source", "text"),
    [
        ("hr", "%(city)s has %(count)d votes", "Grad %(city)s ima %(count)d glasova"),
        ("tr", "%(share)s%% of {name}", "{name}: %%%(share)s"),
        ("el", "Is it open?", "Είναι ανοιχτό;"),
        ("ro", "The cities", "Orașele și țările"),
        ("tr", "The cities", "Şehirler"),
        ("bg", "B40 in PDF", "Б40 в PDF"),
        ("sq", "Kosovo*", "Kosova*"),
        ("tr", "in Kosovo*", "Kosova*'da"),
        ("hr", "<p>A <b>city</b></p>", "<p><b>Grad</b></p>"),
        ("bg", "See %(url)s?a=1&amp;b=2.", "Виж %(url)s?a=1&amp;b=2."),
        ("el", "See https://b40.example/?a=1", "Δείτε https://b40.example/?a=1"),
        ("hr", " in ", " u "),
        ("hr", "Αθήνα is Athens", "Αθήνα je Atena"),
        ("hr", "50% of all", "50 % svih"),
        ("hr", "the list “%(name)s”", "popis „%(name)s”"),
        ("bg", "the list “A”, or “B”", "списъкът „А“ или „Б“"),
        ("el", '<a href="/el/">the list “A”</a>', '<a href="/el/">ο κατάλογος «Α»</a>'),
    ],
)
def test_a_sound_translation_has_no_problem(code, source, text):
    assert found(code, source, text) == []


@pytest.mark.parametrize(
    ("code", "source", "text", "problem"),
    [
        ("hr", "%(city)s", "grad", "the placeholder %(city)s is missing"),
        ("hr", "%(city)s", "%(grad)s %(city)s", "the placeholder %(grad)s is not in the source"),
        ("hr", "%(n)d", "%(n)s %(n)d", "the placeholder %(n)s is not in the source"),
        ("hr", "{name} here", "ovdje {ime} {name}", "the placeholder {ime} is not in the source"),
        ("hr", "{name} here", "ovdje", "the placeholder {name} is missing"),
        ("hr", "{name}", "{name} {", "the text cannot be formatted: a sign % or { stands where no placeholder is"),
        (
            "hr",
            "%(n)d%% of all",
            "%(n)d % svih",
            "the text cannot be formatted: a sign % or { stands where no placeholder is",
        ),
        ("hr", "%s", "nešto", "the placeholder %s is missing"),
        ("hr", "<a>city</a>", "<a>grad", "the tags differ: </a> <a> in the source, <a> here"),
        ("hr", "city", "<b>grad</b>", "the tags differ: none in the source, </b> <b> here"),
        ("hr", "city ", "grad", "white space at the beginning or the end differs from the source"),
        ("hr", "city", "\ngrad", "white space at the beginning or the end differs from the source"),
        ("bg", "network", "мpежа", "letters of two scripts in the word мpежа"),
        ("hr", "city", "grаd", "letters of two scripts in the word grаd"),
        ("hr", "city", "град", "letters of a foreign script: град"),
        ("mk", "city", "πόλη", "letters of a foreign script: πόλη"),
        ("ro", "cities", "oraşe", "ş with cedilla, where ș has a comma below"),
        ("ro", "CITIES", "ŢĂRI", "ţ with cedilla, where ț has a comma below"),
        ("sl", "the “list”", "»seznam«", "the quotation mark « », where those of the language are „…“"),
        ("sr", "the “list”", "„списак”", "the quotation mark ”, where those of the language are „…“"),
        ("tr", "the “list”", '"liste"', 'the quotation mark ", where those of the language are “…”'),
        ("bg", "the “list”", "„списък", "quotation marks that are not in pairs „…“"),
        ("mk", "the “list”", "“листа„", "quotation marks that are not in pairs „…“"),
        ("el", "Open?", "Ανοιχτό\u037e", "the sign U+037E, where the question mark of Greek is the semicolon"),
        ("el", "Open?", "Ανοιχτό?", "a question mark, where that of Greek is the semicolon"),
        ("sq", "in Kosovo*", "në Kosovë", "Kosovë without its star"),
        ("sr", "in Kosovo*", "на Косову", "Косову without its star"),
        ("el", "Kosovo*", "Κόσοβο *", "Κόσοβο without its star"),
        ("hr", "Kosovo*", "ondje", "the source names Kosovo*, the text has no star"),
    ],
)
def test_a_faulty_translation_is_told_by_its_fault(code, source, text, problem):
    assert problem in found(code, source, text)


def test_every_fault_of_a_text_is_told():
    assert found("ro", "%(n)d cities ", "oraşe") == [
        "the placeholder %(n)d is missing",
        "white space at the beginning or the end differs from the source",
        "ş with cedilla, where ș has a comma below",
    ]


def test_a_plural_form_may_leave_out_what_is_optional():
    pair = Pair(BY_CODE["tr"], "%(count)d cities in %(year)s", "%(year)s", frozenset(["%(count)d"]))

    assert list(problems(pair)) == []


@pytest.mark.parametrize(
    ("source", "nothing"),
    [("%(first)s – %(last)s", True), ("<b>{name}</b>", True), ("2022", True), ("%(first)s to %(last)s", False)],
)
def test_a_source_without_words_says_nothing(source, nothing):
    assert says_nothing(source) is nothing
