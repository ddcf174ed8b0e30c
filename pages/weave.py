"""The network's weave: a band, a mark, and a tile for every city, by the geometry of Balkan and Anatolian kilims.

A kilim is woven in slits: every line runs along the threads, a slope is a flight of steps, and a figure is mirrored in
both directions. So a figure here is a grid of cells, each dyed in one of five dyes, and a drawing is one path per dye.
Everything is a pure function: the same name gives the same tile on every machine.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from typing import TypeVar
from unicodedata import normalize

Cell = tuple[int, int]
Level = Callable[[int, int], int]
Place = Callable[[int, int], bool]
Option = TypeVar("Option")

GROUND, RED, GREEN, YELLOW, WOOL = "ground", "red", "green", "yellow", "wool"
TILE_CELLS = 19
HALF = TILE_CELLS // 2
BAND_ROWS = 11
BAND_REPEAT = 48


@dataclass(frozen=True, slots=True)
class Shape:
    """All cells of one dye as SVG path data, one unit per cell."""

    dye: str
    path: str


@dataclass(frozen=True, slots=True)
class Weave:
    """A drawing of `width` times `height` cells; the shapes do not overlap and leave no cell out."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


@lru_cache(maxsize=512)
def tile(name: str) -> Weave:
    """Return the tile of a city by its slug or name. Capitals and the way accents are encoded make no difference."""
    pattern = _pattern(_Choice(name))
    cells = {(x, y): pattern.dye(abs(x - HALF), abs(y - HALF)) for x in range(TILE_CELLS) for y in range(TILE_CELLS)}
    return _weave(cells, TILE_CELLS, TILE_CELLS)


@lru_cache(maxsize=1)
def mark() -> Weave:
    """Return the network's own sign: one lozenge of the band, also its icon in the browser."""
    cells = {(x, y): _mark_dye(abs(x - 8) + abs(y - 8)) for x in range(17) for y in range(17)}
    return _weave(cells, 17, 17)


@lru_cache(maxsize=1)
def band() -> Weave:
    """Return one repeat of the band: lozenges in turn red and green between two rows of teeth."""
    cells = {(x, y): _band_dye(x, y) for x in range(BAND_REPEAT) for y in range(BAND_ROWS)}
    return _weave(cells, BAND_REPEAT, BAND_ROWS)


