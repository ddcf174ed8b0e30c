"""The marks of the map at its three sizes: which pins stand alone, which share a cluster, and where each leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

from membership.map.clusters import Group, Spot, group
from membership.map.geometry import Sheet
from membership.map.values import Mark, Pin

# The least width in CSS pixels at which each size is shown; the limits stand in static/css/components/map.css too.
# The smallest is that of a window of 320 pixels.
SIZES: Mapping[str, float] = MappingProxyType({"small": 280.0, "medium": 480.0, "large": 736.0})

Groups = Mapping[str, tuple[Group, ...]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A pin and its place as shares of the sheet's width and height."""

    pin: Pin
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where countries and clusters lead: the list of members, filtered; it may carry a query already."""

    members_url: str
    list_anchor: str

    def country(self, code: str) -> str:
        return self._filtered([code])

    def cluster(self, countries: Iterable[str], zoom: str | None) -> str:
        """Return the filtered list; on a country's own view, where the map cannot come nearer, the list itself."""
        codes = sorted(countries)
        return self._filtered(codes) + (f"#{self.list_anchor}" if codes == [zoom] or len(codes) > 1 else "")

    def _filtered(self, codes: Sequence[str]) -> str:
        joint = "&" if "?" in self.members_url else "?"
        return self.members_url + joint + urlencode([("country", code.lower()) for code in codes])


def percentage(share: float) -> str:
    """Return a share for SVG, with a point in every language, to a hundredth of a per cent."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def groups_on(placed: Sequence[Placed], sheet: Sheet) -> Groups:
    """Return for each size of the map the groups of pins that share a mark."""
    ratio = sheet.frame.height / sheet.frame.width
    return {
        size: group([Spot(x=spot.x * width, y=spot.y * width * ratio, country=spot.pin.country) for spot in placed])
        for size, width in SIZES.items()
    }


def marks_on(
    groups: Groups, placed: Sequence[Placed], sheet: Sheet, cluster_url: Callable[[Iterable[str]], str]
) -> tuple[Mark, ...]:
    """Return every mark once, with the sizes that do without it, in the order of the pins.

    A single pin stands before the clusters it begins.
    """
    sizes_of: dict[tuple[int, ...], list[str]] = {}
    for size, found in groups.items():
        for joined in found:
            sizes_of.setdefault(joined.members, []).append(size)
    ratio = sheet.frame.height / sheet.frame.width
    places = {
        joined.members: (percentage(joined.x / SIZES[size]), percentage(joined.y / SIZES[size] / ratio))
        for size, found in groups.items()
        for joined in found
    }
    return tuple(
        _mark([placed[index].pin for index in members], places[members], sizes_of[members], cluster_url)
        for members in sorted(sizes_of, key=lambda members: (members[0], len(members)))
    )


def _mark(
    pins: Sequence[Pin], place: tuple[str, str], sizes: Sequence[str], cluster_url: Callable[[Iterable[str]], str]
) -> Mark:
    url = pins[0].url if len(pins) == 1 else cluster_url({pin.country for pin in pins})
    return Mark(pins=tuple(pins), x=place[0], y=place[1], url=url, absent=absent_from(sizes))


def absent_from(sizes: Sequence[str]) -> tuple[str, ...]:
    """Return the sizes of the map that are not among these."""
    return tuple(size for size in SIZES if size not in sizes)
