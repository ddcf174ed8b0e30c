"""Page types of news and events."""

from news.models.events import EventPage
from news.models.indexes import EventIndexPage, NewsIndexPage
from news.models.news import NewsCity, NewsPage, NewsTopic

__all__ = ["EventIndexPage", "EventPage", "NewsCity", "NewsIndexPage", "NewsPage", "NewsTopic"]
