"""Rows from before the list was searched and timed in the database get what they lack."""

from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

import membership.migrations
from membership.labels.states import ApplicationState
from membership.models import Application, InformationRequest
from tests.membership.factories import NOW, ApplicationFactory

pytestmark = pytest.mark.django_db
(NAME,) = [path.stem for path in Path(membership.migrations.__file__).parent.glob("*_queue.py")]


@pytest.fixture
def fill():
    """Empty the new columns, then fill them as the migration does."""

    def _fill():
        Application.objects.update(search_text="", check_due_on=None, check_days_left=None)
        import_module(f"membership.migrations.{NAME}").fill(apps, None)

    return _fill


def ask(application, asked_at: datetime, answered_at: datetime | None) -> None:
    request = InformationRequest.objects.create(application=application, text="?", due_on=date(2027, 5, 1))
    InformationRequest.objects.filter(pk=request.pk).update(asked_at=asked_at, answered_at=answered_at)


def clock_of(application) -> tuple[date | None, int | None]:
    application.refresh_from_db()
    return application.check_due_on, application.check_days_left


def test_what_is_searched_is_written_as_a_save_writes_it(fill):
    application = ApplicationFactory(name_en="Niš", name_local="Ниш")
    written = application.search_text

    fill()

    application.refresh_from_db()
    assert application.search_text == written
    assert "nis" in written


def test_the_clock_runs_from_the_submission(fill):
    application = ApplicationFactory()

    fill()

    assert clock_of(application) == (date(2027, 3, 15), None)


def test_the_clock_stood_while_the_applicant_was_asked(fill):
    answered = ApplicationFactory(state=ApplicationState.IN_CHECK)
    ask(answered, NOW + timedelta(days=2), NOW + timedelta(days=9))
    asked = ApplicationFactory(state=ApplicationState.INFO_REQUESTED)
    ask(asked, NOW + timedelta(days=3), None)

    fill()

    assert clock_of(answered) == (date(2027, 3, 22), None)
    assert clock_of(asked) == (None, 7)


def test_the_clock_of_what_went_on_stands(fill):
    application = ApplicationFactory(state=ApplicationState.READY)
    Application.objects.filter(pk=application.pk).update(state_since=NOW + timedelta(days=4))

    fill()

    assert clock_of(application) == (None, 6)


def test_a_draft_has_no_clock(fill):
    draft = ApplicationFactory(state=ApplicationState.DRAFT, reference=None, submitted_at=None)

    fill()

    assert clock_of(draft) == (None, None)
