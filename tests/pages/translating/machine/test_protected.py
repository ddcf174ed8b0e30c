"""The network's words stay what they are, whatever a translation service makes of the rest."""

import pytest

from pages.translating.machine.protected import protect, restored
from pages.translating.terms import Wanted

TERMS = [Wanted("Executive Committee", "Yürütme Kurulu"), Wanted("mayor", "belediye başkanı")]


def test_a_term_goes_out_in_the_words_of_the_language_and_comes_back_without_its_mark():
    asked = protect('The mayor and the <a id="a1">Executive Committee</a>.', TERMS)

    assert asked == (
        'The <code translate="no">belediye başkanı</code> and the '
        '<a id="a1"><code translate="no">Yürütme Kurulu</code></a>.'
    )
    answer = '<a id="a1"><code translate="no">Yürütme Kurulu</code></a> ve <code>belediye başkanı</code>.'
    assert restored(asked, answer) == '<a id="a1">Yürütme Kurulu</a> ve belediye başkanı.'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor", '<code translate="no">Belediye başkanı</code>'),
        ("the mayoral office", "the mayoral office"),
        ('<a id="mayor">x</a>', '<a id="mayor">x</a>'),
    ],
)
def test_only_the_whole_word_in_the_text_is_a_term(text, expected):
    assert protect(text, TERMS) == expected


def test_without_terms_a_text_goes_out_as_it_is():
    assert protect("The mayor.", []) == "The mayor."


@pytest.mark.parametrize(
    "answer",
    [
        "Başkan imzalar.",  # the term is lost
        '<code translate="no">belediye</code>',  # a part of it
        '<code translate="no">belediye başkanı</code> <a id="a1">imzalar</a>',  # a link that was not there
        '<code translate="no">belediye başkanı</code> Kosova',  # a star is missing
    ],
)
def test_an_answer_that_lost_something_is_not_taken(answer):
    assert restored(protect("The mayor signs.", TERMS), answer) is None
