"""News and events for search engines (schema.org)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from news.labels import Course
from news.models import EventPage, NewsPage
from news.moments import published, updated
from pages.structured import network

STATUS = {
    Course.AS_PLANNED: "https://schema.org/EventScheduled",
    Course.POSTPONED: "https://schema.org/EventPostponed",
    Course.CANCELLED: "https://schema.org/EventCancelled",
}


def article(item: NewsPage, url: str) -> dict[str, Any]:
    """Return a news item; `url` is its canonical address."""
    return {
        "@type": "NewsArticle",
        "headline": item.title,
        "description": item.description,
        "inLanguage": item.language.lang,
        "datePublished": published(item).isoformat() if item.first_published_at else "",
        "dateModified": updated(item).isoformat() if item.last_published_at else "",
        "url": url,
        "publisher": network(),
        "isBasedOn": item.source_url,
    }


def event(page: EventPage, url: str, cities: Mapping[str, Any]) -> dict[str, Any]:
    """Return an event, with its days as far as they are known; `cities` are by slug, with their names."""
    place = cities.get(page.city_slug)
    return {
        "@type": "Event",
        "name": page.title,
        "description": page.description,
        "inLanguage": page.language.lang,
        "startDate": str(page.known_start),
        "endDate": str(page.known_end),
        "eventStatus": STATUS[Course(page.course)],
        "location": {"@type": "Place", "name": place.name, "address": place.name} if place else {},
        "organizer": {"@type": "Organization", "name": page.host} if page.host else network(),
        "url": url,
    }
