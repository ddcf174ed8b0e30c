"""The programme of an event as readers see it: by the clock of the host, with the moments for other clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from news.models import EventPage
from news.zones import moment, offset_of, zone_of
from pages import places
from pages.languages.active import active_language
from pages.languages.formats import format_time
from pages.languages.table import BY_CODE


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """What happens from `start` on; `clock` is the time as the language writes it, by the clock of the host."""

    start: datetime
    end: datetime | None
    clock: str
    end_clock: str
    title: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """The entries of a day, in the order of their times."""

    day: date
    entries: tuple[ProgrammeEntry, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """The days in their order; `zone` is the host's, as "Europe/Sofia", and `offset` its difference from UTC then.

    `locale` is how the reader's times are to be written, as "en-GB" (BCP 47).
    """

    days: tuple[ProgrammeDay, ...]
    zone: str
    offset: str
    locale: str


def programme(event: EventPage) -> Programme:
    """Return the programme of an event; the clock is that of its city's country, or the network's where it has none."""
    country = places.countries().get(event.city_slug, "") if event.city_slug else ""
    zone, code = zone_of(country), active_language().code
    blocks = sorted((block.value for block in event.programme), key=lambda value: value["day"])
    days = tuple(ProgrammeDay(value["day"], _entries(value, zone, code)) for value in blocks)
    first = next((entry.start for day in days for entry in day.entries), None)
    return Programme(days, zone.key, offset_of(first) if first else "", BY_CODE[code].babel.replace("_", "-"))


def _entries(value: dict, zone: ZoneInfo, code: str) -> tuple[ProgrammeEntry, ...]:
    return tuple(
        ProgrammeEntry(
            start=moment(value["day"], entry["start"], zone),
            end=moment(value["day"], entry["end"], zone) if entry["end"] else None,
            clock=format_time(code, entry["start"]),
            end_clock=format_time(code, entry["end"]) if entry["end"] else "",
            title=entry["title"],
            place=entry["place"],
            text=entry["text"],
        )
        for entry in sorted(value["entries"], key=lambda entry: entry["start"])
    )
