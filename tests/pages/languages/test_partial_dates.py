"""Dates of which only a part is known."""

from datetime import date

import pytest

from pages.languages.partial_dates import PartialDate


@pytest.mark.parametrize(
    ("text", "precision", "first_day", "last_day"),
    [
        ("2022", "year", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-06", "month", date(2022, 6, 1), date(2022, 6, 30)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", "month", date(2023, 2, 1), date(2023, 2, 28)),
        ("2022-12", "month", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022-06-28", "day", date(2022, 6, 28), date(2022, 6, 28)),
    ],
)
def test_a_date_covers_all_days_it_may_mean(text, precision, first_day, last_day):
    known = PartialDate.parse(text)

    assert (known.precision, known.first_day, known.last_day) == (precision, first_day, last_day)


@pytest.mark.parametrize("text", ["2022", "2022-06", "2022-06-28", "0001-01-01"])
def test_a_date_is_written_as_it_was_read(text):
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *["", "22", "0000", "20222", "2022-", "2022-13", "2022-00", "2022-6", "2022-06-31", "2022-06-00", "2022-02-29"],
        *[" 2022", "2022\n", "2022-06-28T00:00", "28.06.2022", "2022/06", "-2022", "٢٠٢٢", "June 2022"],
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"date|month|day|year"):
        PartialDate.parse(text)


def test_a_day_without_a_month_is_refused():
    with pytest.raises(ValueError, match="a day needs its month"):
        PartialDate(2022, None, 28)


@pytest.mark.parametrize(("month", "day"), [(0, None), (13, None), (6, 0), (6, 31)])
def test_a_value_that_the_calendar_does_not_have_is_refused(month, day):
    with pytest.raises(ValueError, match=r"month|day"):
        PartialDate(2022, month, day)


def test_a_whole_date_knows_its_day():
    assert PartialDate.of(date(2022, 6, 28)) == PartialDate(2022, 6, 28)
