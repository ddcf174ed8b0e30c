"""What the checks find in a page, and what they leave alone."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from pages.checks import findings
from pages.checks.language import other_language, script_of
from pages.checks.words import EMPTY_LINK_WORDS, empty_link_words
from pages.languages.table import CODES
from tests.pages.builders import make_home, make_page
from tests.pages.pictures.files import make_picture

pytestmark = pytest.mark.django_db
ENGLISH = "The cities of the network meet in June, and they talk about water, which is scarce in all of them."
TURKISH = (
    "Ağın kentleri haziranda buluşur ve su için ne yapılacağını konuşur; bu toplantı her yıl için bir kez ve kısa olur."
)
GREEK = "Οι πόλεις του δικτύου συναντώνται τον Ιούνιο και μιλούν για το νερό."
CROATIAN = (
    "Gradovi mreže sastaju se u lipnju i govore o vodi koja je rijetka i koju su svi za ljeto sačuvali kao i lani."
)


def page(homes, body=(), **fields):
    return make_page(homes.en, "page", body=list(body), **{"title": "Water", "summary": "Cities save water.", **fields})


def codes(*args, **fields) -> list[str]:
    return [finding.code for finding in findings(page(*args, **fields))]


def heading(text: str, level: str = "2") -> tuple[str, dict]:
    return ("heading", {"text": text, "level": level})


def paragraph(html: str) -> tuple[str, str]:
    return ("paragraph", f"<p>{html}</p>")


def test_a_page_in_order_has_no_findings(homes):
    body = [heading("Rivers"), heading("The Drin", "3"), paragraph(ENGLISH), heading("Lakes"), heading("Ohrid", "3")]

    assert codes(homes, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ([heading(" ")], ["empty_heading"]),
        ([heading("The Drin", "3")], ["skipped_level"]),
        ([heading("Rivers"), heading("rivers ")], ["double_heading"]),
        ([heading("Water"), heading("Rivers")], ["title_again"]),
        ([heading("RIVERS AND LAKES")], ["capitals"]),
        ([heading("NALAS"), heading("2024")], []),
    ],
    ids=["empty", "skipped", "double", "title", "capitals", "names"],
)
def test_headings(homes, body, expected):
    assert codes(homes, body) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="https://example.org/">Water plan 2030</a>', []),
        ('<a href="https://example.org/">Here.</a>', ["hollow_link"]),
        ('<a href="https://example.org/">Click  here</a>', ["hollow_link"]),
        ('<a href="https://example.org/"> </a>', ["empty_link"]),
        ('<a href="https://example.org/a">https://example.org/a</a>', ["bare_address"]),
        ('<a href="https://example.org/a">www.example.org</a>', ["bare_address"]),
        ("There is more here.", []),
    ],
)
def test_links(homes, html, expected):
    assert codes(homes, [paragraph(html)]) == expected


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_words_that_fit_any_link(code):
    assert EMPTY_LINK_WORDS[code]
    assert "click here" in empty_link_words(code)


@pytest.mark.parametrize(
    ("code", "words"), [("tr", "buraya tıklayın"), ("el", "εδώ"), ("sr-latn", "kliknite ovde"), ("ro", "aici")]
)
def test_words_that_fit_any_link_are_known_in_the_language_of_the_page(homes, code, words):
    home = homes.tr if code == "tr" else make_home(code, homes.en)
    made = make_page(home, "su", summary="S", body=[paragraph(f'<a href="/x/">{words}</a>')])

    assert [finding.code for finding in findings(made)] == ["hollow_link"]


def test_a_link_to_what_is_deleted_or_offline_is_found(homes):
    live = make_page(homes.en, "live")
    draft = make_page(homes.en, "draft", live=False)
    document = Document.objects.create(title="Plan", file=ContentFile(b"x", name="plan.txt"))
    links = [f'<a linktype="page" id="{number}">Rivers</a>' for number in (live.pk, draft.pk, 999_999)]
    links += [f'<a linktype="document" id="{number}">Plan</a>' for number in (document.pk, 999_999)]

    found = findings(page(homes, [paragraph(link) for link in links]))

    assert [(finding.code, finding.place) for finding in found] == [
        ("dead_link", f"Block {number}") for number in (2, 3, 5)
    ]


def test_a_link_to_a_page_that_is_live_in_another_language_leads_somewhere(homes):
    draft = make_page(homes.en, "draft", live=False)
    make_page(homes.tr, "taslak", draft)

    assert codes(homes, [paragraph(f'<a linktype="page" id="{draft.pk}">Rivers</a>')]) == []


@pytest.mark.parametrize(("length", "expected"), [(0, ["no_summary"]), (155, []), (156, ["long_summary"])])
def test_the_summary_is_there_and_is_shown_whole(homes, length, expected):
    assert codes(homes, summary="x" * length) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"credit": "Anna"}, []),
        ({}, ["no_credit"]),
        ({"credit": "Anna", "descriptions": {"tr": "Köprü"}}, ["no_description"]),
        ({"credit": "Anna", "descriptions": {}, "is_decorative": True}, []),
    ],
    ids=["whole", "nobody", "not in English", "decorative"],
)
def test_pictures_say_what_they_show_and_whose_they_are(homes, fields, expected, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = make_picture(**{"descriptions": {"en": "The bridge"}, **fields})

    assert codes(homes, [("picture", {"picture": picture, "caption": ""})]) == expected


def test_a_deleted_picture_is_found(homes):
    assert codes(homes, [("picture", {"picture": None, "caption": ""})]) == ["no_picture"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (ENGLISH, []),
        (TURKISH, ["other_language"]),
        (GREEK, ["other_script"]),
        ("Θεσσαλονίκη", []),
        ("Ankara, Üsküp, Selanik, Saraybosna, Tiran, Priştine, Belgrad, Sofya, Bükreş, Podgorica", []),
    ],
    ids=["own", "Turkish", "Greek", "a name", "names"],
)
def test_a_text_is_in_the_language_of_its_page(homes, words, expected):
    assert codes(homes, [paragraph(words)]) == expected


def test_a_quotation_may_be_in_any_language(homes):
    assert codes(homes, [("quote", {"text": GREEK, "source": ""})]) == []


@pytest.mark.parametrize("code", ["bs", "hr", "cnr", "sr-latn"])
def test_neighbouring_languages_are_not_told_apart(code):
    assert other_language(CROATIAN, code) == ""
    assert other_language(CROATIAN, "en") != ""


@pytest.mark.parametrize(("words", "script"), [("а" * 40, "Cyrl"), ("а" * 39, ""), ("а" * 20 + "a" * 20, "")])
def test_a_script_is_that_of_more_than_half_of_enough_letters(words, script):
    assert script_of(words) == script


def test_kosovo_without_its_star_is_found_wherever_it_stands(homes):
    body = [
        paragraph("Prishtina, Kosovo, and Kosovo*."),
        heading("Kosovo"),
        ("quote", {"text": "Kosovo*", "source": ""}),
    ]

    found = findings(page(homes, body, summary="Kosovo and its water."))

    assert [(finding.code, finding.place) for finding in found] == [
        ("no_star", "Summary"),
        ("no_star", "Block 2"),
        ("no_star", "Block 1"),
    ]


def test_what_is_wrong_comes_before_what_is_to_be_looked_at(homes):
    assert codes(homes, [heading("")], summary="") == ["empty_heading", "no_summary"]
