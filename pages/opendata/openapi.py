"""Describes the open data for programs (OpenAPI 3.1), from the same declarations by which they are answered."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse

from pages.frame import absolute
from pages.languages.table import CODES, SOURCE
from pages.opendata.answers import LICENCE, TYPES
from pages.opendata.requests import MOST_PER_PAGE, PER_PAGE
from pages.opendata.resources import Field, Resource, resources

ENTRIES = {"type": "array", "items": {"type": "object"}}
NOTES = {"type": "array", "items": {"type": "string"}, "description": "What is owed to the reader of the answer."}


def description() -> HttpResponse:
    """Return the description."""
    paths: dict[str, Any] = {}
    for resource in resources():
        paths |= _paths(resource)
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": "B40 Balkan Cities Network: open data",
            "version": "1",
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        "servers": [{"url": absolute("/api/v1")}],
        "paths": paths,
        "components": {
            "schemas": {"problem": _problem(), **{resource.name: _row(resource) for resource in resources()}},
        },
    }
    return HttpResponse(json.dumps(whole, ensure_ascii=False), content_type=TYPES["json"])


def _paths(resource: Resource) -> dict[str, Any]:
    lists = {f"/{resource.name}.{form}": {"get": _list(resource, form)} for form in resource.forms}
    number = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": r"^[\w\-]{1,80}$"}}
    one = {
        "operationId": f"{resource.name}_row",
        "summary": f"One record of: {resource.text}",
        "parameters": [number, _language(), *_paging(), *_filters(resource)],
        "responses": {"200": _answer("json", _single(resource)), **_refusals()},
    }
    return {**lists, f"/{resource.name}/{{id}}.json": {"get": one}, **(_versions(resource) if resource.is_kept else {})}


def _versions(resource: Resource) -> dict[str, Any]:
    day = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    text = {"type": "string"}
    entry = _object({"day": day, "sha256": text, "url": {**text, "format": "uri"}})
    head = {"resource": {"const": resource.name}, "licence": {"const": LICENCE}}
    every = _object({**head, "versions": {"type": "array", "items": entry}})
    rows = {"type": "array", "items": {"type": "object"}, "description": "With the fields of that day."}
    one = _object({**head, "day": day, "language": {"const": SOURCE}, "notes": NOTES, "rows": rows})
    place = {"name": "day", "in": "path", "required": True, "schema": day}
    return {
        f"/{resource.name}/versions.json": {
            "get": {
                "operationId": f"{resource.name}_versions",
                "summary": f"The days on which these changed: {resource.text}",
                "responses": {"200": _answer("json", every), **_refusals()},
            }
        },
        f"/{resource.name}/versions/{{day}}.json": {
            "get": {
                "operationId": f"{resource.name}_version",
                "summary": f"As it was on a day, in English: {resource.text}",
                "parameters": [place],
                "responses": {"200": _answer("json", one), **_refusals()},
            }
        },
    }


def _list(resource: Resource, form: str) -> dict[str, Any]:
    schema = {"json": _listing(resource), "csv": {"type": "string"}, "geojson": _collection()}[form]
    return {
        "operationId": f"{resource.name}_{form}",
        "summary": resource.text,
        "parameters": [_language(), *_paging(), *_filters(resource)],
        "responses": {"200": _answer(form, schema), **_refusals()},
    }


def _language() -> dict[str, Any]:
    return {"name": "language", "in": "query", "schema": {"type": "string", "enum": list(CODES), "default": SOURCE}}


def _paging() -> list[dict[str, Any]]:
    page = {"type": "integer", "minimum": 1, "maximum": 999_999, "default": 1}
    per_page = {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE}
    return [{"name": "page", "in": "query", "schema": page}, {"name": "per_page", "in": "query", "schema": per_page}]


def _filters(resource: Resource) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "in": "query",
            "description": one.text,
            "schema": {"type": "string", "enum": list(values)},
        }
        for one in resource.filters
        if (values := one.values())
    ]


def _answer(form: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "What was asked for.", "content": {TYPES[form].partition(";")[0]: {"schema": schema}}}


def _refusals() -> dict[str, Any]:
    content = {TYPES["problem"]: {"schema": {"$ref": "#/components/schemas/problem"}}}
    return {
        "400": {"description": "A parameter or a value that there is not.", "content": content},
        "404": {"description": "No such record, or no such page.", "content": content},
    }


def _listing(resource: Resource) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{resource.name}"}}
    numbers = {name: {"type": "integer"} for name in ("count", "page", "pages")}
    return _object({"resource": {"const": resource.name}, **_head(), **numbers, "rows": rows})


def _single(resource: Resource) -> dict[str, Any]:
    return _object({**_head(), "row": {"$ref": f"#/components/schemas/{resource.name}"}})


def _head() -> dict[str, Any]:
    return {"language": {"enum": list(CODES)}, "licence": {"const": LICENCE}, "notes": NOTES}


def _collection() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["type", "features"],
        "properties": {"type": {"const": "FeatureCollection"}, "features": ENTRIES, "notes": NOTES},
    }


def _problem() -> dict[str, Any]:
    return _object({"title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}})


def _row(resource: Resource) -> dict[str, Any]:
    return _object({field.name: _field(field) for field in resource.fields})


def _field(field: Field) -> dict[str, Any]:
    kinds: Any = [field.kind, "null"] if field.is_nullable else field.kind
    return {"type": kinds, "description": field.text}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}
