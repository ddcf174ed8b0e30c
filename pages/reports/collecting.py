"""The links in all published pages, read from their tables; one query for each type of page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from wagtail.models import get_page_models

from pages.base_page import BasePage
from pages.checks.content import Link, links_in


def links_of_pages() -> dict[int, list[Link]]:
    """Return the links of each live page by its number: those in its text, and the source of what it tells."""
    found: dict[int, list[Link]] = {}
    for model in get_page_models():
        fields = [name for name in ("body", "source_url") if _has(model, name)]
        if not issubclass(model, BasePage) or not fields:
            continue
        for number, *values in model.objects.live().exact_type(model).values_list("pk", *fields):
            found[number] = [link for value in values for link in _links(value)]
    return found


def _has(model: type[Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())


def _links(value: Any) -> Iterator[Link]:
    if isinstance(value, str):
        if value:
            yield Link("", "", href=value)
        return
    for text in _texts(list(value.raw_data)):
        if "<a " in text:
            yield from links_in(text)


def _texts(raw: Any) -> Iterator[str]:
    """Return all texts in what a stream field keeps."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for value in raw.values():
            yield from _texts(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _texts(value)


def page_links(found: dict[int, list[Link]]) -> dict[int, set[int]]:
    """Return page → the pages that it links."""
    return {number: {link.page for link in links if link.page} - {number} for number, links in found.items()}
