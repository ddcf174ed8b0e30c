"""The events of a language as a calendar; the footnote of Kosovo* stands with each event that needs it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from django.utils.translation import gettext

from news import icalendar
from news.ids import uid_of
from news.labels import Course
from news.models import CalendarEntry, EventPage
from news.moments import updated
from news.selectors.feeds import Events
from pages.families import address
from pages.frame import absolute
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo
from pages.languages.table import BY_CODE
from pages.origins import notice_of

STATUS = {Course.AS_PLANNED: "CONFIRMED", Course.POSTPONED: "TENTATIVE", Course.CANCELLED: "CANCELLED"}


def calendar(found: Events) -> bytes:
    """Return the file in the active language, which is that of the events.

    It has no METHOD, so that DTSTAMP is the moment of the last publication (section 3.8.7.2).
    """
    name = icalendar.text(gettext("B40 Balkan Cities Network"))
    head = [
        "PRODID:-//B40 Balkan Cities Network//Events//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
    ]
    events = (_event(event, found.cities, found.entries.get(uid_of(event))) for event in found.events)
    return icalendar.calendar(head, [*events, *(_gone(entry) for entry in found.gone)])


def _event(event: EventPage, cities: Mapping[str, str], entry: CalendarEntry | None) -> Iterator[str]:
    """Yield the lines of an event; it fills its days, from the first until before the day after the last."""
    place = cities.get(event.city_slug, "")
    description = _description(event, place)
    yield f"UID:{uid_of(event)}"
    yield f"DTSTAMP:{icalendar.moment(updated(event))}"
    yield f"LAST-MODIFIED:{icalendar.moment(updated(event))}"
    yield f"SEQUENCE:{entry.sequence if entry else 0}"
    yield f"STATUS:{STATUS[Course(event.course)]}"
    yield from _days(event.start, event.end)
    yield _text("SUMMARY", event.title, event)
    if description:
        yield _text("DESCRIPTION", description, event)
    if place:
        yield _text("LOCATION", place, event)
    yield f"URL:{absolute(address(event.url_path, event.language.code))}"
    yield "TRANSP:TRANSPARENT"


def _gone(entry: CalendarEntry) -> Iterator[str]:
    """Yield the lines of an event that is there no more: programs see it cancelled (section 3.8.1.11)."""
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{icalendar.moment(entry.changed_at)}"
    yield f"LAST-MODIFIED:{icalendar.moment(entry.changed_at)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"STATUS:{STATUS[Course.CANCELLED]}"
    yield from _days(entry.start, entry.end)
    yield f"SUMMARY;LANGUAGE={BY_CODE[entry.language].lang}:{icalendar.text(entry.title)}"
    if names_kosovo(entry.title):
        yield f"DESCRIPTION:{icalendar.text(str(KOSOVO_FOOTNOTE))}"
    yield "TRANSP:TRANSPARENT"


def _days(start: date, end: date) -> Iterator[str]:
    yield f"DTSTART;VALUE=DATE:{icalendar.day(start)}"
    yield f"DTEND;VALUE=DATE:{icalendar.day(end + timedelta(days=1))}"


def _description(event: EventPage, place: str) -> str:
    """Return the sentence that lists show, what a reader is told of a translation, and the footnote."""
    changed = str(Course(event.course).label) if event.course != Course.AS_PLANNED else ""
    news = ": ".join(part for part in (changed, event.course_note) if part)
    text = "\n\n".join(part for part in (news, event.summary or event.outcome) if part)
    named = names_kosovo(f"{event.title} {text} {place}")
    parts = [text, str(notice_of(event)), str(KOSOVO_FOOTNOTE) if named else ""]
    return "\n\n".join(part for part in parts if part)


def _text(name: str, value: str, event: EventPage) -> str:
    return f"{name};LANGUAGE={event.language.lang}:{icalendar.text(value)}"
