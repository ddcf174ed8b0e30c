"""Names of news and events that never change, wherever the site moves and whatever their address becomes."""

from news.models import EventPage, NewsPage

# RFC 4151: who gives the names, and a day on which the domain was the network's own.
AUTHORITY = "b40network.org"
SINCE = "2024-01-01"


def tag_of_feed(code: str, topic: str = "") -> str:
    """Return the `tag:` URI of the news of a language, on all topics or on one."""
    return f"tag:{AUTHORITY},{SINCE}:news/{code}" + (f"/topic/{topic}" if topic else "")


def tag_of(item: NewsPage) -> str:
    """Return the `tag:` URI of a news item in its language."""
    return f"tag:{AUTHORITY},{SINCE}:news/{item.translation_key}/{item.language.code}"


def uid_of(event: EventPage) -> str:
    """Return the identifier of an event in its language, for calendars (RFC 5545, section 3.8.4.7)."""
    return f"{event.translation_key}-{event.language.code}@{AUTHORITY}"
