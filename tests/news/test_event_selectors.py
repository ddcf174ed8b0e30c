"""Tests of reading events."""

from datetime import date

import pytest

from news.models import EventPage
from news.selectors.events import in_order, listing, nearest_event, summits
from tests.news.builders import make_event

TODAY = date(2024, 1, 30)


def titles(items):
    return [item.title for item in items]


@pytest.fixture
def five_events(events):
    """Two past, one of today, two to come."""
    make_event(events.en, "Istanbul Summit", "2021-11-29", "2021-11-30", kind="annual-summit")
    make_event(events.en, "Sofia meeting", "2022-06-28", "2022-06-28", kind="extraordinary-meeting")
    make_event(events.en, "Tirana Summit", "2024-01-29", "2024-01-31", kind="annual-summit")
    make_event(events.en, "Working groups", "2024-05-21", "2024-05-22", kind="working-groups")
    make_event(events.en, "Sofia Summit", "2025-02-23", "2025-02-25", kind="annual-summit")


def test_events_to_come_begin_with_the_soonest_and_past_ones_with_the_latest(five_events):
    found = listing("en", today=TODAY)

    assert titles(found.upcoming) == ["Tirana Summit", "Working groups", "Sofia Summit"]
    assert titles(found.past) == ["Sofia meeting", "Istanbul Summit"]


def test_events_are_narrowed_by_kind(five_events):
    found = listing("en", kind="annual-summit", today=TODAY)

    assert titles(found.upcoming) == ["Tirana Summit", "Sofia Summit"]
    assert titles(found.past) == ["Istanbul Summit"]


def test_untranslated_events_stand_apart(five_events, events):
    make_event(events.tr, "Tiran Zirvesi", source=EventPage.objects.get(title="Tirana Summit"))

    found = listing("tr", kind="annual-summit", today=TODAY)

    assert titles(found.upcoming) == ["Tiran Zirvesi"]
    assert titles(found.upcoming_english) == ["Sofia Summit"]
    assert titles(found.past) == []
    assert titles(found.past_english) == ["Istanbul Summit"]


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (date(2020, 1, 1), "Istanbul Summit"),
        (date(2024, 1, 31), "Tirana Summit"),
        (date(2024, 2, 1), "Working groups"),
        (date(2025, 2, 26), "Sofia Summit"),
    ],
    ids=["before the first", "on its last day", "the day after", "after the last"],
)
def test_the_nearest_event_takes_place_or_comes_or_was_the_last(five_events, today, title):
    assert nearest_event("en", today=today).title == title


def test_there_is_no_nearest_event_without_events(events):
    assert nearest_event("en", today=TODAY) is None


def test_the_nearest_event_is_english_where_it_is_not_translated(five_events, events):
    make_event(events.tr, "Tiran Zirvesi", source=EventPage.objects.get(title="Tirana Summit"))

    assert nearest_event("tr", today=TODAY).title == "Tiran Zirvesi"
    assert nearest_event("tr", today=date(2024, 2, 1)).title == "Working groups"


def test_summits_are_complete_in_every_language(five_events, events):
    make_event(events.tr, "Tiran Zirvesi", source=EventPage.objects.get(title="Tirana Summit"))

    found = summits("tr")

    assert titles(found) == ["Istanbul Summit", "Tiran Zirvesi", "Sofia Summit"]
    assert [event.language.code for event in found] == ["en", "tr", "en"]


def test_all_events_are_read_in_order(five_events):
    assert titles(in_order("el")) == [
        "Istanbul Summit", "Sofia meeting", "Tirana Summit", "Working groups", "Sofia Summit",
    ]  # fmt: skip
