"""The filters of the member index: what each would show, and where it leads."""

import pytest
from django.utils import translation

from membership.labels.states import MemberState
from membership.selectors.filters import Filter, country_filters, status_filters, year_filters
from pages.certainty import Certainty
from tests.membership.factories import CityFactory, MemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _members(db):
    for country, is_founding in [("BG", True), ("BG", False), ("HR", False), ("AL", True)]:
        MemberFactory(city=CityFactory(country=country), is_founding=is_founding)
    MemberFactory(city=CityFactory(country="GR"), certainty=Certainty.LOW)
    MemberFactory(city=CityFactory(country="TR"), state=MemberState.ENDED)


def test_every_country_with_a_listed_member_is_offered():
    assert country_filters("en", (), "") == [
        Filter("All countries", "?", 4, is_current=True),
        Filter("Albania", "?country=al", 1, is_current=False),
        Filter("Bulgaria", "?country=bg", 2, is_current=False),
        Filter("Croatia", "?country=hr", 1, is_current=False),
    ]


def test_countries_stand_in_the_order_of_the_readers_alphabet():
    with translation.override("tr"):
        titles = [row.title for row in country_filters("tr", (), "")][1:]

    assert titles == ["Arnavutluk", "Bulgaristan", "Hırvatistan"]


def test_the_country_that_is_chosen_is_marked():
    chosen = [row.title for row in country_filters("en", ("BG", "HR"), "") if row.is_current]

    assert chosen == ["Bulgaria", "Croatia"]


def test_countries_count_only_founders_where_founders_are_asked_for():
    assert country_filters("en", ("AL",), "founding") == [
        Filter("All countries", "?status=founding", 2, is_current=False),
        Filter("Albania", "?country=al&status=founding", 1, is_current=True),
        Filter("Bulgaria", "?country=bg&status=founding", 1, is_current=False),
    ]


def test_the_status_is_counted_within_the_countries():
    assert status_filters("en", ["BG"], "") == [
        Filter("All members", "?country=bg", 2, is_current=True),
        Filter("Founding members", "?country=bg&status=founding", 1, is_current=False),
    ]


def test_the_status_that_is_chosen_is_marked_and_all_countries_counted():
    assert status_filters("en", [], "founding") == [
        Filter("All members", "?", 4, is_current=False),
        Filter("Founding members", "?status=founding", 2, is_current=True),
    ]


def test_several_countries_stand_in_the_link():
    assert status_filters("en", ["BG", "HR"], "")[0].url == "?country=bg&country=hr"


def test_years_are_offered_the_newest_first_within_the_other_choices():
    MemberFactory(city=CityFactory(country="RO"), joined="2021-11-30", is_founding=True)
    MemberFactory(city=CityFactory(country="RO"), joined="2023-01")
    MemberFactory(city=CityFactory(country="RO"), joined="2023")

    assert year_filters("en", ["RO"], "", "2021") == [
        Filter("All years", "?country=ro", 3, is_current=False),
        Filter("2023", "?country=ro&year=2023", 2, is_current=False),
        Filter("2021", "?country=ro&year=2021", 1, is_current=True),
    ]
    assert country_filters("en", (), "founding", "2021")[1:] == [
        Filter("Romania", "?country=ro&status=founding&year=2021", 1, is_current=False)
    ]


def test_filters_ask_one_query_each(django_assert_num_queries):
    with django_assert_num_queries(2):
        country_filters("en", (), "")
        status_filters("en", [], "")
