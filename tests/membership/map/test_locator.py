"""The map that shows where one place lies."""

import pytest

from membership.map.locator import locate

SOFIA, PLOVDIV, ANKARA = (42.69751, 23.32415), (42.15, 24.75), (39.93, 32.86)


def test_the_place_and_the_others_stand_on_the_sheet_of_the_country():
    drawn = locate("BG", SOFIA, [PLOVDIV, SOFIA], numbered=1)

    assert [dot.number for dot in drawn.dots] == [None, 1]
    assert drawn.place.number is None
    assert len(drawn.neighbours) == 5


def test_what_lies_outside_the_sheet_has_no_mark():
    assert locate("BG", SOFIA, [ANKARA], numbered=1).dots == ()


def test_a_place_outside_its_country_is_shown_on_the_whole_map():
    drawn = locate("BG", ANKARA, [], numbered=0)

    assert drawn.place is not None
    assert len(drawn.neighbours) == 11


@pytest.mark.parametrize("place", [(0.0, 0.0), (95.0, 20.0)], ids=["far_away", "nowhere"])
def test_a_place_outside_the_map_is_not_marked(place):
    assert locate("BG", place, [], numbered=0).place is None


def test_without_a_place_the_country_is_shown():
    assert locate("XK", None, [], numbered=0).place is None


@pytest.mark.parametrize("country", ["", "DE"])
def test_another_country_has_no_map(country):
    assert locate(country, None, [], numbered=0) is None
