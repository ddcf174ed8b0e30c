"""The names of the countries on a sheet, at each size of the map where there is room for them."""

from __future__ import annotations

from collections.abc import Mapping

from membership.map.clusters import Group
from membership.map.geometry import Sheet, geometry
from membership.map.marks import SIZES, Groups, absent_from, percentage
from membership.map.names import LINE_HEIGHT, Box, Circle, fits, place
from membership.map.values import Line, Name

# CSS pixels that a name keeps away from the middle of a mark.
PIN_RADIUS, CLUSTER_RADIUS = 9.0, 14.0


def names_on(groups: Groups, sheet: Sheet, country_names: Mapping[str, str]) -> tuple[Name, ...]:
    """Return the names that fit, from the largest map down; a name moves on a smaller map only if it must."""
    circles = {size: tuple(_circle(joined) for joined in found) for size, found in groups.items()}
    return tuple(
        _name(code, box, width, sizes, sheet)
        for code, name in country_names.items()
        if code in sheet.room
        for box, width, sizes in _boxes(name, code, sheet, circles)
    )


def _circle(joined: Group) -> Circle:
    return Circle(joined.x, joined.y, PIN_RADIUS if len(joined.members) == 1 else CLUSTER_RADIUS)


def _boxes(
    name: str, code: str, sheet: Sheet, circles: Mapping[str, tuple[Circle, ...]]
) -> list[tuple[Box, float, list[str]]]:
    found: list[tuple[Box, float, list[str]]] = []
    room, row = sheet.room[code], geometry().row
    for size, width in sorted(SIZES.items(), key=lambda pair: -pair[1]):
        unit = width / sheet.width
        for box, drawn_width, sizes in found:
            share = width / drawn_width
            if fits(Box(box.x * share, box.y * share, box.lines), room, row=row, unit=unit, circles=circles[size]):
                sizes.append(size)
                break
        else:
            placed = place(name, room, row=row, unit=unit, circles=circles[size])
            if placed:
                found.append((placed, width, [size]))
    return found


def _name(code: str, box: Box, width: float, sizes: list[str], sheet: Sheet) -> Name:
    height = width * sheet.frame.height / sheet.frame.width
    top = box.y - (len(box.lines) - 1) * LINE_HEIGHT / 2
    return Name(
        country=code,
        lines=tuple(
            Line(text=text, x=percentage(box.x / width), y=percentage((top + index * LINE_HEIGHT) / height))
            for index, text in enumerate(box.lines)
        ),
        absent=absent_from(sizes),
    )
