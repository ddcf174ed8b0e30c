"""The values of the map's SVG. Pure: no request, no database, no translation; all texts come in as arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from membership.map.geometry import COUNTRIES, OVERVIEW, WIDE, Frame, Sheet, geometry
from membership.map.lettering import names_on
from membership.map.marks import Addresses, Placed, groups_on, marks_on
from membership.map.values import Country, Kind, MemberMap, Pin, Zoom, starred

KINDS: tuple[Kind, ...] = ("member", "founding", "host")

# Share of the sheet at its edge where a neighbour's pin would be cut in two and is left out.
EDGE = 0.012


def draw(
    pins: Sequence[Pin],
    *,
    country_names: Mapping[str, str],
    footnote: str,
    members_url: str,
    list_anchor: str = "members",
    zoom: str | None = None,
    is_compact: bool = False,
) -> MemberMap:
    """Return the map of the pins, in their order; with `zoom` (a country's code) that country's view.

    `country_names` holds the twelve names in the reader's language and order; `members_url` is the list that a cluster
    or a country filters by `?country=`, `list_anchor` the id of the list on that page. A compact map has no
    links to countries and no names. Raises `ValueError` if a country is unknown, or Kosovo* has lost its star.
    """
    _check(country_names, footnote, zoom)
    sheet, placed = _sheet_for(pins, zoom)
    groups = groups_on(placed, sheet)
    addresses = Addresses(members_url=members_url, list_anchor=list_anchor)
    return MemberMap(
        view_box=f"0 0 {sheet.width} {sheet.height}",
        width=sheet.width,
        height=sheet.height,
        countries=_countries(sheet, country_names, None if is_compact else addresses, zoom),
        other=sheet.other,
        borders=sheet.borders,
        disputed=sheet.disputed,
        marks=marks_on(groups, placed, sheet, lambda found: addresses.cluster(found, zoom)),
        names=() if is_compact else names_on(groups, sheet, country_names),
        zooms=() if is_compact else _zooms(country_names, addresses, zoom),
        zoom_name=country_names[zoom] if zoom else "",
        whole_url=members_url,
        kinds=tuple(kind for kind in KINDS if any(spot.pin.kind == kind for spot in placed)),
        footnote=footnote,
        is_compact=is_compact,
    )


def is_zoomable(code: str) -> bool:
    """Tell whether the map has a view of this country (upper-case code)."""
    return code in COUNTRIES


def _check(country_names: Mapping[str, str], footnote: str, zoom: str | None) -> None:
    if set(country_names) != set(COUNTRIES):
        raise ValueError("The map needs the names of exactly its twelve countries")
    if zoom is not None and not is_zoomable(zoom):
        raise ValueError(f"The map has no view of {zoom!r}")
    starred("XK", country_names["XK"])
    starred("XK", footnote)


def _sheet_for(pins: Sequence[Pin], zoom: str | None) -> tuple[Sheet, tuple[Placed, ...]]:
    """Return the sheet and the pins it shows: the narrow overview is left when it would lose a pin."""
    sheets = geometry().sheets
    if zoom is not None:
        return sheets[zoom], _placed(pins, sheets[zoom].frame)
    overview, wide = (_placed(pins, sheets[name].frame) for name in (OVERVIEW, WIDE))
    return (sheets[OVERVIEW], overview) if len(overview) == len(wide) else (sheets[WIDE], wide)


def _placed(pins: Sequence[Pin], frame: Frame) -> tuple[Placed, ...]:
    projection = geometry().projection
    points = (projection.project(longitude=pin.longitude, latitude=pin.latitude) for pin in pins)
    spots = (Placed(pin, *frame.place(point)) for pin, point in zip(pins, points, strict=True))
    return tuple(spot for spot in spots if all(EDGE < share < 1 - EDGE for share in (spot.x, spot.y)))


def _countries(
    sheet: Sheet, country_names: Mapping[str, str], addresses: Addresses | None, zoom: str | None
) -> tuple[Country, ...]:
    return tuple(
        Country(
            code=code,
            name=name,
            path=sheet.shapes[code],
            url=addresses.country(code) if addresses and code != zoom else "",
            is_zoomed=code == zoom,
        )
        for code, name in country_names.items()
        if code in sheet.shapes
    )


def _zooms(country_names: Mapping[str, str], addresses: Addresses, zoom: str | None) -> tuple[Zoom, ...]:
    return tuple(
        Zoom(code=code, name=name, url=addresses.country(code), is_current=code == zoom)
        for code, name in country_names.items()
    )
