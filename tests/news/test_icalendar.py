"""Tests of the lines of a calendar: folding, escaping, ends of lines."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import icalendar
from tests.news import ics


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        ("A" * 75, "A" * 75),
        ("A" * 76, f"{'A' * 75}\r\n A"),
        ("A" * 150, f"{'A' * 75}\r\n {'A' * 74}\r\n A"),
        ("Θ" * 38, f"{'Θ' * 37}\r\n Θ"),
        (f"A{'Ж' * 38}", f"A{'Ж' * 37}\r\n Ж"),
        ("🧵" * 19, f"{'🧵' * 18}\r\n 🧵"),
        ("", ""),
    ],
)
def test_a_line_is_broken_before_its_seventy_sixth_octet_and_never_inside_a_character(line, folded):
    assert icalendar.fold(line) == folded


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tirana; Sofia, Athens", r"Tirana\; Sofia\, Athens"),
        ("C:\\Balkans", r"C:\\Balkans"),
        ("one\ntwo\r\nthree\rfour", r"one\ntwo\nthree\nfour"),
        (r"\n", r"\\n"),
        ("a\x00b\x07c\x7fd\x85e", "abcde"),
    ],
)
def test_a_text_is_escaped(text, value):
    assert icalendar.text(text) == value


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=300)
)
def test_every_text_is_read_back_as_it_was_written(text):
    event = ["UID:1", "DTSTAMP:20240101T000000Z", "DTSTART;VALUE=DATE:20240101", f"SUMMARY:{icalendar.text(text)}"]

    (read,) = ics.events(icalendar.calendar(["PRODID:-//B40//EN"], [event]))

    assert read.values["SUMMARY"] == text


def test_a_calendar_without_events_still_has_a_component():
    calendar = ics.read(icalendar.calendar(["PRODID:-//B40//EN"], []))

    assert [part.kind for part in calendar.parts] == ["VTIMEZONE"]


def test_days_and_moments_are_written_without_separators_and_moments_in_utc():
    assert icalendar.day(date(2024, 1, 9)) == "20240109"
    assert icalendar.moment(datetime(2024, 1, 9, 1, 2, 3, tzinfo=timezone(timedelta(hours=3)))) == "20240108T220203Z"
    assert icalendar.moment(datetime(2024, 1, 9, 1, 2, 3, tzinfo=UTC)) == "20240109T010203Z"
