"""Finding the city of an application among the records, across spellings and languages."""

import pytest

from membership.labels.states import MemberState
from membership.models import CityName
from membership.selectors.matching import match_city, match_member
from tests.membership.factories import CityFactory, MemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def nis():
    city = CityFactory(slug="nis", country="RS", name_en="Nis", name_local="Ниш")
    CityName.objects.create(city=city, language="bs", name="Niš")
    CityName.objects.create(city=city, language="bg", name="Ниш")
    CityName.objects.create(city=city, language="el", name="Νις")
    return city


@pytest.mark.parametrize("name", ["Nis", "NIS", "  nis ", "Ниш", "НИШ", "Niš", "NIŠ", "Νις", "ΝΙΣ"])
def test_a_city_is_known_by_any_of_its_names(nis, name):
    assert match_city("RS", name) == nis


def test_one_of_several_names_is_enough(nis):
    assert match_city("RS", "Naissus", "Ниш") == nis


@pytest.mark.parametrize("names", [["Nish"], ["Municipality of Nis"], [""], ["", "  "], []])
def test_another_name_or_none_matches_nothing(nis, names):
    assert match_city("RS", *names) is None


def test_the_same_name_in_another_country_is_another_city(nis):
    assert match_city("BG", "Nis") is None


@pytest.mark.parametrize(("stored", "written"), [("İzmir", "İZMİR"), ("Iğdır", "IĞDIR"), ("Diyarbakır", "DİYARBAKIR")])
def test_a_turkish_capital_matches_its_small_letter(stored, written):
    city = CityFactory(country="TR", name_en="Other", name_local=stored)

    assert match_city("TR", written) == city


def test_a_letter_written_as_two_signs_matches_the_one(nis):
    assert match_city("RS", "Nis\u030c") == nis


@pytest.mark.parametrize(
    ("state", "is_standing"),
    [
        (MemberState.ACTIVE, True),
        (MemberState.LEAVING, True),
        (MemberState.SUSPENDED, True),
        (MemberState.ENDED, False),
        (MemberState.REMOVED, False),
    ],
)
def test_a_membership_stands_until_it_has_ended(nis, state, is_standing):
    member = MemberFactory(city=nis, state=state)

    assert match_member("RS", "Niš") == (member if is_standing else None)


def test_a_city_that_never_joined_has_no_membership(nis):
    assert match_member("RS", "Niš") is None


@pytest.mark.parametrize("count", [1, 3])
def test_matching_asks_as_much_for_three_cities_as_for_one(count, django_assert_num_queries):
    for number in range(count):
        CityFactory(slug=f"city-of-{number}", country="RS")

    with django_assert_num_queries(2):
        match_city("RS", "Nis")
