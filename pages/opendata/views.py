"""The addresses under `/api/v1/`: read by anybody from anywhere, without a cookie, with an ETag."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from pages.machines import read_by_machines
from pages.opendata import answers
from pages.opendata.openapi import description
from pages.opendata.requests import NotUnderstoodError, Wanted, pages_of, wanted
from pages.opendata.resources import Resource, resource
from pages.opendata.versions import rows_on, versions

View = Callable[..., HttpResponse]


def open_to_all(view: View) -> View:
    """Let a script of any site read the answer, and say in a problem document what is wrong."""

    @read_by_machines
    def answered(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotUnderstoodError as error:
            return answers.problem(str(error), error.status)

    @wraps(view)
    def opened(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        answer = answered(request, *args, **kwargs)
        answer["Access-Control-Allow-Origin"] = "*"  # on the answer that nothing changed, too
        return answer

    return opened


@open_to_all
def show_list(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """Answer with the rows of a kind of record; JSON by pages, CSV and GeoJSON whole."""
    known = _known(name, form)
    asked = wanted(known, request.GET)
    with translation.override(asked.language):
        rows = list(known.rows(asked.language, asked.chosen))
        if form == "csv":
            return answers.table(known, rows)
        if form == "geojson":
            return answers.places(rows)
        return _page(known, asked, rows)


@open_to_all
def show_row(request: HttpRequest, name: str, number: str) -> HttpResponse:
    """Answer with one row by its identifier."""
    known = _known(name, "json")
    asked = wanted(known, request.GET)
    with translation.override(asked.language):
        row = next((row for row in known.rows(asked.language, {}) if row["id"] == number), None)
        if row is None:
            raise NotUnderstoodError("There is no such record.", 404)
        return answers.single(asked, row)


@open_to_all
def show_versions(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with the days on which a kind of record changed."""
    known = _kept(name, request)
    return answers.version_list(known, versions(known).defer("rows"))


@open_to_all
def show_version(request: HttpRequest, name: str, day: str) -> HttpResponse:
    """Answer with the rows of a kind of record as they were on a day, in English."""
    known = _kept(name, request)
    try:
        wanted_day = date.fromisoformat(day)
    except ValueError as error:
        raise NotUnderstoodError("There is no such day.", 404) from error
    rows = rows_on(known, wanted_day)
    if rows is None:
        raise NotUnderstoodError("Nothing was kept yet on that day.", 404)
    return answers.version(known, wanted_day, rows)


@open_to_all
def show_description(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django calls a view with it
    """Answer with the description of everything here (OpenAPI 3.1)."""
    return description()


@open_to_all
def show_nothing(request: HttpRequest, path: str = "") -> HttpResponse:  # noqa: ARG001 - as above
    """Answer that nothing is at an address."""
    raise NotUnderstoodError("Nothing is at this address. /api/v1/openapi.json tells what there is.", 404)


def _known(name: str, form: str) -> Resource:
    found = resource(name)
    if found is None or form not in found.forms:
        raise NotUnderstoodError("There is no such kind of record, or not in this form.", 404)
    return found


def _kept(name: str, request: HttpRequest) -> Resource:
    known = _known(name, "json")
    if not known.is_kept:
        raise NotUnderstoodError("No versions of this kind of record are kept.", 404)
    if request.GET:
        raise NotUnderstoodError("Versions have no parameters.")
    return known


def _page(known: Resource, asked: Wanted, rows: list) -> HttpResponse:
    if asked.page > pages_of(len(rows), asked.per_page):
        raise NotUnderstoodError("The list has no such page.", 404)
    start = (asked.page - 1) * asked.per_page
    return answers.listed(known, asked, rows[start : start + asked.per_page], len(rows))
