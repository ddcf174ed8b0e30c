"""The timers: every step in one run, twice in a row, after a pause, beside a step that fails and beside another run."""

import shutil
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from b40.management.commands import clean_up, deliver
from membership.labels.states import MemberState, ObserverKind
from membership.models import Member, Observer, OutboxMail, TimerLease
from membership.services import timers
from membership.services.each import each
from membership.services.timers import FREQUENT, STEPS, Done, run_due
from tests.membership.factories import NOW, ApplicationFactory, MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]
NEW_YEAR = datetime(2027, 12, 31, 21, 0, tzinfo=UTC)  # midnight in Istanbul


def broken(_now):
    raise ValueError("broken")


@pytest.fixture
def due(secretary, settings):
    """A member and an observer whose time is over on 1 January 2028, a draft to be reminded of, and no file of other tests."""
    shutil.rmtree(settings.PRIVATE_ROOT, ignore_errors=True)
    MemberFactory(state=MemberState.LEAVING, notice_given_on=date(2027, 6, 1), contact_email="office@nis.example")
    Observer.objects.create(name_en="A Network", kind=ObserverKind.EVENT, ends_on=date(2027, 12, 31))
    with time_machine.travel(NEW_YEAR - timedelta(days=61), tick=False):
        ApplicationFactory(state="draft", reference=None, submitted_at=None)


def counts(done) -> dict[str, int]:
    return {step.name: step.count for step in done if step.count}


def test_one_run_does_everything_that_is_due_and_a_second_nothing(due):
    with time_machine.travel(NEW_YEAR, tick=False):
        first, second = run_due(NEW_YEAR), run_due(NEW_YEAR)

    assert counts(first) | {"messages sent": 0} == {
        "drafts reminded": 1, "memberships ended": 1, "observers ended": 1, "messages sent": 0,
    }  # fmt: skip
    assert counts(second) == {}
    assert [step.name for step in first] == [name for name, _step in STEPS]


def test_a_minute_before_midnight_in_istanbul_nothing_ends(due):
    moment = NEW_YEAR - timedelta(minutes=1)
    with time_machine.travel(moment, tick=False):
        done = run_due(moment)

    assert {"memberships ended", "observers ended"}.isdisjoint(counts(done))


def test_after_a_pause_of_a_week_the_same_is_done_with_the_same_days(due):
    moment = NEW_YEAR + timedelta(days=7)
    with time_machine.travel(moment, tick=False):
        done = run_due(moment)

    assert {"memberships ended": 1, "observers ended": 1}.items() <= counts(done).items()
    assert (Member.objects.get().ended_on, Observer.objects.get().ended_on) == (date(2027, 12, 31), date(2027, 12, 31))


def test_a_step_that_fails_holds_up_no_other(caplog):
    done = run_due(NOW, steps=[("first", broken), ("second", lambda _now: 2)])

    assert done == [Done("first", None), Done("second", 2)]
    assert "timer step failed: first" in caplog.text


def test_a_row_that_fails_holds_up_no_other_and_is_told(caplog):
    def act(key):
        if key == 1:
            raise ValueError("broken")
        seen.append(key)
        return True

    seen = []
    with pytest.raises(ValueError, match="broken"):
        each([1, 2, 3], act)

    assert seen == [2, 3]
    assert "row 1 failed" in caplog.text


def test_the_command_prints_each_step_and_fails_where_one_failed(monkeypatch, caplog):
    monkeypatch.setattr("b40.management.timing.TimerCommand.steps", [("first", broken), ("second", lambda _now: 2)])
    output = StringIO()

    with pytest.raises(CommandError, match="first"):
        call_command("run_due", stdout=output)

    assert output.getvalue() == "first: failed\nsecond: 2\n"


def test_two_runs_do_not_overlap_and_the_lease_is_given_back():
    inner = []

    run_due(NOW, steps=[("outer", lambda now: inner.append(run_due(now)) or 0)])

    assert inner == [None]
    assert run_due(NOW, steps=[]) == []


def test_the_command_says_that_another_run_is_under_way(monkeypatch):
    output = StringIO()
    steps = [("outer", lambda _now: call_command("deliver", stdout=output) or 0)]

    run_due(NOW, steps=steps)

    assert output.getvalue() == "another run is under way\n"


@pytest.mark.parametrize(("minutes", "may_run"), [(59, False), (61, True)])
def test_a_run_that_was_killed_holds_up_others_for_an_hour_at_most(minutes, may_run):
    TimerLease.objects.create(name=timers.NAME, holder="gone", until=NOW + timedelta(hours=1))

    with time_machine.travel(NOW + timedelta(minutes=minutes), tick=False):
        done = run_due(NOW, steps=[("one", lambda _now: 1)])

    assert (done is not None) is may_run


def test_a_run_whose_lease_another_took_stops_after_its_step():
    def slow(_now):
        TimerLease.objects.update(holder="another", until=NOW + timedelta(days=9999))
        return 1

    done = run_due(NOW, steps=[("slow", slow), ("next", broken)])

    assert done == [Done("slow", 1)]
    assert TimerLease.objects.get().holder == "another"


def test_the_two_older_commands_share_the_steps_without_a_gap():
    names = [name for command in (clean_up, deliver) for name, _step in command.Command.steps]

    assert sorted(names) == sorted(name for name, _step in STEPS)
    assert set(FREQUENT) == {name for name, _step in deliver.Command.steps}


def test_the_end_of_a_membership_is_mailed_once(due):
    with time_machine.travel(NEW_YEAR, tick=False):
        run_due(NEW_YEAR)
        run_due(NEW_YEAR)

    assert OutboxMail.objects.filter(recipient="office@nis.example").count() == 1
