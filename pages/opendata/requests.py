"""Reads what a program asks for; a parameter or value that there is not is refused in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from django.http import QueryDict

from pages.languages.table import CODES, SOURCE
from pages.opendata.resources import Chosen, Resource

PER_PAGE, MOST_PER_PAGE = 200, 1000
_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


class NotUnderstoodError(ValueError):
    """The query asks for something that there is not; `status` is that of the answer (RFC 9110)."""

    def __init__(self, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.status = status


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a query asks for."""

    language: str
    chosen: Chosen
    page: int
    per_page: int


def wanted(resource: Resource, query: QueryDict) -> Wanted:
    """Return what the query asks for. Raises `NotUnderstoodError` for another parameter, or one that stands twice."""
    known = {"language", "page", "per_page", *(one.name for one in resource.filters)}
    if strange := sorted(set(query) - known):
        raise NotUnderstoodError(f"There is no parameter {strange[0]!r}. Known are: {', '.join(sorted(known))}.")
    if doubled := [name for name in query if len(query.getlist(name)) > 1]:
        raise NotUnderstoodError(f"The parameter {doubled[0]!r} stands more than once.")
    return Wanted(
        _one_of("language", query.get("language", SOURCE), CODES),
        {
            one.name: _one_of(one.name, str(query[one.name]), one.values())
            for one in resource.filters
            if one.name in query
        },
        _number("page", query.get("page", "1"), 999_999),
        _number("per_page", query.get("per_page", str(PER_PAGE)), MOST_PER_PAGE),
    )


def pages_of(count: int, per_page: int) -> int:
    """Return how many pages there are; an empty list has one."""
    return max(1, ceil(count / per_page))


def _one_of(name: str, value: str, values: object) -> str:
    if value not in values:  # type: ignore[operator] # a sequence of texts
        raise NotUnderstoodError(f"{name} has no value {value[:40]!r}.")
    return value


def _number(name: str, value: str, most: int) -> int:
    if not _NUMBER.fullmatch(value) or int(value) > most:
        raise NotUnderstoodError(f"{name} is a whole number from 1 to {most}.")
    return int(value)
