"""Rows of the CSV files on news and events, read and checked before anything is written."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.text import slugify

from news.labels import Certainty, EventKind, Topic
from pages.languages.partial_dates import PartialDate
from pages.languages.table import TRANSLITERATED
from pages.languages.transliteration import message_to_latin

# Places of the news that are no member city in the records.
NOT_MEMBERS = frozenset({"Tuzi"})


Row = TypeVar("Row")
Choice = TypeVar("Choice", bound=TextChoices)


class RowError(ValueError):
    """A row that cannot be loaded; names file, line and reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsRow:
    """A news item; texts are by language code."""

    slug: str
    day: PartialDate
    titles: dict[str, str]
    summaries: dict[str, str]
    cities: tuple[str, ...]
    topics: tuple[Topic, ...]
    source: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event; texts are by language code."""

    slug: str
    kind: EventKind
    start: PartialDate
    last_day: date
    city: str
    titles: dict[str, str]
    hosts: dict[str, str]
    attendees: dict[str, str]
    outcomes: dict[str, str]
    source: dict[str, str]


def read_news(facts: Path) -> list[NewsRow]:
    """Return the rows of news.csv in their order. Raises `RowError` for the first that cannot be read."""
    slugs, others = _city_slugs(facts), _other_languages(facts)
    return list(_checked(facts / "news.csv", lambda row: _news_row(row, slugs, others)))


def read_events(facts: Path) -> list[EventRow]:
    """Return the rows of summits.csv in their order. Raises `RowError` for the first that cannot be read."""
    slugs = _city_slugs(facts)
    return list(_checked(facts / "summits.csv", lambda row: _event_row(row, slugs)))


def _checked(path: Path, convert: Callable[[dict[str, str]], Row]) -> Iterator[Row]:
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            try:
                if not row["slug"] or row["slug"] in seen:
                    raise ValueError(f"the slug {row['slug']!r} is empty or used twice")
                seen.add(row["slug"])
                yield convert(row)
            except KeyError as error:
                raise RowError(f"{path.name} has no column {error}.") from error
            except ValueError as error:
                raise RowError(f"{path.name}, line {reader.line_num}: {error}.") from error


def _news_row(row: dict[str, str], slugs: dict[str, str], others: dict[str, list[dict[str, str]]]) -> NewsRow:
    further = others.get(row["slug"], [])
    return NewsRow(
        slug=row["slug"],
        day=PartialDate.parse(row["date"]),
        titles=_texts(row, "headline", further),
        summaries=_texts(row, "summary", further),
        cities=tuple(_slug(name, slugs) for name in _several(row["city"]) if name not in NOT_MEMBERS),
        topics=tuple(_choice(Topic, name) for name in _several(row["topic"])),
        source=_source(row),
    )


def _event_row(row: dict[str, str], slugs: dict[str, str]) -> EventRow:
    start, end = PartialDate.parse(row["start_date"]), PartialDate.parse(row["end_date"] or row["start_date"])
    if start.precision != end.precision or end.first_day < start.first_day:
        raise ValueError(f"{row['end_date']!r} cannot be the end of what begins on {row['start_date']!r}")
    return EventRow(
        slug=row["slug"],
        kind=_choice(EventKind, row["kind"]),
        start=start,
        last_day=end.last_day,
        city=_slug(row["city"], slugs) if row["city"] else "",
        titles=_texts(row, "title"),
        hosts=_texts(row, "host"),
        attendees=_texts(row, "attendees"),
        outcomes=_texts(row, "outcome"),
        source=_source(row),
    )


def _texts(row: dict[str, str], column: str, further: Iterable[dict[str, str]] = ()) -> dict[str, str]:
    """Return a text by language code; a column without a Turkish twin has no Turkish text."""
    texts = {"en": row[column], "tr": row.get(f"{column}_tr", "")} | {
        other["language"]: other[column] for other in further
    }
    made = {code: message_to_latin(texts[source]) for code, source in TRANSLITERATED.items() if source in texts}
    return texts | made


def _other_languages(facts: Path) -> dict[str, list[dict[str, str]]]:
    """Return slug → the texts of a news item in further languages."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    path = facts / "news_texts.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found[row["slug"]].append(row)
    return found


def _source(row: dict[str, str]) -> dict[str, str]:
    return {
        "source_url": row["source_url"],
        "source_name": row.get("source_name", ""),
        "certainty": _choice(Certainty, row["certainty"]),
    }


def _choice(choices: type[Choice], name: str) -> Choice:
    """Return the choice whose value is the name as a slug."""
    value = slugify(name)
    if value not in choices.values:
        raise ValueError(f"{name!r} is none of {', '.join(choices.values)}")
    return choices(value)


def _slug(name: str, slugs: dict[str, str]) -> str:
    if name not in slugs:
        raise ValueError(f"members.csv has no city {name!r}")
    return slugs[name]


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _city_slugs(facts: Path) -> dict[str, str]:
    with (facts / "members.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name_en"]: row["slug"] for row in csv.DictReader(lines)}
