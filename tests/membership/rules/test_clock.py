"""The clock of the check: ten working days, which stand while the applicant is asked."""

from datetime import date

import pytest

from membership.rules.clock import Clock, days_left, last_working_day, working_days

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (date(2027, 3, day) for day in range(1, 8))


@pytest.mark.parametrize(
    ("submitted", "due"),
    [
        pytest.param(MONDAY, date(2027, 3, 15), id="monday"),
        pytest.param(FRIDAY, date(2027, 3, 19), id="friday"),
        pytest.param(SATURDAY, date(2027, 3, 19), id="saturday"),
        pytest.param(SUNDAY, date(2027, 3, 19), id="sunday"),
    ],
)
def test_the_check_is_due_after_ten_working_days(submitted, due):
    assert Clock().run(submitted) == Clock(due_on=due)


@pytest.mark.parametrize(
    ("today", "left"),
    [
        pytest.param(MONDAY, 4, id="monday_before"),
        pytest.param(THURSDAY, 1, id="day_before"),
        pytest.param(FRIDAY, 0, id="day_itself"),
        pytest.param(SATURDAY, 0, id="saturday_after"),
        pytest.param(SUNDAY, 0, id="sunday_after"),
        pytest.param(date(2027, 3, 8), -1, id="working_day_after"),
        pytest.param(date(2027, 3, 15), -6, id="more_than_a_week_after"),
    ],
)
def test_days_are_counted_to_the_due_day_and_past_it(today, left):
    assert days_left(FRIDAY, today) == left


def test_a_running_clock_is_not_started_anew():
    assert Clock(due_on=FRIDAY).run(THURSDAY) == Clock(due_on=FRIDAY)


def test_a_clock_that_stands_is_not_stopped_again():
    assert Clock(days_left=3).stop(FRIDAY) == Clock(days_left=3)
    assert Clock().stop(FRIDAY) == Clock()


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        pytest.param(MONDAY, 10, id="on_the_day_of_submission"),
        pytest.param(WEDNESDAY, 8, id="two_days_later"),
        pytest.param(SUNDAY, 6, id="on_a_weekend"),
        pytest.param(date(2027, 3, 15), 0, id="on_the_due_day"),
        pytest.param(date(2027, 3, 17), -2, id="too_late"),
    ],
)
def test_stopped_it_keeps_the_days_that_were_left(asked, left):
    assert Clock().run(MONDAY).stop(asked) == Clock(days_left=left)


@pytest.mark.parametrize(
    ("answered", "left", "due"),
    [
        pytest.param(MONDAY, 3, THURSDAY, id="before_the_weekend"),
        pytest.param(THURSDAY, 3, date(2027, 3, 9), id="over_the_weekend"),
        pytest.param(SATURDAY, 1, date(2027, 3, 8), id="answered_on_a_weekend"),
        pytest.param(WEDNESDAY, 0, WEDNESDAY, id="nothing_left"),
        pytest.param(WEDNESDAY, -2, MONDAY, id="late_already"),
        pytest.param(MONDAY, -1, date(2027, 2, 26), id="late_over_the_weekend"),
    ],
)
def test_it_goes_on_with_the_days_that_were_left(answered, left, due):
    assert Clock(days_left=left).run(answered) == Clock(due_on=due)


@pytest.mark.parametrize("left", [-12, -5, -1, 0, 1, 5, 10])
@pytest.mark.parametrize("day", [MONDAY, FRIDAY], ids=["monday", "friday"])
def test_stopped_and_run_on_the_same_day_nothing_is_lost(left, day):
    running = Clock(days_left=left).run(day)

    assert running.stop(day) == Clock(days_left=left)


@pytest.mark.parametrize(
    ("after", "until", "count"),
    [
        pytest.param(FRIDAY, date(2027, 3, 8), 1, id="over_a_weekend"),
        pytest.param(FRIDAY, SUNDAY, 0, id="only_a_weekend"),
        pytest.param(MONDAY, MONDAY, 0, id="the_same_day"),
        pytest.param(FRIDAY, MONDAY, 0, id="backwards"),
        pytest.param(MONDAY, date(2028, 3, 1), 262, id="a_year"),
    ],
)
def test_working_days_are_counted(after, until, count):
    assert working_days(after, until) == count


@pytest.mark.parametrize(
    ("today", "expected"), [(FRIDAY, FRIDAY), (SATURDAY, FRIDAY), (SUNDAY, FRIDAY), (MONDAY, MONDAY)], ids=str
)
def test_on_a_weekend_the_last_working_day_is_friday(today, expected):
    assert last_working_day(today) == expected
