"""Tests of submitting news and events for translation."""

from datetime import date

import pytest
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from tests.news.builders import make_event, make_index, make_news

BODY = [
    ("heading", {"text": "What was decided", "level": "2"}),
    ("paragraph", "<p>The cities <b>agreed</b>.</p>"),
    ("quote", {"text": "We are neighbours.", "source": ""}),
    ("notice", {"text": "<p>Counts differ.</p>"}),
    ("records", {"kind": "summits"}),
]


def submit(page, locale) -> Translation:
    """Submit a page for translation into a locale, as the admin does."""
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target()
    return translation


def segments(translation) -> list[str]:
    found = StringSegment.objects.filter(source=translation.source).order_by("order").select_related("string")
    return [segment.string.data for segment in found]


@pytest.mark.parametrize("model", [NewsIndexPage, EventIndexPage])
def test_an_index_can_be_submitted(homes, model):
    index = make_index(model, homes["en"])
    index.body = BODY
    index.save()

    translation = submit(index, homes["tr"].locale)

    assert translation.get_target_instance().get_parent().pk == homes["tr"].pk


def test_a_news_item_can_be_submitted(news):
    item = make_news(
        news.en,
        "Tirana takes over",
        "2024-01-30",
        cities=["tirana", "sarajevo"],
        topics=["presidency"],
        source_url="https://example.org/tirana",
        source_name="A paper",
        body=BODY,
    )

    translation = submit(item, news.tr.locale)

    turkish = NewsPage.objects.get(locale=news.tr.locale)
    assert turkish.get_parent().pk == news.tr.pk
    assert (turkish.date, turkish.city_slugs) == (date(2024, 1, 30), ["tirana", "sarajevo"])
    assert [row.topic for row in turkish.topics.all()] == ["presidency"]
    assert segments(translation) == [
        "Tirana takes over",
        "What was decided",
        "The cities <b>agreed</b>.",
        "We are neighbours.",
        "Counts differ.",
    ]


def test_an_event_can_be_submitted(events):
    event = make_event(
        events.en,
        "B40 Tirana Summit",
        kind="annual-summit",
        city_slug="tirana",
        host="Municipality of Tirana",
        attendees="54 cities",
        outcome="Presidency passed to Tirana",
        source_url="https://example.org/tirana",
    )

    translation = submit(event, events.tr.locale)

    turkish = EventPage.objects.get(locale=events.tr.locale)
    assert (turkish.start, turkish.end, turkish.city_slug) == (date(2024, 1, 29), date(2024, 1, 31), "tirana")
    assert segments(translation) == [
        "B40 Tirana Summit",
        "Municipality of Tirana",
        "54 cities",
        "Presidency passed to Tirana",
    ]


def test_a_changed_date_reaches_the_translation(events):
    event = make_event(events.en, "B40 Sofia Summit", "2025-02-01", "2025-02-28", precision="month")
    translation = submit(event, events.tr.locale)
    event.start, event.end, event.precision = date(2025, 2, 23), date(2025, 2, 25), "day"
    event.save()

    translation.source.update_from_db()
    translation.save_target()

    turkish = EventPage.objects.get(locale=events.tr.locale)
    assert (turkish.start, turkish.end, turkish.precision) == (date(2025, 2, 23), date(2025, 2, 25), "day")
