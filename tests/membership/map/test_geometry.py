"""The committed geometry is complete, small, and honest about the line between Kosovo* and Serbia."""

from itertools import pairwise

import pytest

from membership.map.geometry import COUNTRIES, geometry
from tests.membership.map.places import NAMES, distance, numbers, rings


def test_there_is_a_sheet_for_each_view():
    assert sorted(geometry().sheets) == sorted(["all", "wide", *NAMES])


@pytest.mark.parametrize("name", ["all", "wide"])
def test_the_overviews_draw_all_twelve_countries(name):
    sheet = geometry().sheets[name]

    assert tuple(sheet.shapes) == COUNTRIES
    assert sheet.width == 4000


@pytest.mark.parametrize("name", ["all", "wide", "XK", "RS", "ME", "AL", "MK"])
def test_the_dashed_line_is_no_plain_border(name):
    sheet = geometry().sheets[name]
    dashed, plain = steps_of(sheet.disputed), steps_of(sheet.borders)

    assert len(dashed) >= 8
    assert not dashed & plain


def test_the_dashed_line_runs_between_kosovo_and_serbia():
    sheet = geometry().sheets["XK"]

    offs = [distance(sheet.shapes[code], point) for point in points(sheet.disputed) for code in ("XK", "RS")]

    assert max(offs) <= 1.5


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_country_fills_its_own_view(country):
    sheet = geometry().sheets[country]
    drawn = [point for ring in rings(sheet.shapes[country]) for point in ring]
    xs, ys = [x for x, _ in drawn], [y for _, y in drawn]

    assert min(xs) >= 0
    assert max(xs) <= sheet.width
    assert min(ys) >= 0
    assert max(ys) <= sheet.height
    assert max((max(xs) - min(xs)) / sheet.width, (max(ys) - min(ys)) / sheet.height) > 0.85


@pytest.mark.parametrize("name", ["all", "wide", *COUNTRIES])
def test_the_views_are_between_square_and_eight_to_five(name):
    sheet = geometry().sheets[name]

    assert 0.99 < sheet.width / sheet.height < (1.61 if name != "wide" else 1.8)


def test_cyprus_is_one_quiet_shape():
    # Nicosia and the line through it: inside the merged neighbours, and crossed by no border.
    sheet = geometry().sheets["TR"]
    x, y = sheet.frame.place(geometry().projection.project(longitude=33.36, latitude=35.17))
    point = (x * sheet.width, y * sheet.height)

    assert distance(sheet.other, point) == 0
    assert min(gap(line, point) for line in points(sheet.borders)) > 200


def points(path):
    """The points of the open lines of compact path data."""
    found = []
    for line in path.split("M")[1:]:
        start, steps = (numbers(part) for part in line.split("l"))
        x, y = start
        found.append((x, y))
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


def steps_of(path):
    """The pieces of the lines, each as its two ends in either direction."""
    found = set()
    for line in path.split("M")[1:]:
        ends = points(f"M{line}")
        found |= {frozenset(piece) for piece in pairwise(ends)}
    return found


def gap(one, two):
    return ((one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2) ** 0.5
