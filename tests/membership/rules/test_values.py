"""Dates, findings and errors that the rules share."""

from datetime import date

import pytest

from membership.rules.dates import add_months, add_working_days, add_years
from membership.rules.errors import RuleError
from membership.rules.findings import Finding


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        pytest.param(date(2027, 1, 31), 1, date(2027, 2, 28), id="shorter_month"),
        pytest.param(date(2027, 12, 15), 1, date(2028, 1, 15), id="over_the_year"),
        pytest.param(date(2027, 3, 31), 12, date(2028, 3, 31), id="a_year"),
        pytest.param(date(2027, 3, 31), 0, date(2027, 3, 31), id="none"),
    ],
)
def test_months_are_added(day, months, expected):
    assert add_months(day, months) == expected


def test_a_year_after_a_leap_day_is_the_last_of_february():
    assert add_years(date(2028, 2, 29), 1) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("day", "working_days", "expected"),
    [
        pytest.param(date(2027, 3, 5), 1, date(2027, 3, 8), id="friday_to_monday"),
        pytest.param(date(2027, 3, 6), 1, date(2027, 3, 8), id="saturday_to_monday"),
        pytest.param(date(2027, 3, 1), 10, date(2027, 3, 15), id="two_weeks"),
        pytest.param(date(2027, 3, 1), 0, date(2027, 3, 1), id="none"),
    ],
)
def test_working_days_skip_the_weekend(day, working_days, expected):
    assert add_working_days(day, working_days) == expected


def test_working_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2027, 3, 1), -1)


def test_a_finding_has_a_code():
    with pytest.raises(ValueError, match="code"):
        Finding("")


def test_an_error_tells_its_code_article_and_details():
    error = RuleError("country_unknown", "1", country="ZZ")

    assert (str(error), error.code, error.article) == ("country_unknown (Article 1)", "country_unknown", "1")
    assert error.details == {"country": "ZZ"}
    assert str(RuleError("not_contested")) == "not_contested"
