"""Which marks stand together: pins that would overlap become one cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import hypot

# CSS pixels: WCAG 2.2, 2.5.8 Target Size (Minimum). At equality two targets touch and do not overlap.
TARGET = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map in CSS pixels, with its country."""

    x: float
    y: float
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Spots that share one mark, by their places in the sequence given; the mark stands at their mean."""

    members: tuple[int, ...]
    x: float
    y: float
    countries: frozenset[str]


def group(spots: Sequence[Spot]) -> tuple[Group, ...]:
    """Return groups whose marks are all at least `TARGET` apart, in the order of their first spots.

    The nearest two are joined first, and two of one country before two of different countries, so that a cluster
    rarely crosses a border.
    """
    groups = {
        index: Group(members=(index,), x=spot.x, y=spot.y, countries=frozenset({spot.country}))
        for index, spot in enumerate(spots)
    }
    heap = [near for index in groups for near in _near(index, groups) if near[2] < near[3]]
    heapify(heap)
    following = len(groups)
    while heap:
        _, _, first, second = heappop(heap)
        if first not in groups or second not in groups:
            continue
        groups[following] = _joined(groups.pop(first), groups.pop(second))
        for near in _near(following, groups):
            heappush(heap, near)
        following += 1
    return tuple(sorted(groups.values(), key=lambda joined: joined.members[0]))


def _near(index: int, groups: dict[int, Group]) -> Iterator[tuple[bool, float, int, int]]:
    here = groups[index]
    for key, there in groups.items():
        distance = hypot(here.x - there.x, here.y - there.y)
        if key != index and distance < TARGET:
            yield len(here.countries | there.countries) > 1, distance, index, key


def _joined(one: Group, two: Group) -> Group:
    count = len(one.members) + len(two.members)
    return Group(
        members=tuple(sorted(one.members + two.members)),
        x=(one.x * len(one.members) + two.x * len(two.members)) / count,
        y=(one.y * len(one.members) + two.y * len(two.members)) / count,
        countries=one.countries | two.countries,
    )
