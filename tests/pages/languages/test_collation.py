"""The order of names, held word by word against ICU's collator in Node."""

import csv
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.utils import translation

from pages.languages.collation import index_letter, sort_key
from pages.languages.countries import country_name
from pages.languages.table import BY_CODE, CODES

FACTS = Path(__file__).resolve().parents[3] / "site" / "b40" / "seed" / "facts"
SCRIPT = Path(__file__).with_name("collator.mjs")

COUNTRIES = ("AL", "BA", "BG", "GR", "HR", "ME", "MK", "RO", "RS", "SI", "TR", "XK")

# Words whose order a plain comparison gets wrong, by language.
TRICKY_WORDS = json.loads(Path(__file__).with_name("tricky_words.json").read_text(encoding="utf-8"))


def city_names():
    """Return the names of the member cities in every language and script."""
    with (
        (FACTS / "members.csv").open(encoding="utf-8") as members,
        (FACTS / "city_names.csv").open(encoding="utf-8") as translations,
    ):
        own = {name for row in csv.DictReader(members) for name in (row["name_en"], row["name_local"])}
        return own | {row["name"] for row in csv.DictReader(translations)}


def terms():
    """Return the terms of the glossary, and the proposals for its blanks, in every language and script."""
    found = set()
    for file in ("glossary.csv", "glossary_proposals.csv"):
        with (FACTS / file).open(encoding="utf-8") as rows:
            found |= {word for row in csv.DictReader(rows) for word in (row.get("en", ""), row["text"]) if word}
    return found


def countries(code):
    """Return the names of the twelve countries in a language."""
    with translation.override(code):
        return {str(country_name(country)) for country in COUNTRIES}


@pytest.fixture(scope="module")
def words():
    both = city_names() | terms()
    return {code: sorted(both | countries(code) | set(TRICKY_WORDS[code])) for code in CODES}


@pytest.fixture(scope="module")
def sorted_by_icu(words):
    if not shutil.which("node"):
        pytest.skip("Node, whose collator is the measure, is not installed")
    by_locale = {BY_CODE[code].babel.replace("_", "-"): words[code] for code in CODES}
    answer = subprocess.run(
        ["node", str(SCRIPT)], input=json.dumps(by_locale), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return dict(zip(CODES, json.loads(answer.stdout).values(), strict=True))


@pytest.mark.parametrize("code", CODES)
def test_cities_and_tricky_words_stand_as_in_icu(code, words, sorted_by_icu):
    assert sorted(words[code], key=sort_key(code)) == sorted_by_icu[code]


def test_all_cities_countries_and_terms_are_compared(words):
    assert len(words["en"]) > 61 * 2 + 12 + 150
    assert {"Türkiye", "Belediye Başkanı"} & set(words["tr"])


@pytest.mark.parametrize(
    ("code", "names"),
    [
        pytest.param("en", ["Athens", "Niš", "Αθήνα", "Ниш"], id="Latin before Greek before Cyrillic"),
        pytest.param("el", ["Αθήνα", "Athens", "Ниш"], id="Greek first"),
        pytest.param("bg", ["Ниш", "Athens", "Αθήνα"], id="Cyrillic first"),
        pytest.param("hr", ["Cetinje", "Čačak", "Ćuprija", "Dubrovnik", "Džep", "Đakovo"], id="Croatian letters"),
        pytest.param("hr", ["Lukavac", "Ljubuški", "Mostar"], id="Croatian lj is one letter"),
        pytest.param("sl", ["Litija", "Ljubljana", "Luče"], id="Slovenian lj is two letters"),
        pytest.param("sq", ["Sarandë", "Sukth", "Shkodër", "Tiranë"], id="Albanian sh is one letter"),
        pytest.param("tr", ["Iğdır", "Isparta", "İstanbul", "İzmir"], id="Turkish ı, i"),
        pytest.param("ro", ["Satu Mare", "Suceava", "Șimian", "Tulcea", "Țăndărei"], id="Romanian ș, ț"),
        pytest.param("mk", ["Дебар", "Ѓорче", "Елица"], id="Macedonian ѓ"),
        pytest.param("sr", ["Тутин", "Ћуприја", "Ужице"], id="Serbian ћ"),
        pytest.param("en", ["cote", "Cote", "coté", "côte"], id="capitals after small letters, accents after both"),
        pytest.param("en", ["Stara Zagora", "Starac"], id="a space before every letter"),
        pytest.param("en", ["", "-", "1", "9", "a"], id="punctuation, digits, letters"),
    ],
)
def test_names_stand_in_the_order_of_the_language(code, names):
    shuffled = names[::-1]

    assert sorted(shuffled, key=sort_key(code)) == names


def test_montenegrin_has_its_two_letters_that_icu_does_not_know():
    words = ["zora", "źenica", "žaba", "sutra", "śekira", "šuma"]

    assert sorted(words, key=sort_key("cnr")) == ["sutra", "šuma", "śekira", "zora", "žaba", "źenica"]


def test_a_turkish_capital_with_an_accent_stands_with_its_small_letter_unlike_in_icu():
    assert sorted(["Îz", "iy", "ız", "îx"], key=sort_key("tr")) == ["ız", "îx", "iy", "Îz"]


def test_the_old_cedilla_is_the_same_romanian_letter():
    assert sorted(["şb", "șc", "șa"], key=sort_key("ro")) == ["șa", "şb", "șc"]


def test_composed_and_decomposed_letters_are_equal():
    assert sort_key("hr")("c\u030cas")[:3] == sort_key("hr")("čas")[:3]


def test_invisible_signs_do_not_count():
    assert sort_key("en")("Du\u00adbrov\u200bnik")[:3] == sort_key("en")("Dubrovnik")[:3]


@pytest.mark.parametrize(
    ("code", "name", "letter"),
    [
        ("hr", "Ljubuški", "Lj"),
        ("hr", "LJUBUŠKI", "Lj"),
        ("sl", "Ljubljana", "L"),
        ("hr", "Čačak", "Č"),
        ("en", "Čačak", "C"),
        ("hr", "Džep", "Dž"),
        ("sq", "Shkodër", "Sh"),
        ("sq", "Çorovodë", "Ç"),
        ("tr", "İzmir", "İ"),
        ("tr", "Isparta", "I"),
        ("tr", "ılıca", "I"),
        ("tr", "inegöl", "İ"),
        ("en", "İzmir", "I"),
        ("ro", "Șimian", "Ș"),
        ("ro", "Şimian", "Ș"),
        ("el", "Άργος", "Α"),
        ("el", "Niš", "N"),
        ("mk", "Ѓорче", "Ѓ"),
        ("bg", "Йовково", "Й"),
        ("sr", "Љиг", "Љ"),
        ("cnr", "Śenica", "Ś"),
        ("en", "„Vila“", "V"),
        ("en", "3 May Street", "#"),
        ("en", "東京", "#"),
        ("en", "", "#"),
    ],
)
def test_a_name_stands_under_the_letter_of_the_language(code, name, letter):
    assert index_letter(code, name) == letter


@pytest.mark.parametrize("code", CODES)
def test_every_letter_of_an_index_has_one_place(code, words):
    headings = [index_letter(code, word) for word in sorted(words[code], key=sort_key(code))]

    changes = [heading for before, heading in zip([None, *headings], headings, strict=False) if heading != before]
    assert len(changes) == len(set(changes))
