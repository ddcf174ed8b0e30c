"""What a reader may choose in an index, read from the query of the address and offered as links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.utils.functional import Promise

Label = str | Promise

# First parts of addresses below the list of news, which no item may have.
LIST_WORDS = ("topic", "city", "country", "press")


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that narrows a list, or widens it again."""

    title: Label
    url: str
    is_current: bool


def chosen(query: Mapping[str, str], name: str, values: Iterable[str]) -> str:
    """Return the chosen value, or nothing if none is chosen. Raises `Http404` for a value not among `values`."""
    value = query.get(name, "")
    if value and value not in values:
        raise Http404(f"Nothing is listed under this {name}.")
    return value


def query_of(choices: Mapping[str, str | int]) -> str:
    """Return what is chosen as a query string; nothing if nothing is."""
    named = {name: value for name, value in choices.items() if value}
    return f"?{urlencode(named)}" if named else ""


def filters(
    path: str, choices: Mapping[str, str], name: str, options: Iterable[tuple[str, Label]], *, everything: Label
) -> list[Filter]:
    """Return a link for each option of one choice, the first one to all; the other choices stay in force."""
    return [
        Filter(label, path + query_of({**choices, name: value}), choices[name] == value)
        for value, label in [("", everything), *options]
    ]
