"""News and events for pages of other apps: the latest news, the nearest event, the summits."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.utils import timezone

from news.models import EventPage, NewsPage
from news.selectors import events, news
from pages.languages.active import active_language

register = template.Library()


@register.simple_tag
def latest_news(number: int) -> list[NewsPage]:
    """Return the newest items in the active language; the English ones if it has none (see `language` of an item)."""
    return news.latest(number, active_language().code)


@register.simple_tag
def nearest_event() -> EventPage | None:
    """Return the event that takes place or comes next; the last one if none is to come."""
    return events.nearest_event(active_language().code, today=timezone.localdate())


@register.simple_tag
def summits() -> list[EventPage]:
    """Return the annual summits from the first to the last."""
    return events.summits(active_language().code)


@register.simple_tag
def summits_and_meetings() -> list[EventPage]:
    """Return all events from the first to the last."""
    return events.in_order(active_language().code)


@register.simple_tag
def place_slugs(pages: Iterable[NewsPage | EventPage]) -> list[str]:
    """Return the slugs of all cities of these pages, each once, so that their names are read with one query."""
    return list(dict.fromkeys(slug for page in pages for slug in page.city_slugs))


@register.simple_tag
def places(page: NewsPage | EventPage, known: Mapping[str, Any]) -> list[Any]:
    """Return what is known of the page's cities, in its order; `known` is by slug, as `load_cities` gives it."""
    return [known[slug] for slug in page.city_slugs if slug in known]


@register.filter
def state(event: EventPage, today: date | None = None) -> str:
    """Return "upcoming", "now" or "past"."""
    return event.state(today or timezone.localdate()).value
