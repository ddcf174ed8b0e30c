"""Page types of news and events."""

from news.models.calendar import CalendarEntry
from news.models.events import EventCity, EventPage, EventPaper
from news.models.indexes import EventIndexPage, NewsIndexPage
from news.models.news import NewsCity, NewsPage, NewsTopic

__all__ = [
    "CalendarEntry",
    "EventCity",
    "EventIndexPage",
    "EventPage",
    "EventPaper",
    "NewsCity",
    "NewsIndexPage",
    "NewsPage",
    "NewsTopic",
]
