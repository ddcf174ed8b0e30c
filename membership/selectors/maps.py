"""Draws the member map from the records, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from membership.map.svg import draw
from membership.map.values import Kind, MemberMap, Pin
from membership.selectors.cities import MemberRow, index_url
from pages.languages.collation import sort_key
from pages.languages.countries import COUNTRY_NAMES
from pages.languages.kosovo import KOSOVO_FOOTNOTE


def map_of(
    rows: Sequence[MemberRow], language: str, *, country: str = "", query: str = "?", is_compact: bool = False
) -> MemberMap:
    """Return the map of the members that have a position; `query` narrows what its links lead to."""
    key = sort_key(language)
    names = sorted(((code, str(name)) for code, name in COUNTRY_NAMES.items()), key=lambda pair: key(pair[1]))
    return draw(
        [_pin(row) for row in rows if row.city.latitude is not None and row.city.longitude is not None],
        country_names=dict(names),
        footnote=str(KOSOVO_FOOTNOTE),
        members_url=index_url(language) + query.rstrip("?"),
        zoom=country or None,
        is_compact=is_compact,
    )


def _pin(row: MemberRow) -> Pin:
    kind, status = _kind(row)
    return Pin(
        slug=row.city.slug,
        name=row.name,
        country=row.country,
        latitude=float(row.city.latitude or 0),
        longitude=float(row.city.longitude or 0),
        url=row.url,
        kind=kind,
        status=status,
        title=_("%(city)s, %(country)s: %(status)s")
        % {"city": row.name, "country": row.country_name, "status": status},
    )


def _kind(row: MemberRow) -> tuple[Kind, str]:
    if row.is_host:
        return "host", _("host of the presidency")
    if row.is_founding:
        return "founding", _("founding member")
    return "member", _("member")
