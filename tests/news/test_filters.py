"""Tests of what a reader may choose in an index."""

import pytest
from django.http import Http404

from news.filters import chosen
from pages.paging import page_number


@pytest.mark.parametrize(("query", "number"), [({}, 1), ({"page": "1"}, 1), ({"page": "20"}, 20)])
def test_a_page_is_known_by_its_number(query, number):
    assert page_number(query) == number


@pytest.mark.parametrize("value", ["-1", "0", "", "01", "1.5", "two", "²", "٣", " 1", "1\n", "1000000"])
def test_what_is_no_number_of_a_page_is_not_found(value):
    with pytest.raises(Http404):
        page_number({"page": value})


def test_a_value_of_the_list_is_chosen():
    assert chosen({"year": "2024"}, "year", ["2023", "2024"]) == "2024"


@pytest.mark.parametrize("query", [{}, {"year": ""}], ids=["absent", "empty"])
def test_nothing_is_chosen_where_nothing_is_named(query):
    assert chosen(query, "year", ["2023"]) == ""


@pytest.mark.parametrize("value", ["2022", "-2023", "2023 ", "all"])
def test_a_value_outside_the_list_is_not_found(value):
    with pytest.raises(Http404):
        chosen({"year": value}, "year", ["2023"])
