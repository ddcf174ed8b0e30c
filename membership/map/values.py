"""What the map is given and what it gives to its template: frozen values, all text already in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from membership.map.geometry import COUNTRIES

Kind = Literal["member", "founding", "host"]


def starred(country: str, text: str) -> str:
    """Return `text` if it may stand for `country`: a text for Kosovo* carries the star. Raises `ValueError`."""
    if country == "XK" and "*" not in text:
        raise ValueError(f"The name of Kosovo* carries its star: {text!r}")
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One city. `kind` chooses the shape, `status` says it in words, `title` is the link's whole accessible name."""

    slug: str
    name: str
    country: str
    latitude: float
    longitude: float
    url: str
    kind: Kind
    status: str
    title: str

    def __post_init__(self) -> None:
        if self.country not in COUNTRIES:
            raise ValueError(f"Not a country of the map: {self.country!r}")
        if not (self.title and self.url and self.name):
            raise ValueError(f"A pin needs a name, a title and an address: {self.slug!r}")
        starred(self.country, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country's shape; `url` is empty where countries are not links."""

    code: str
    name: str
    path: str
    url: str
    is_zoomed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A pin, or a cluster of pins that would overlap. `x` and `y` are percentages, written for SVG in any language.

    `absent` names the sizes of the map (small, medium, large) at which this mark gives way to others.
    """

    pins: tuple[Pin, ...]
    x: str
    y: str
    url: str
    absent: tuple[str, ...]

    @property
    def shape(self) -> str:
        """Return the id of the symbol: member, founding, host, cluster or cluster-host."""
        if not self.is_cluster:
            return self.pins[0].kind
        return "cluster-host" if any(pin.kind == "host" for pin in self.pins) else "cluster"

    @property
    def is_cluster(self) -> bool:
        return len(self.pins) > 1

    @property
    def title(self) -> str:
        """Return the accessible name of a single pin; a cluster's is a sentence of the template."""
        return self.pins[0].title

    @property
    def size(self) -> int:
        return len(self.pins)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(pin.name for pin in self.pins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a country's name; percentages as in `Mark`."""

    text: str
    x: str
    y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A country's name where it fits inside its country and beside the marks."""

    country: str
    lines: tuple[Line, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """A link to one country's view."""

    code: str
    name: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberMap:
    """Everything that templates/membership/components/member_map.html shows."""

    view_box: str
    width: int
    height: int
    countries: tuple[Country, ...]
    other: str
    borders: str
    disputed: str
    marks: tuple[Mark, ...]
    names: tuple[Name, ...]
    zooms: tuple[Zoom, ...]
    zoom_name: str
    whole_url: str
    kinds: tuple[Kind, ...]
    footnote: str
    is_compact: bool

    @property
    def has_clusters(self) -> bool:
        return any(mark.is_cluster for mark in self.marks)
