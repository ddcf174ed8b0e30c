"""Tests of dates and cities kept by news and events."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from pages.languages.partial_dates import PartialDate
from tests.news.builders import make_event, make_news


@pytest.mark.parametrize(
    ("precision", "kept"),
    [("day", date(2023, 6, 28)), ("month", date(2023, 6, 1)), ("year", date(2023, 1, 1))],
)
def test_a_news_item_keeps_the_first_day_of_what_is_known(news, precision, kept):
    item = make_news(news.en, "Kisela Voda admitted", "2023-06-28", precision=precision)

    assert item.date == kept


def test_an_event_of_a_month_lasts_until_its_last_day(events):
    event = make_event(events.en, "Second meeting", "2022-06-10", "2022-06-10", precision="month")

    assert (event.start, event.end) == (date(2022, 6, 1), date(2022, 6, 30))
    assert (event.known_start, event.known_end) == (PartialDate(2022, 6), PartialDate(2022, 6))


def test_an_event_without_a_last_day_ends_on_its_first(events):
    event = make_event(events.en, "Sofia meeting", "2022-06-28", "2022-06-28")
    event.end = None

    event.full_clean()

    assert event.end == date(2022, 6, 28)


def test_an_event_may_not_end_before_it_begins(events):
    event = make_event(events.en, "Athens Summit", "2023-01-22", "2023-01-24")
    event.end = date(2023, 1, 21)

    with pytest.raises(ValidationError) as refused:
        event.full_clean()

    assert list(refused.value.message_dict) == ["end"]


def test_a_city_named_twice_counts_once_in_its_first_place(news):
    item = make_news(news.en, "Tirana Summit", cities=["tirana", "sofia", "tirana"])

    assert item.city_slugs == ["tirana", "sofia"]


@pytest.mark.parametrize(("city", "slugs"), [("tirana", ["tirana"]), ("", [])], ids=["place", "online"])
def test_an_event_has_at_most_one_city(events, city, slugs):
    assert make_event(events.en, "Working groups", city_slug=city).city_slugs == slugs


def test_search_engines_are_shown_the_outcome_where_there_is_no_summary(events):
    event = make_event(events.en, "Athens Summit", outcome="Presidency passed to Athens")

    assert event.description == "Presidency passed to Athens"
