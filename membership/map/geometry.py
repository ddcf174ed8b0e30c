"""The committed geometry, read once: one sheet for each view of the map.

Source: Natural Earth 1:10m countries (public domain) by npm world-atlas; made by deploy/geometry, see docs/map.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from membership.map.projection import ConformalConic

COUNTRIES = ("AL", "BA", "BG", "GR", "HR", "ME", "MK", "RO", "RS", "SI", "TR", "XK")

# The overview ends in the west of Anatolia; the wide sheet shows all twelve countries whole.
OVERVIEW, WIDE = "all", "wide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The part of the plane that a sheet shows."""

    x: float
    y: float
    width: float
    height: float

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return the point as shares of width and height: (0, 0) is the upper left corner, (1, 1) the lower right."""
        return (point[0] - self.x) / self.width, (point[1] - self.y) / self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where a country's name may stand: the longest stretch (left, right) inside it on each scan line, from `top`."""

    top: int
    rows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The drawing of one view in its own units: SVG path data, and the room for names."""

    frame: Frame
    width: int
    height: int
    shapes: Mapping[str, str]
    other: str
    borders: str
    disputed: str
    room: Mapping[str, Room]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    projection: ConformalConic
    row: int
    sheets: Mapping[str, Sheet]


@cache
def geometry() -> Geometry:
    """Return the committed geometry."""
    record = json.loads(Path(__file__).with_name("geometry.json").read_text(encoding="utf-8"))
    projection = {**record["projection"], "parallels": tuple(record["projection"]["parallels"])}
    sheets = {name: _sheet(drawn, record["sheet_width"]) for name, drawn in record["sheets"].items()}
    return Geometry(
        projection=ConformalConic(**projection),
        row=record["row"],
        sheets=MappingProxyType(sheets),
    )


def _sheet(drawn: Mapping[str, Any], width: int) -> Sheet:
    x, y, frame_width, frame_height = drawn["frame"]
    rooms = {
        code: Room(top=room["top"], rows=tuple((left, right) for left, right in room["rows"]))
        for code, room in drawn["room"].items()
        if room
    }
    return Sheet(
        frame=Frame(x=x, y=y, width=frame_width, height=frame_height),
        width=width,
        height=round(width * frame_height / frame_width),
        shapes=MappingProxyType(drawn["shapes"]),
        other=drawn["other"],
        borders=drawn["borders"],
        disputed=drawn["disputed"],
        room=MappingProxyType(rooms),
    )
