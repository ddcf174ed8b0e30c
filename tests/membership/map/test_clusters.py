"""Pins that would overlap share a mark; those that just touch do not."""

import pytest

from membership.map.clusters import Spot, group


def spots(*places):
    return [Spot(x=x, y=0, country=country) for x, country in places]


def members(*places):
    return [joined.members for joined in group(spots(*places))]


def test_two_targets_that_just_touch_stay_apart():
    assert members((0, "BG"), (24, "BG")) == [(0,), (1,)]


def test_two_targets_that_overlap_are_joined():
    assert members((0, "BG"), (23.99, "BG")) == [(0, 1)]


def test_a_cluster_stands_in_the_middle_of_its_pins():
    joined = group([Spot(x=0, y=0, country="BG"), Spot(x=10, y=0, country="BG"), Spot(x=5, y=6, country="BG")])

    assert [(mark.x, mark.y) for mark in joined] == [(5, 2)]


def test_pins_of_one_country_are_joined_before_nearer_ones_across_a_border():
    assert members((0, "TR"), (13, "GR"), (36, "GR")) == [(0,), (1, 2)]


def test_pins_across_a_border_are_joined_where_nothing_else_helps():
    joined = group(spots((0, "TR"), (12, "GR")))

    assert [mark.countries for mark in joined] == [frozenset({"TR", "GR"})]


def test_a_cluster_takes_in_what_its_own_mark_would_overlap():
    assert members((0, "BG"), (20, "BG"), (33, "BG")) == [(0,), (1, 2)]
    assert members((0, "BG"), (20, "BG"), (30, "BG")) == [(0,), (1, 2)]
    assert members((0, "BG"), (14, "BG"), (30, "BG")) == [(0, 1, 2)]


def test_groups_keep_the_order_of_the_pins():
    assert members((90, "BG"), (0, "BG"), (91, "BG"), (1, "BG"), (50, "BG")) == [(0, 2), (1, 3), (4,)]


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_join_is_left_as_it_is(count):
    assert len(group(spots((5, "BG"))[:count])) == count