def _band_dye(x: int, y: int) -> str:
    half = BAND_REPEAT // 2
    middle = BAND_ROWS // 2
    v = abs(y - middle)
    if v == middle:
        return WOOL if x % 4 < 2 else GROUND
    dye = RED if x < half else GREEN
    u = abs(x % half - half // 2)
    large, small = u // 2 + v, (half // 2 - u) // 2 + v
    if large < 5:
        return (YELLOW, YELLOW, dye, dye, WOOL)[large]
    return (YELLOW, WOOL)[small] if small < 2 else GROUND


def _mark_dye(distance: int) -> str:
    rings = (WOOL, YELLOW, YELLOW, RED, RED, RED, WOOL, GREEN, WOOL)
    return rings[distance] if distance < len(rings) else GROUND


# A medallion tells how far a cell is from the middle; the cells of one distance are one ring.
MEDALLIONS: tuple[Level, ...] = (
    lambda u, v: u + v,  # lozenge
    lambda u, v: (u + 1) // 2 * 2 + (v + 1) // 2 * 2 - min(u % 2, v % 2),  # lozenge in broad steps
    lambda u, v: min(u + v, max(u, v) * 3 // 2),  # star of eight points
    lambda u, v: 2 * max(u, v) - min(u, v),  # four horns
    lambda u, v: max(u, v) + min(u, v) * 3 // 2,  # star of four points
    lambda u, v: max(u, (u + 2 * v + 1) // 2),  # lying hexagon
    lambda u, v: max(v, (2 * u + v + 1) // 2),  # standing hexagon
)
# From the rim of the medallion inwards; a number names a dye of the tile.
RINGS = (
    (2, 0, 0, 1, 1, 2, 0, 0, 2),
    (2, 0, 3, 0, 1, 1, 2, 0, 0),
    (0, 2, 2, 0, 1, 1, 3, 3, 0),
    (2, 1, 1, 2, 0, 0, 2, 1, 1),
    (0, 0, 2, 3, 3, 2, 0, 0, 1),
    (1, 2, 0, 0, 0, 2, 1, 3, 3),
)
CORNERS: tuple[Place, ...] = (
    lambda u, v: abs(u - 6) + abs(v - 6) <= 1,
    lambda u, v: u >= 5 and v >= 5 and max(u, v) == 7,
    lambda u, v: u + v >= 13 and (u + v) % 2 == 1,
    lambda u, v: abs(u - 6) == abs(v - 6) and abs(u - 6) <= 1,
    lambda u, v: u + v >= 12,
    lambda *_: False,
)
EDGES: tuple[Place, ...] = (
    lambda u, v: min(u, v) % 2 == 0,
    lambda u, v: min(u, v) % 4 < 2,
    lambda u, v: min(u, v) % 3 == 0,
    lambda *_: True,
    lambda *_: False,
)
GROUNDS = (GROUND, GROUND, RED, GREEN)
FIGURE_DYES = {
    GROUND: (
        (RED, YELLOW, WOOL, GREEN),
        (YELLOW, RED, WOOL, GREEN),
        (GREEN, YELLOW, WOOL, RED),
        (WOOL, RED, YELLOW, GREEN),
    ),
    RED: ((GROUND, YELLOW, WOOL, GREEN), (YELLOW, WOOL, GROUND, GREEN), (WOOL, YELLOW, GROUND, GREEN)),
    GREEN: ((GROUND, YELLOW, WOOL, RED), (YELLOW, WOOL, GROUND, RED), (WOOL, RED, GROUND, YELLOW)),
}


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What a tile is put together from; `u` and `v` count cells from the middle."""

    medallion: Level
    ground: str
    rings: tuple[int, ...]
    in_corner: Place
    at_edge: Place
    dyes: tuple[str, ...]
    reach: int

    def dye(self, u: int, v: int) -> str:
        if max(u, v) == HALF:
            return self.ground
        if max(u, v) == HALF - 1 and self.at_edge(u, v):
            return self.dyes[0]
        level = self.medallion(u, v)
        if level <= self.reach:
            return self.dyes[self.rings[self.reach - level] % len(self.dyes)]
        return self.dyes[1] if self.in_corner(u, v) and level > self.reach + 1 else self.ground


class _Choice:
    """Draws from lists by the digest of a name, so that similar names have different tiles."""

    def __init__(self, name: str) -> None:
        spelling = normalize("NFC", normalize("NFC", name).casefold())
        self.number = int.from_bytes(blake2s(spelling.encode()).digest(), "big")

    def of(self, options: tuple[Option, ...]) -> Option:
        self.number, place = divmod(self.number, len(options))
        return options[place]


def _pattern(choice: _Choice) -> _Pattern:
    medallion, ground = choice.of(MEDALLIONS), choice.of(GROUNDS)
    rings, corner, edge = choice.of(RINGS), choice.of(CORNERS), choice.of(EDGES)
    dyes = choice.of(FIGURE_DYES[ground])
    return _Pattern(medallion, ground, rings, corner, edge, dyes, reach=choice.of((6, 7, 8)))


def _weave(cells: dict[Cell, str], width: int, height: int) -> Weave:
    by_dye: dict[str, set[Cell]] = defaultdict(set)
    for cell, dye in cells.items():
        by_dye[dye].add(cell)
    return Weave(width, height, tuple(Shape(dye, outline(by_dye[dye])) for dye in sorted(by_dye)))


def outline(cells: Iterable[Cell]) -> str:
    """Return path data around a set of cells; a hole runs the other way round, so that both fill rules leave it out."""
    edges = _edges(set(cells))
    path = []
    while edges:
        start = min(edges)
        path.append(f"M{start[0]} {start[1]}{''.join(_loop(edges, start))}z")
    return "".join(path)


def _edges(cells: set[Cell]) -> dict[Cell, list[Cell]]:
    """Return for each corner the steps (dx, dy) of the border that leave it, with the cells on their right."""
    edges: dict[Cell, list[Cell]] = defaultdict(list)
    for x, y in cells:
        sides = (((x, y - 1), (x, y), (1, 0)), ((x + 1, y), (x + 1, y), (0, 1)))
        more = (((x, y + 1), (x + 1, y + 1), (-1, 0)), ((x - 1, y), (x, y + 1), (0, -1)))
        for neighbour, corner, step in (*sides, *more):
            if neighbour not in cells:
                edges[corner].append(step)
    return edges


def _loop(edges: dict[Cell, list[Cell]], start: Cell) -> Iterator[str]:
    """Take one closed border out of `edges`; where two meet in a corner, turn right and stay with the same cells."""
    corner, step, length = start, edges[start][0], 0
    while True:
        ways = edges[corner]
        right = (-step[1], step[0])
        way = next((way for way in (right, step) if way in ways), ways[0])
        if way != step:
            yield _run(step, length)
            length = 0
        ways.remove(way)
        if not ways:
            del edges[corner]
        step, length = way, length + 1
        corner = (corner[0] + step[0], corner[1] + step[1])
        if corner == start:
            return  # the last run is drawn by closing the path


def _run(step: Cell, length: int) -> str:
    return f"h{step[0] * length}" if step[0] else f"v{step[1] * length}"
