"""Page types of news and events."""

from news.models.events import EventIndexPage, EventPage
from news.models.news import NewsCity, NewsIndexPage, NewsPage, NewsTopic

__all__ = ["EventIndexPage", "EventPage", "NewsCity", "NewsIndexPage", "NewsPage", "NewsTopic"]
