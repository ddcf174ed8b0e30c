"""Where the names of the countries stand: inside their country, clear of every mark, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from membership.map.geometry import Room

# CSS pixels, for the size in static/css/components/map.css (0.75rem).
LINE_HEIGHT = 15.0
PADDING = 3.0
STEP = 8.0

# Widths of letters as shares of the font size, on the generous side; every other small letter counts as 0.6.
NARROW, WIDE_LETTERS = frozenset("ijlIїіј.,'’*()- "), frozenset("mwMWШЩЖЮФМшщжюфмω@")
FONT_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A mark on the map, in CSS pixels."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Box:
    """The middle of a name and its lines, in CSS pixels."""

    x: float
    y: float
    lines: tuple[str, ...]

    @property
    def half_width(self) -> float:
        return max(text_width(line) for line in self.lines) / 2 + PADDING

    @property
    def half_height(self) -> float:
        return len(self.lines) * LINE_HEIGHT / 2

    def is_clear_of(self, circles: Sequence[Circle]) -> bool:
        half_width, half_height = self.half_width, self.half_height
        return all(
            hypot(max(abs(circle.x - self.x) - half_width, 0), max(abs(circle.y - self.y) - half_height, 0))
            >= circle.radius
            for circle in circles
        )


@lru_cache(maxsize=1024)
def text_width(text: str) -> float:
    """Return a generous estimate of the width in CSS pixels; the server has no fonts to measure."""
    return sum(_letter_width(letter) for letter in text) * FONT_SIZE


def _letter_width(letter: str) -> float:
    if letter in NARROW:
        return 0.33
    if letter in WIDE_LETTERS:
        return 0.95
    return 0.7 if letter.isupper() else 0.6


def place(name: str, room: Room, *, row: int, unit: float, circles: Sequence[Circle]) -> Box | None:
    """Return where `name` stands, as near to the country's middle as the marks allow; None if it fits nowhere.

    `row` is the distance of scan lines in units of the sheet, `unit` the CSS pixels per unit. One line is tried
    before two.
    """
    for lines in _ways(name):
        candidates = sorted(_candidates(lines, room, row=row, unit=unit), key=lambda pair: pair[0])
        for _, box in candidates:
            if box.is_clear_of(circles):
                return box
    return None


def fits(box: Box, room: Room, *, row: int, unit: float, circles: Sequence[Circle]) -> bool:
    """Tell whether a name may stand at `box` on a map of this size."""
    left, right = _stretch(box, room, row=row, unit=unit)
    return left <= box.x <= right and box.is_clear_of(circles)


def _ways(name: str) -> Iterator[tuple[str, ...]]:
    yield (name,)
    words = name.split(" ")
    if len(words) > 1:
        breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        yield min(breaks, key=lambda lines: max(text_width(line) for line in lines))


def _candidates(lines: tuple[str, ...], room: Room, *, row: int, unit: float) -> Iterator[tuple[float, Box]]:
    middle_x, middle_y = _middle(room, row=row, unit=unit)
    height = len(room.rows) * row * unit
    top = room.top * unit
    for index in range(int(height / (STEP / 2)) + 1):
        y = top + index * STEP / 2
        left, right = _stretch(Box(0, y, lines), room, row=row, unit=unit)
        if left > right:
            continue
        nearest = min(max(middle_x, left), right)
        steps = int((right - left) / STEP)
        for x in {nearest, *(left + STEP * count for count in range(steps + 1))}:
            yield hypot(x - middle_x, 1.5 * (y - middle_y)), Box(x, y, lines)


def _middle(room: Room, *, row: int, unit: float) -> tuple[float, float]:
    area = sum(right - left for left, right in room.rows)
    x = sum((right - left) * (right + left) / 2 for left, right in room.rows) / area
    y = sum((right - left) * index * row for index, (left, right) in enumerate(room.rows)) / area
    return x * unit, (room.top + y) * unit


def _stretch(box: Box, room: Room, *, row: int, unit: float) -> tuple[float, float]:
    """Return the least and greatest x for a box at this y; the first is greater than the second if there is none."""
    first = int(((box.y - box.half_height) / unit - room.top) // row)
    last = int(((box.y + box.half_height) / unit - room.top) // row) + 1
    if first < 0 or last >= len(room.rows):
        return 1.0, 0.0
    crossed = room.rows[first : last + 1]
    left = max(stretch[0] for stretch in crossed) * unit + box.half_width
    right = min(stretch[1] for stretch in crossed) * unit - box.half_width
    return left, right
