"""Distances on the earth."""

import pytest

from membership.rules.distances import kilometres

SOFIA, ISTANBUL = (42.69751, 23.32415), (41.00824, 28.97836)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(SOFIA, SOFIA, 0, id="the_same_place"),
        pytest.param((0, 0), (0, 1), 111.2, id="a_degree_of_the_equator"),
        pytest.param((0, 0), (1, 0), 111.2, id="a_degree_to_the_north"),
        pytest.param((60, 0), (60, 1), 55.6, id="a_degree_of_a_parallel"),
        pytest.param(SOFIA, ISTANBUL, 504.4, id="sofia_istanbul"),
        pytest.param((0, 0), (0, 180), 20015.1, id="the_other_side"),
    ],
)
def test_the_distance_is_that_of_the_great_circle(first, second, expected):
    assert round(kilometres(first, second), 1) == expected
    assert round(kilometres(second, first), 1) == expected
