"""What a kind of record offers: its fields, its filters, and its rows. Each app declares its own once, and all else follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Value = str | int | float | bool | None | list[dict[str, str]]
Row = Mapping[str, Value]
Chosen = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row; `kind` is its type in JSON Schema, `text` says what it means. A field may be unknown (null)."""

    name: str
    kind: str
    text: str
    is_nullable: bool = False


# What records of several kinds have.
TITLE = Field("title", "string", "The title in the language of the text.")
TEXT_LANGUAGE = Field(
    "text_language", "string", "The language of the text, English where there is none in the one asked for."
)
PAGE = Field("page", "string", "Its page on this site, in the language asked for.")
STATED_AT = Field("source", "string", "Where the fact stands; empty if it is on no page.")
CERTAINTY = Field("certainty", "string", "How well the source supports it: high or medium.")


@dataclass(frozen=True, slots=True)
class Filter:
    """A parameter that narrows the rows to one of `values`, which are asked for anew each time."""

    name: str
    text: str
    values: Callable[[], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of record. `rows` returns what is public, in a stable order, in the language that is active.

    Rows have the fields, `id` first. With `latitude` and `longitude` it is offered as GeoJSON too.
    """

    name: str
    text: str
    fields: tuple[Field, ...]
    rows: Callable[[str, Chosen], Iterable[Row]]
    filters: tuple[Filter, ...] = ()
    is_kept: bool = False  # whether a version of each day is kept; texts have versions of their own

    @property
    def has_places(self) -> bool:
        return {"latitude", "longitude"} <= {field.name for field in self.fields}

    @property
    def forms(self) -> tuple[str, ...]:
        return ("json", "csv", "geojson") if self.has_places else ("json", "csv")


_resources: dict[str, Resource] = {}


def register(resource: Resource) -> Resource:
    """Offer a kind of record; the same name again takes the place of the first."""
    _resources[resource.name] = resource
    return resource


def resources() -> list[Resource]:
    """Return all kinds of records by name."""
    return [_resources[name] for name in sorted(_resources)]


def resource(name: str) -> Resource | None:
    return _resources.get(name)
