"""Reads what programs take along: the newest news of one language, and its events; never a text of another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from news.ids import uid_of
from news.labels import Precision
from news.models.calendar import CalendarEntry
from news.models.common import ReadableQuerySet
from news.models.events import EventPage
from news.models.indexes import NewsIndexPage
from news.models.news import NewsPage, NewsTopic
from news.selectors.news import NEWEST_FIRST
from pages import places
from pages.families import Families
from pages.selectors import unrestricted

NEWS_IN_A_FEED = 20


@dataclass(frozen=True, slots=True)
class NewsFeed:
    """The newest news of a language, on all topics or on one, below the page that lists all, with their translations."""

    index: NewsIndexPage
    items: list[NewsPage]
    families: Families
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a language whose days are known, in their order, and slug → name of their cities in it.

    `entries` are by their identifier what is kept of the events that changed; `gone` those that are there no more.
    """

    events: list[EventPage]
    cities: Mapping[str, str]
    entries: Mapping[str, CalendarEntry]
    gone: Sequence[CalendarEntry] = ()


def news_feed(code: str, topic: str = "") -> NewsFeed | None:
    """Return the feed of a language, None where it has no public list of news; all topics without `topic`."""
    indexes = unrestricted(NewsIndexPage.objects.live()).filter(locale__language_code=code)
    index = indexes.select_related("locale").order_by("path").first()
    if index is None:
        return None
    news = NewsPage.objects.readable().in_language(code)
    if topic:
        news = news.filter(pk__in=NewsTopic.objects.filter(topic=topic).values("page"))
    items = list(news.order_by(*NEWEST_FIRST)[:NEWS_IN_A_FEED])
    return NewsFeed(index, items, Families(items), topic)


def known_events(code: str, kind: str = "", group: str = "") -> Events:
    """Return the events of a language, all kinds and groups without `kind` and `group`, and those that are gone.

    Those of which only the month or the year is known have no place in a calendar.
    """
    known, gone = _known(code), CalendarEntry.objects.filter(language=code, gone_at__isnull=False)
    if kind:
        known, gone = known.filter(kind=kind), gone.filter(kind=kind)
    if group:
        known, gone = known.filter(group_key=group), gone.filter(group_key=group)
    return _with_cities(known.defer("body").order_by("start", "end", "pk"), code, list(gone.order_by("start", "uid")))


def known_event(pk: int, code: str) -> Events | None:
    """Return one event of the language, None if its day is not known or it is not public."""
    found = _with_cities(_known(code).filter(pk=pk), code)
    return found if found.events else None


def _known(code: str) -> ReadableQuerySet:
    return EventPage.objects.readable().in_language(code).filter(precision=Precision.DAY)


def _with_cities(found: Iterable[EventPage], code: str, gone: Sequence[CalendarEntry] = ()) -> Events:
    events = list(found)
    cities = places.names({slug for event in events for slug in event.city_slugs}, code)
    return Events(events, cities, {entry.uid: entry for entry in _entries(events, code)}, gone)


def _entries(events: Sequence[EventPage], code: str) -> Iterable[CalendarEntry]:
    known = CalendarEntry.objects.filter(language=code, gone_at__isnull=True)
    return known.filter(uid=uid_of(events[0])) if len(events) == 1 else known
