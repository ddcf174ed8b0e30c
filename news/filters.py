"""What a reader may choose in an index, read from the query of the address."""

import re
from collections.abc import Iterable, Mapping

from django.http import Http404

_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


def chosen(query: Mapping[str, str], name: str, values: Iterable[str]) -> str:
    """Return the chosen value, or nothing if none is chosen. Raises `Http404` for a value not among `values`."""
    value = query.get(name, "")
    if value and value not in values:
        raise Http404(f"Nothing is listed under this {name}.")
    return value


def page_number(query: Mapping[str, str]) -> int:
    """Return the number of the page, 1 if none is named. Raises `Http404` for what is no number from 1 on."""
    value = query.get("page", "1")
    if not _NUMBER.fullmatch(value):
        raise Http404("The list has no such page.")
    return int(value)
