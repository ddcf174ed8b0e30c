"""Numbers, days and texts as people write them."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from membership.forms.fields import CountField, DayField, DegreesField, DomainField, WordsField, YearField


def refusal(field, value) -> str:
    """Return the sentence with which a field refuses a value."""
    with pytest.raises(ValidationError) as error:
        field.clean(value)
    return error.value.messages[0]


@pytest.mark.parametrize(
    "written",
    [
        "1110196",
        "1 110 196",
        "1\u00a0110\u00a0196",
        "1\u2009110\u2009196",
        "1\u202f110\u202f196",
        "1.110.196",
        "1,110,196",
        "1'110'196",
        "1’110’196",
        " 1110196 ",
        "+1110196",
    ],
)
def test_a_count_is_read_with_any_separator_of_thousands(written):
    assert CountField().clean(written) == 1110196


@pytest.mark.parametrize(
    "written", ["110.5", "1,5", "1.110,196", "11 10", "1 million", "1e6", "½", "1\x00", "9" * 5000]
)
def test_a_count_that_is_no_whole_number_is_refused_and_not_guessed(written):
    assert refusal(CountField(), written) == "Enter a whole number, in figures."


@pytest.mark.parametrize("written", ["-1", "\u22121"])
def test_a_minus_is_read_as_a_minus(written):
    assert CountField().clean(written) == -1


def test_a_year_has_no_separator():
    assert YearField().clean("2022") == 2022
    assert refusal(YearField(), "2 022") == "Enter a whole number, in figures."


@pytest.mark.parametrize("written", ["43.72583", "43,72583", "43.72583°", "43,72583° N", "43.725831", " 43.7258299 "])
def test_degrees_are_read_with_point_or_comma_and_rounded_to_a_metre(written):
    assert DegreesField().clean(written) == Decimal("43.72583")


@pytest.mark.parametrize("written", ["43° 43′ 33″", "north", "NaN", "Infinity", "1e999999999", "43.7, 20.6"])
def test_degrees_that_are_no_decimal_number_are_refused(written):
    assert refusal(DegreesField(), written) == "Enter a number."


def test_a_day_is_typed_in_three_numbers():
    assert DayField().clean(["29", "2", "2024"]) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "parts",
    [
        ["29", "2", "2023"],
        ["31", "4", "2024"],
        ["0", "1", "2024"],
        ["1", "13", "2024"],
        ["a", "b", "c"],
        ["1", "1", "9" * 30],
    ],
)
def test_a_day_that_is_in_no_calendar_is_refused_in_one_sentence(parts):
    with pytest.raises(ValidationError) as error:
        DayField().clean(parts)
    assert error.value.messages == ["Enter a real date, for example 27 3 2024."]


@pytest.mark.parametrize("parts", [["", "2", "2024"], ["1", "", "2024"], ["1", "2", ""]])
def test_a_part_of_a_day_is_not_enough(parts):
    with pytest.raises(ValidationError) as error:
        DayField().clean(parts)
    assert error.value.messages == ["Enter day, month and year."]


def test_a_text_may_have_as_many_words_as_its_limit_and_no_more():
    field = WordsField(max_words=250)

    assert field.clean("word " * 250) == ("word " * 250).strip()
    assert refusal(field, "word " * 251) == "The text has 251 words; at most 250 are possible."


def test_words_are_counted_in_any_script_and_over_lines():
    assert WordsField(max_words=4).clean("Краљево\nлежи на\u00a0Ибру") == "Краљево\nлежи на\u00a0Ибру"


@pytest.mark.parametrize(
    ("written", "domain"),
    [
        ("kraljevo.example", "kraljevo.example"),
        ("@Kraljevo.Example", "kraljevo.example"),
        ("краљево.срб", "краљево.срб"),
    ],
)
def test_a_domain_is_read_in_any_script_and_without_its_at(written, domain):
    assert DomainField().clean(written) == domain


@pytest.mark.parametrize(
    "written", ["kraljevo", "office@kraljevo.example", "kraljevo..example", "-kraljevo.example", "a b.example"]
)
def test_a_domain_that_is_none_is_refused(written):
    assert refusal(DomainField(), written) == "Enter a domain like example.org, without @."
