"""One spelling for all: the same name comes to the same letters, another name does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from membership.rules.spelling import core, folded, plain, searchable, spellings

SAME = [
    ("Niš", "Ниш", "NIS", "Municipality of Niš", "Град Ниш", "Grad Niš", "City of Nis"),
    ("Sofia", "София", "Sofiya", "Софија", "Sofija"),
    ("Đakovica", "Ђаковица", "ĐAKOVICA"),
    ("Thessaloniki", "Θεσσαλονίκη", "ΘΕΣΣΑΛΟΝΙΚΗ"),
    ("Burgas", "Бургас", "Bourgas"),
    ("İzmir", "Izmir", "IZMIR", "İZMİR", "İzmir Büyükşehir Belediyesi"),
    ("Şişli", "SISLI", "Şişli Belediyesi"),
    ("Shumen", "Шумен", "Šumen"),
    ("Vratsa", "Враца", "Vraca"),
    ("Ljubljana", "Љубљана", "Mestna občina Ljubljana"),
    ("Preveza", "Πρέβεζα"),
    ("Iași", "Iaşi", "Iasi", "Municipiul Iași"),
    ("Tirana", "Тирана", "Bashkia Tirana"),
    ("Podgorica", "Подгорица", "Glavni grad Podgorica"),
    ("Veliko Tarnovo", "Велико Търново"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_the_same_city_has_one_core(names):
    assert len({core(name) for name in names}) == 1


def test_different_cities_have_different_cores():
    assert len({core(names[0]) for names in SAME}) == len(SAME)


@pytest.mark.parametrize(("name", "kept"), [("Municipality", "municipaliti"), ("Град", "grad"), ("", ""), ("–", "")])
def test_a_name_that_is_only_a_kind_stays(name, kept):
    assert core(name) == kept


@given(st.text(max_size=60))
def test_any_text_has_a_plain_spelling_in_latin_letters_and_figures(text):
    found = plain(text)

    assert all(sign == " " or (sign.isascii() and sign.isalnum()) for sign in found)
    assert plain(found) == found


@pytest.mark.parametrize(
    ("text", "expected"), [("Град  НИШ", "град ниш"), ("İZMİR", "izmir"), ("Đakovica", "dakovica"), ("ΘΗΒΑΣ", "θηβασ")]
)
def test_a_folded_text_keeps_its_script_and_loses_case_and_accents(text, expected):
    assert folded(text) == expected


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_each_spelling_of_a_city_finds_every_other(names):
    stored = [searchable(name) for name in names]
    words = [core(name) for name in names]

    assert all(any(spelling in text for spelling in spellings(word)) for word in words for text in stored)


@pytest.mark.parametrize(("word", "expected"), [("AAAA", ("aaaa",)), ("7KKQ", ("7kkq",)), ("Ниш", ("ниш", "nis"))])
def test_a_reference_is_looked_for_as_it_stands(word, expected):
    assert spellings(word) == expected
