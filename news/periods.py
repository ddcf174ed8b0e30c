"""Rules of dates: how far a day is known, and where an event stands on a given day."""

from datetime import date

from news.labels import EventState, Precision
from pages.languages.partial_dates import PartialDate

ISO_LENGTH = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}


def known_date(day: date, precision: str) -> PartialDate:
    """Return as much of `day` as is known."""
    return PartialDate.parse(day.isoformat()[: ISO_LENGTH[Precision(precision)]])


def state_on(today: date, *, start: date, end: date) -> EventState:
    """Return whether an event is still to come, takes place or is past; its first and last day belong to it."""
    if today < start:
        return EventState.UPCOMING
    return EventState.PAST if today > end else EventState.NOW
