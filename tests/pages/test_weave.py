"""The woven drawings: closed, mirrored, the same everywhere, and one for each city."""

import csv
from pathlib import Path

import pytest
from django.template import Context, Template

from pages.weave import BAND_REPEAT, BAND_ROWS, TILE_CELLS, band, mark, outline, tile

ROOT = Path(__file__).resolve().parents[2]
MEMBERS = ROOT / "site" / "b40" / "seed" / "facts" / "members.csv"


@pytest.mark.parametrize(
    ("cells", "path"),
    [
        ([(0, 0)], "M0 0h1v1h-1z"),
        ([(2, 1), (3, 1)], "M2 1h2v1h-2z"),
        ([(0, 0), (0, 1), (1, 1)], "M0 0h1v1h1v1h-2z"),
        ([(0, 0), (1, 1)], "M0 0h1v1h-1zM1 1h1v1h-1z"),
        ([], ""),
    ],
    ids=["one", "row", "corner", "touching", "none"],
)
def test_an_outline_runs_around_its_cells(cells, path):
    assert outline(cells) == path


def test_an_outline_leaves_a_hole_out():
    ring = [(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]

    assert outline(ring) == "M0 0h3v3h-3zM1 1v1h1v-1z"


def dyes(drawn):
    """Fill the paths again: cell → dye, by counting the borders left of each cell."""
    found = {}
    for shape in drawn.shapes:
        for cell in filled(shape.path, drawn):
            assert cell not in found
            found[cell] = shape.dye
    return found


def filled(path, drawn):
    borders = set()
    for loop in path.split("M")[1:]:
        borders ^= vertical_borders(loop.rstrip("z"))
    return [
        (x, y)
        for x in range(drawn.width)
        for y in range(drawn.height)
        if sum((left, y) in borders for left in range(x + 1)) % 2
    ]


def vertical_borders(loop):
    """The unit steps down or up of a loop as (x, y); the closing step may be one of them."""
    start, *steps = loop.replace("h", ",h").replace("v", ",v").split(",")
    x, y = first = tuple(int(number) for number in start.split())
    borders = set()
    for step in steps:
        length = int(step[1:])
        if step[0] == "h":
            x += length
        else:
            borders ^= {(x, row) for row in range(min(y, y + length), max(y, y + length))}
            y += length
    return borders ^ {(x, row) for row in range(min(y, first[1]), max(y, first[1]))}


@pytest.mark.parametrize(
    "drawn", [tile("tirana"), tile("zagreb"), mark(), band()], ids=["tirana", "zagreb", "mark", "band"]
)
def test_a_drawing_dyes_every_cell_once(drawn):
    assert len(dyes(drawn)) == drawn.width * drawn.height


@pytest.mark.parametrize("slug", ["tirana", "istanbul", "novi-sad"])
def test_a_tile_is_mirrored_in_both_directions(slug):
    found = dyes(tile(slug))
    last = TILE_CELLS - 1

    assert all(found[x, y] == found[last - x, y] == found[x, last - y] for x, y in found)


def test_the_lozenges_of_the_band_are_red_and_green_in_turn():
    found = dyes(band())
    half, middle = BAND_REPEAT // 2, BAND_ROWS // 2

    assert [found[half // 2 + 4, middle], found[half + half // 2 + 4, middle]] == ["red", "green"]
    assert all(found[x, y] == found[x + half, y] for x in range(half) for y in (0, BAND_ROWS - 1))


def test_the_tile_of_a_city_is_the_same_on_every_machine():
    yellow = tile("tirana").shapes[3]

    assert yellow.dye == "yellow"
    assert yellow.path == (
        "M2 2h3v1h-2v2h-1zM2 14h1v2h2v1h-3zM4 7h1v-1h2v-1h2v-1h1v1h2v1h2v1h1v5h-1v1h-2v1h-2v1h-1v-1h-2v-1h-2v-1h-1z"
        "M6 8v3h1v1h2v1h1v-1h2v-1h1v-3h-1v-1h-2v-1h-1v1h-2v1zM14 2h3v3h-1v-2h-2zM14 16h2v-2h1v3h-3z"
    )


def test_capitals_and_the_encoding_of_accents_make_no_difference():
    assert tile("Niš") == tile("NIS\u030c")


def test_every_city_has_a_tile_of_its_own():
    slugs = [row["slug"] for row in csv.DictReader(MEMBERS.read_text(encoding="utf-8").splitlines())]

    assert len(slugs) > 50
    assert len({tile(slug) for slug in slugs}) == len(slugs)


def test_the_icon_in_the_browser_is_the_mark():
    icon = (ROOT / "static" / "img" / "favicon.svg").read_text()

    assert [shape.path for shape in mark().shapes if shape.path not in icon] == []


def test_a_tile_says_nothing_to_a_screen_reader_and_has_no_style_of_its_own():
    html = Template('{% load weave %}{% city_tile "tirana" "small" %}{% woven_band %}').render(Context())

    assert html.count('aria-hidden="true"') == 2
    assert 'class="tile tile--small"' in html
    assert "style" not in html
