"""A map that shows where one place lies: its country, the place itself, and numbered others around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from membership.map.geometry import COUNTRIES, WIDE, Sheet, geometry
from membership.map.marks import percentage

Point = tuple[float, float]  # latitude and longitude in degrees


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark; `x` and `y` are percentages, written for SVG. The place itself and those further away have no number."""

    x: str
    y: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class LocatorMap:
    """What the template shows; `place` is None where the place is unknown or lies outside the map."""

    view_box: str
    own: str
    neighbours: tuple[str, ...]
    other: str
    borders: str
    disputed: str
    place: Dot | None
    dots: tuple[Dot, ...]


def locate(country: str, place: Point | None, others: Sequence[Point], *, numbered: int) -> LocatorMap | None:
    """Return the map of a country with a place and others, of which so many, the first, bear a number.

    A place outside its country's sheet is shown on the map of all twelve; None for a country that is not on the map.
    """
    if country not in COUNTRIES:
        return None
    sheets = geometry().sheets
    is_inside = place is None or _dot(place, sheets[country]) is not None
    sheet = sheets[country if is_inside else WIDE]
    numbers = [index + 1 if index < numbered else None for index in range(len(others))]
    dots = [_dot(point, sheet, number) for point, number in zip(others, numbers, strict=True)]
    return LocatorMap(
        view_box=f"0 0 {sheet.width} {sheet.height}",
        own=sheet.shapes[country],
        neighbours=tuple(path for code, path in sheet.shapes.items() if code != country),
        other=sheet.other,
        borders=sheet.borders,
        disputed=sheet.disputed,
        place=_dot(place, sheet) if place else None,
        dots=tuple(dot for dot in reversed(dots) if dot),
    )


def _dot(point: Point, sheet: Sheet, number: int | None = None) -> Dot | None:
    """Return the mark of a point, or None where the sheet ends before it."""
    try:
        projected = geometry().projection.project(latitude=point[0], longitude=point[1])
    except ValueError:
        return None
    x, y = sheet.frame.place(projected)
    return Dot(percentage(x), percentage(y), number) if 0 <= x <= 1 and 0 <= y <= 1 else None
