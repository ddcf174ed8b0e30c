"""Writes rows as JSON, CSV and GeoJSON, and says in a problem document what is wrong (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from pages.frame import absolute
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo
from pages.languages.table import SOURCE
from pages.opendata.models import DataVersion
from pages.opendata.requests import Wanted, pages_of
from pages.opendata.resources import Resource, Row
from pages.tables import csv_lines

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
NOTES = "notes"  # the column of a CSV for what a row owes its reader
TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "problem": "application/problem+json",
}


def listed(resource: Resource, wanted: Wanted, rows: Sequence[Row], count: int) -> HttpResponse:
    """Answer with one page of rows, and with links to the pages beside it (RFC 8288)."""
    pages = pages_of(count, wanted.per_page)
    found = {
        "resource": resource.name,
        "language": wanted.language,
        "licence": LICENCE,
        "count": count,
        "page": wanted.page,
        "pages": pages,
        "notes": notes_on(rows),
        "rows": list(rows),
    }
    answer = _answer(found, "json")
    if links := _links(resource, wanted, pages):
        answer["Link"] = links
    return answer


def single(wanted: Wanted, row: Row) -> HttpResponse:
    """Answer with one row."""
    return _answer({"language": wanted.language, "licence": LICENCE, "notes": notes_on([row]), "row": row}, "json")


def version_list(resource: Resource, kept: Iterable[DataVersion]) -> HttpResponse:
    """Answer with the days on which the rows changed, the newest first, each with its address and its SHA-256."""
    rows = [
        {
            "day": one.day.isoformat(),
            "sha256": one.digest,
            "url": absolute(reverse("opendata:version", args=[resource.name, one.day.isoformat()])),
        }
        for one in kept
    ]
    return _answer({"resource": resource.name, "licence": LICENCE, "versions": rows}, "json")


def version(resource: Resource, day: date, rows: Sequence[Row]) -> HttpResponse:
    """Answer with all rows as they were on a day."""
    head = {"resource": resource.name, "day": day.isoformat(), "language": SOURCE, "licence": LICENCE}
    return _answer({**head, "notes": notes_on(rows), "rows": list(rows)}, "json")


def table(resource: Resource, rows: Sequence[Row]) -> HttpResponse:
    """Answer with all rows for a spreadsheet; its last column has the footnote of Kosovo* where the row names it."""
    names = [field.name for field in resource.fields]
    lines = [[_cell(row[name]) for name in names] + [" ".join(notes_on([row]))] for row in rows]
    answer = HttpResponse("".join(csv_lines([[*names, NOTES], *lines])), content_type=TYPES["csv"])
    answer["Content-Disposition"] = f'attachment; filename="{resource.name}.csv"'
    return answer


def places(rows: Sequence[Row]) -> HttpResponse:
    """Answer with the rows that have a place as GeoJSON (RFC 7946): longitude first, in degrees of WGS 84."""
    known = [row for row in rows if row["latitude"] is not None and row["longitude"] is not None]
    collection: dict[str, Any] = {"type": "FeatureCollection", "notes": notes_on(known), "licence": LICENCE}
    if known:
        longitudes, latitudes = ([float(str(row[name])) for row in known] for name in ("longitude", "latitude"))
        collection["bbox"] = [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
    return _answer({**collection, "features": [_feature(row) for row in known]}, "geojson")


def problem(detail: str, status: int) -> HttpResponse:
    """Answer that something is wrong, in words for whoever writes the program."""
    answer = _answer(
        {"title": {400: "Not understood", 404: "Not found"}[status], "status": status, "detail": detail}, "problem"
    )
    answer.status_code = status
    return answer


def notes_on(rows: Sequence[Row]) -> list[str]:
    """Return the footnote where a row names Kosovo*."""
    return [str(KOSOVO_FOOTNOTE)] if names_kosovo(json.dumps(rows, ensure_ascii=False, default=str)) else []


def _feature(row: Row) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    properties = {name: value for name, value in row.items() if name not in ("id", "latitude", "longitude")}
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": point,
        "properties": {**properties, "notes": notes_on([row])},
    }


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _links(resource: Resource, wanted: Wanted, pages: int) -> str:
    beside = {"prev": wanted.page - 1, "next": wanted.page + 1}
    url = absolute(reverse("opendata:list", args=[resource.name, "json"]))
    query = {**wanted.chosen, "language": wanted.language, "per_page": wanted.per_page}
    return ", ".join(
        f'<{url}?{urlencode({**query, "page": page})}>; rel="{name}"'
        for name, page in beside.items()
        if 1 <= page <= pages
    )


def _answer(value: Any, form: str) -> HttpResponse:
    return HttpResponse(json.dumps(value, ensure_ascii=False), content_type=TYPES[form])
