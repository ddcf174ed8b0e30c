"""The words of the glossary are found with any ending, in any order, in every script."""

import pytest

from pages.glossary import Term
from pages.translating.terms import Wanted, agreed_terms, lacking, says


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Izvršni odbor", "odluka Izvršnog odbora"),
        ("Изпълнителен комитет", "решава Изпълнителният комитет"),
        ("Δήμαρχος", "ο λόγος του δημάρχου"),
        ("Belediye Başkanı", "BELEDİYE BAŞKANLARI toplandı"),
        ("üye şehir", "üye şehirlerin listesi"),
        ("Mreža gradova B40", "u Mreži gradova B40"),
        ("kryetari i bashkisë", "kryetarit të bashkisë, i zgjedhur"),
        ("predsednik", "predsednikovo"),
    ],
)
def test_an_inflected_term_is_found(term, text):
    assert says(text, term)


@pytest.mark.parametrize(
    ("term", "text"),
    [("Izvršni odbor", "odluka odbora"), ("üye şehir", "kent üyeleri"), ("Δήμαρχος", "η δημοτική αρχή")],
)
def test_another_word_is_another_word(term, text):
    assert not says(text, term)


def test_a_longer_term_hides_the_shorter_one_inside_it():
    terms = [Wanted("membership application", "üyelik talebi"), Wanted("membership", "üyelik")]

    assert list(lacking("The membership application", "Bir başvuru", terms)) == [terms[0]]
    assert list(lacking("Memberships and a membership application", "Bir başvuru", terms)) == terms


def test_a_term_that_the_original_does_not_have_is_not_wanted():
    assert list(lacking("The mayors met.", "Toplandılar.", [Wanted("mayoress", "x"), Wanted("may", "y")])) == []


@pytest.mark.django_db
def test_a_word_that_is_doubtful_or_only_proposed_binds_nobody():
    words = [("üyelik", "high", False), ("", "", False), ("aday", "low", False), ("x", "", True), ("y", "", False)]
    for number, (text, certainty, is_proposal) in enumerate(words):
        Term.objects.create(
            key=f"k{number}",
            text_en=f"t{number}",
            language="tr",
            text=text,
            certainty=certainty,
            is_proposal=is_proposal,
        )

    assert agreed_terms("tr") == [Wanted("t0", "üyelik"), Wanted("t4", "y")]
