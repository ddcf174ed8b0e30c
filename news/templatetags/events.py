"""News and events for pages of other apps: the latest news, the nearest event, the summits."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from news import structured
from news.choices import Choice
from news.labels import Precision
from news.models import EventPage, NewsPage
from news.programme import Programme, programme
from news.selectors import events, news
from news.views import EVENT_FILE
from pages.families import families_of
from pages.languages.active import active_language
from pages.navigation import first_level_link
from pages.structured import script

register = template.Library()


@register.simple_tag
def latest_news(number: int) -> list[NewsPage]:
    """Return the newest items in the active language; the English ones if it has none (see `language` of an item)."""
    return news.latest(number, active_language().code)


@register.simple_tag
def related_news(item: NewsPage) -> list[NewsPage]:
    """Return what else there is on the item's cities and topics, for a reader of the active language."""
    return news.related(item, active_language().code)


@register.simple_tag
def news_about(slug: str) -> str:
    """Return the address of the news about a city; nothing where nothing is listed or there is no list of news."""
    index = first_level_link(active_language(), "news")
    is_there = index is not None and news.is_about(slug, active_language().code)
    return f"{index.url}{Choice(city=slug).below}" if index and is_there else ""


@register.simple_tag
def news_data(item: NewsPage, url: str) -> str:
    """Return a news item for search engines."""
    return script(structured.article(item, url))


@register.simple_tag
def event_data(page: EventPage, url: str, cities: Mapping[str, Any]) -> str:
    """Return an event for search engines; `cities` as `load_cities` gives them."""
    return script(structured.event(page, url, cities))


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


@register.simple_tag
def news_feed_address(page: Page, topic: str = "") -> str:
    """Return the address of the feed in the language of the page's text, on all topics or on one."""
    return _address("news:feed_on_topic", page, topic) if topic else _address("news:feed", page)


@register.simple_tag
def calendar_address(page: Page, kind: str = "") -> str:
    """Return the address of the calendar in the language of the page's text, of a kind of events or of all."""
    return _address("news:calendar_of_kind", page, kind) if kind else _address("news:calendar", page)


@register.simple_tag
def group_calendar_address(key: str) -> str:
    """Return the address of the calendar of a working group in the active language."""
    return reverse("news:calendar_of_group", args=[key])


@register.simple_tag
def meetings_of_group(key: str) -> list[EventPage]:
    """Return the meetings of a working group, the newest first."""
    return events.of_group(key, active_language().code)


@register.simple_tag
def events_with(slug: str) -> list[EventPage]:
    """Return the events that a city hosted or took part in, the newest first."""
    return events.attended_by(slug, active_language().code, today=timezone.localdate())


@register.simple_tag
def news_of_event(page: EventPage) -> list[NewsPage]:
    """Return the news that tell of an event, the newest first."""
    return news.about_event(page.translation_key, active_language().code)


@register.simple_tag
def event_of_news(item: NewsPage) -> EventPage | None:
    """Return the event that an item tells of, for a reader of the active language."""
    return events.by_key(item.event.translation_key, active_language().code) if item.event else None


@register.simple_tag
def programme_of(page: EventPage) -> Programme | None:
    """Return the programme of an event by the clock of the host; nothing for an event without one."""
    return programme(page) if page.programme else None


@register.simple_tag
def event_file_address(event: EventPage) -> str:
    """Return the address of the event for a calendar; nothing if its day is not known or it is not public."""
    families, code = families_of(event), event.language.code
    if event.precision != Precision.DAY or families.translation(event, code) is None:
        return ""
    return f"{families.address(event, code)}{EVENT_FILE}"


def _address(name: str, page: Page, *args: str) -> str:
    with translation.override(page.locale.language_code):
        return reverse(name, args=args)
