"""The words that differ between neighbouring languages."""

import pytest

from pages.languages.table import BY_CODE
from pages.translating.neighbours.words import NEIGHBOURS, adapt, rows


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        ("hr", "sr-latn", "Gradska općina odlučuje u kolovozu.", "Gradska opština odlučuje u avgustu."),
        ("sr-latn", "hr", "Opštine su članice.", "Općine su članice."),
        ("hr", "bs", "Povjerenstvo je dalo suglasnost.", "Komisija je dalo saglasnost."),
        ("cnr", "hr", "SARADNJA gradova", "SURADNJA gradova"),
        ("hr", "cnr", '<a id="tisuća">Tisuća</a> građana', '<a id="tisuća">Hiljada</a> građana'),
        ("hr", "bs", "Grad je lijep.", "Grad je lijep."),
        ("sr-latn", "hr", "Kod nas ko može.", "Kod nas tko može."),
        ("hr", "sr-latn", "Izvješće tajništva", "Izveštaj sekretarijata"),
    ],
)
def test_a_text_comes_in_the_words_of_the_neighbour_with_the_endings_it_had(source, target, text, expected):
    assert adapt(text, source, target).text == expected


def test_what_was_exchanged_is_named():
    assert adapt("Općina u kolovozu.", "hr", "sr-latn").exchanged == (("Općina", "Opština"), ("kolovozu", "avgustu"))


def test_the_list_is_whole_and_in_its_letters():
    found = rows()

    assert len(found) >= 120
    assert set(found[0]) == {"en", *NEIGHBOURS}
    for row in found:
        assert row["en"]
        assert len({row[code] for code in NEIGHBOURS}) > 1, row
        for code in NEIGHBOURS:
            assert row[code] == row[code].lower().strip(), row
            assert all(letter.isalpha() or letter == " " for letter in row[code].removesuffix("-")), row
        assert len({row[code].endswith("-") for code in NEIGHBOURS if row[code]}) == 1, row


def test_a_stem_is_long_enough_to_be_no_other_word_s_beginning():
    stems = [row[code] for row in rows() for code in NEIGHBOURS if row[code].endswith("-")]

    assert [stem for stem in stems if len(stem) < len("voz-")] == []


def test_no_stem_stands_for_two_words_of_the_same_neighbour():
    for source in NEIGHBOURS:
        for target in NEIGHBOURS[source]:
            pairs = {}
            for row in rows():
                if row[source] and row[target]:
                    assert pairs.setdefault(row[source], row[target]) == row[target], (source, target, row)


def test_every_neighbour_is_a_language_of_the_site():
    assert set(NEIGHBOURS) <= set(BY_CODE)
