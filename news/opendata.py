"""What news and events offer to programs; texts of a language, and English ones where it has none."""

from __future__ import annotations

from collections.abc import Iterator

from news.labels import EventKind, Topic
from news.models import EventPage, NewsPage
from news.selectors import events
from news.selectors.news import NEWEST_FIRST
from pages.families import Families
from pages.frame import absolute
from pages.opendata.resources import (
    CERTAINTY,
    PAGE,
    STATED_AT,
    TEXT_LANGUAGE,
    TITLE,
    Chosen,
    Field,
    Filter,
    Resource,
    Row,
    register,
)

SHARED = (
    Field("id", "string", "The text with its translations, the same in every language."),
    TITLE,
    TEXT_LANGUAGE,
    Field("summary", "string", "One sentence."),
)
ADDRESSES = (PAGE, STATED_AT, CERTAINTY)


def event_rows(language: str, chosen: Chosen) -> Iterator[Row]:
    """Yield the events from the first to the last."""
    found = events.in_order(language, kind=chosen.get("kind", ""))
    families = Families(found)
    for event in found:
        yield {
            **_shared(event),
            "kind": event.kind,
            "start": str(event.known_start),
            "end": str(event.known_end),
            "course": event.course,
            "city": event.city_slug,
            "host": event.host,
            "outcome": event.outcome,
            **_addresses(event, families, language),
        }


def news_rows(language: str, chosen: Chosen) -> Iterator[Row]:
    """Yield the news, the newest first."""
    found = NewsPage.objects.readable().reaching(language).order_by(*NEWEST_FIRST).prefetch_related("cities", "topics")
    if "topic" in chosen:
        found = found.filter(topics__topic=chosen["topic"])
    items = list(found.defer("body"))
    families = Families(items)
    for item in items:
        yield {
            **_shared(item),
            "date": str(item.known_date),
            "cities": " ".join(item.city_slugs),
            "topics": " ".join(topic.topic for topic in item.topics.all()),
            **_addresses(item, families, language),
        }


def _shared(page: EventPage | NewsPage) -> Row:
    return {
        "id": str(page.translation_key),
        "title": page.title,
        "text_language": page.language.code,
        "summary": page.summary,
    }


def _addresses(page: EventPage | NewsPage, families: Families, language: str) -> Row:
    url = absolute(families.address(page, language))
    return {"page": url, "source": page.source_url, "certainty": page.certainty}


def offer() -> None:
    """Let the open data have these records."""
    register(
        Resource(
            "events",
            "Summits and meetings, past and to come.",
            (
                *SHARED,
                Field("kind", "string", "What kind of event it is."),
                Field("start", "string", "The first day, or the month or year if no more is known (ISO 8601)."),
                Field("end", "string", "The last day, month or year."),
                Field("course", "string", "as-planned, postponed or cancelled."),
                Field("city", "string", "The city, as among the members; empty if it is online."),
                Field("host", "string", "Who invited."),
                Field("outcome", "string", "What was decided or done."),
                *ADDRESSES,
            ),
            event_rows,
            (Filter("kind", "One kind of event.", lambda: list(EventKind.values)),),
        )
    )
    register(
        Resource(
            "news",
            "News of the network, without their whole text, which the feeds have.",
            (
                *SHARED,
                Field("date", "string", "The day, or the month or year if no more is known (ISO 8601)."),
                Field("cities", "string", "Cities it is about, with a space between."),
                Field("topics", "string", "Its topics, with a space between."),
                *ADDRESSES,
            ),
            news_rows,
            (Filter("topic", "One topic.", lambda: list(Topic.values)),),
        )
    )
