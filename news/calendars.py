"""The events of a language as a calendar; the footnote of Kosovo* stands with each event that needs it."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from django.utils.translation import gettext

from news import icalendar
from news.ids import uid_of
from news.models import EventPage
from news.moments import updated
from news.selectors.feeds import Events
from pages.families import address
from pages.frame import absolute
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo
from pages.origins import notice_of


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
    return icalendar.calendar(head, (_event(event, found.cities) for event in found.events))


def _event(event: EventPage, cities: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of an event; it fills its days, from the first until before the day after the last."""
    place = cities.get(event.city_slug, "")
    description = _description(event, place)
    yield f"UID:{uid_of(event)}"
    yield f"DTSTAMP:{icalendar.moment(updated(event))}"
    yield f"DTSTART;VALUE=DATE:{icalendar.day(event.start)}"
    yield f"DTEND;VALUE=DATE:{icalendar.day(event.end + timedelta(days=1))}"
    yield _text("SUMMARY", event.title, event)
    if description:
        yield _text("DESCRIPTION", description, event)
    if place:
        yield _text("LOCATION", place, event)
    yield f"URL:{absolute(address(event.url_path, event.language.code))}"
    yield "TRANSP:TRANSPARENT"


def _description(event: EventPage, place: str) -> str:
    """Return the sentence that lists show, what a reader is told of a translation, and the footnote."""
    text = event.summary or event.outcome
    named = names_kosovo(f"{event.title} {text} {place}")
    parts = [text, str(notice_of(event)), str(KOSOVO_FOOTNOTE) if named else ""]
    return "\n\n".join(part for part in parts if part)


def _text(name: str, value: str, event: EventPage) -> str:
    return f"{name};LANGUAGE={event.language.lang}:{icalendar.text(value)}"
