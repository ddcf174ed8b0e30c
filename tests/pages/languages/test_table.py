"""The table of languages."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale
from django.utils.translation import get_language_info

from pages.languages.table import BY_CODE, CODES, DJANGO_LANGUAGES, LANG_INFO_ADDITIONS, LANGUAGES, SOURCE, Language

ROOT = Path(__file__).resolve().parents[3]


def test_the_languages_stand_in_the_agreed_order():
    assert CODES == ("en", "tr", "sq", "bs", "bg", "hr", "el", "mk", "cnr", "ro", "sr", "sr-latn", "sl")


def test_the_source_is_english():
    assert SOURCE == "en"


def test_montenegrin_has_its_own_name_its_own_catalogue_and_serbian_data():
    language = BY_CODE["cnr"]

    assert (language.own_name, language.lang, language.hreflang) == ("Crnogorski", "cnr", "sr-Latn-ME")
    assert (language.locale, language.babel, language.plural_forms) == ("cnr", "sr_Latn_ME", 3)


def test_serbian_in_latin_script_names_its_script():
    language = BY_CODE["sr-latn"]

    assert (language.lang, language.hreflang, language.locale, language.script) == (
        "sr-Latn",
        "sr-Latn",
        "sr_Latn",
        "Latn",
    )


def test_serbian_in_cyrillic_script_names_its_script():
    assert (BY_CODE["sr"].lang, BY_CODE["sr"].hreflang, BY_CODE["sr"].script) == ("sr-Cyrl", "sr-Cyrl", "Cyrl")


@pytest.mark.parametrize("attribute", ["code", "own_name", "english_name", "lang", "hreflang", "locale", "babel"])
def test_no_two_languages_share_an_identifier(attribute):
    assert len({getattr(language, attribute) for language in LANGUAGES}) == 13


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_every_field_has_the_type_it_declares(language):
    for field in dataclasses.fields(Language):
        expected = tuple if field.name == "scripts" else field.type
        assert isinstance(getattr(language, field.name), expected), field.name


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_every_language_has_data_in_cldr(language):
    assert Locale.parse(language.babel).days["format"]["wide"]


@pytest.mark.parametrize("code", CODES)
def test_django_knows_every_language(code):
    assert get_language_info(code)["code"] == code


def test_django_is_told_of_montenegrin_only():
    assert list(LANG_INFO_ADDITIONS) == ["cnr"]
    assert get_language_info("cnr")["name_local"] == "Crnogorski"


def test_django_shows_the_languages_by_their_own_names():
    assert DJANGO_LANGUAGES[2] == ("sq", "Shqip")


@pytest.mark.parametrize(
    ("code", "plural_forms"),
    [
        *[("en", 2), ("tr", 2), ("sq", 2), ("bs", 3), ("bg", 2), ("hr", 3), ("el", 2), ("mk", 2)],
        *[("cnr", 3), ("ro", 3), ("sr", 3), ("sr-latn", 3), ("sl", 4)],
    ],
)
def test_plural_forms_are_counted_as_the_catalogues_need_them(code, plural_forms):
    assert BY_CODE[code].plural_forms == plural_forms


def test_the_plural_header_is_written_as_gettext_reads_it():
    assert BY_CODE["sl"].plural_header == (
        "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"
    )


def test_the_table_is_readable_without_site_packages():
    answer = subprocess.run(
        [sys.executable, "-I", "-S", "-c", "import sys; sys.path.insert(0, '.'); import pages.languages.table"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (answer.returncode, answer.stderr) == (0, "")
