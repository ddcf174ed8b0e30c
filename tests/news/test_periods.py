"""Tests of the rules of dates."""

from datetime import date

import pytest

from news.periods import known_date, state_on
from pages.languages.partial_dates import PartialDate


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 1, 24), "upcoming"),
        (date(2026, 1, 25), "now"),
        (date(2026, 1, 27), "now"),
        (date(2026, 1, 28), "past"),
    ],
    ids=["day before", "first day", "last day", "day after"],
)
def test_an_event_has_the_state_of_the_day(today, state):
    assert state_on(today, start=date(2026, 1, 25), end=date(2026, 1, 27)) == state


@pytest.mark.parametrize(
    ("precision", "known"),
    [("day", PartialDate(2022, 6, 28)), ("month", PartialDate(2022, 6)), ("year", PartialDate(2022))],
)
def test_a_date_is_known_as_far_as_its_precision_says(precision, known):
    assert known_date(date(2022, 6, 28), precision) == known


def test_a_precision_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="hour"):
        known_date(date(2022, 6, 28), "hour")
