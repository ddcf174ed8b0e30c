"""What a picture shows, by the language of the reader."""

import pytest

from pages.pictures.models import Described
from tests.pages.pictures.files import make_picture

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("tr", Described("Köprü", "tr")),
        ("el", Described("The bridge", "en")),
        ("sr", Described("Мост Љубав", "sr")),
        ("sr-latn", Described("Most Ljubav", "sr-latn")),
    ],
)
def test_the_reader_s_language_comes_first_then_english(code, expected):
    picture = make_picture({"en": "The bridge", "tr": "Köprü", "sr": "Мост Љубав"})

    assert picture.description_in(code) == expected


def test_serbian_in_latin_script_may_have_words_of_its_own():
    picture = make_picture({"sr": "Мост", "sr-latn": "Stari most"})

    assert picture.description_in("sr-latn").text == "Stari most"


def test_without_english_there_is_the_first_that_was_written():
    assert make_picture({"tr": "Köprü"}).description_in("el") == Described("Köprü", "tr")


def test_a_decorative_picture_tells_nothing():
    picture = make_picture({"en": "The bridge"}, is_decorative=True)

    assert (picture.description_in("en").text, picture.description_in("en").lang) == ("", None)


def test_the_attribute_has_the_language_of_the_words():
    assert make_picture({"sr": "Мост"}).description_in("bg").lang == "sr-Cyrl"
