"""Dates counted in months, years and working days."""

from calendar import monthrange
from datetime import date, timedelta

SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last day where it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Return the same day so many years later; 29 February becomes 28 February in a common year."""
    return add_months(day, 12 * years)


def add_working_days(day: date, working_days: int) -> date:
    """Return the working day (Monday to Friday) that is so many working days after `day`; holidays are not known."""
    if working_days < 0:
        raise ValueError("working days are counted forwards")
    while working_days:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            working_days -= 1
    return day


def ceremony_year(approved_on: date) -> int:
    """Return the year of the summit that celebrates an approval.

    The Assembly celebrates the signings of "the past calendar year" (Statutes, Art. 10): an approval in January, before
    that year's summit, waits for the next.
    """
    return approved_on.year + 1
