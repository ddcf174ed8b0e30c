"""The clock of the Secretariat's check: it runs while the application lies with the office, and stands while it does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .dates import SATURDAY, add_working_days
from .house_rules import CHECK_WORKING_DAYS


@dataclass(frozen=True, slots=True)
class Clock:
    """Running, it has the day by which the check is due; stopped, the working days that were left, less than none if late.

    Neither: it never started.
    """

    due_on: date | None = None
    days_left: int | None = None

    @property
    def is_running(self) -> bool:
        return self.due_on is not None

    def run(self, today: date) -> Clock:
        """Return the clock running: started with all its days, or going on with those left; today is not counted."""
        if self.is_running:
            return self
        left = CHECK_WORKING_DAYS if self.days_left is None else self.days_left
        return Clock(due_on=moved(today, left))

    def stop(self, today: date) -> Clock:
        """Return the clock stopped; today was still the office's."""
        return self if self.due_on is None else Clock(days_left=days_left(self.due_on, today))


def days_left(due_on: date, today: date) -> int:
    """Return how many working days follow until the day is over: 0 on the day itself, −1 on the working day after it."""
    return working_days(today, due_on) if today <= due_on else -working_days(due_on, today)


def working_days(after: date, until: date) -> int:
    """Count the days from Monday to Friday after one day, until another, which is counted; holidays are not known."""
    weeks, rest = divmod(max((until - after).days, 0), 7)
    return weeks * 5 + sum((after + timedelta(days=day)).weekday() < SATURDAY for day in range(1, rest + 1))


def moved(day: date, by: int) -> date:
    """Return the day that is so many working days after a day, or before it where `by` is negative."""
    return add_working_days(day, by) if by >= 0 else _before(day, -by)


def last_working_day(today: date) -> date:
    """Return today, or the Friday before a weekend: what was due earlier is overdue."""
    return today - timedelta(days=max(today.weekday() - SATURDAY + 1, 0))


def _before(day: date, by: int) -> date:
    """Return the working day from which so many working days lead to `day`."""
    found = day
    while working_days(found, day) < by:
        found -= timedelta(days=1)
    return last_working_day(found)
