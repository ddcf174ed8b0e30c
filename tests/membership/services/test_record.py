"""The record: who did what under a key, never a name; and the moves that the table of the life cycle allows."""

from datetime import date, timedelta

import pytest
import time_machine

from membership.labels.states import ApplicationState
from membership.models import Application, DecisionRule, Event
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.services.reading import dossier_opened, file_opened
from membership.services.record import actor_key, expect_version, locked, move, record
from membership.services.rules import install_readings
from tests.membership.factories import NOW, TODAY, ApplicationFactory, UserFactory, make_letter, make_rules

pytestmark = pytest.mark.django_db


def test_an_event_keeps_a_key_and_no_name():
    user = UserFactory(username="Mayor Somebody")

    event = record(ApplicationFactory(), "taken", actor_key(user), day="2027-03-01")

    event.refresh_from_db()
    assert (event.verb, event.actor, event.details) == ("taken", f"user:{user.pk}", {"day": "2027-03-01"})
    assert "Somebody" not in str(Event.objects.values().get())


def test_an_event_stands_when_its_user_is_gone():
    user = UserFactory()
    record(ApplicationFactory(), "taken", actor_key(user))
    key = f"user:{user.pk}"

    user.delete()

    assert Event.objects.get().actor == key


def test_an_event_may_belong_to_no_application():
    assert record(None, "mail_sent_again", "user:1").application is None


def test_a_version_that_nobody_gave_is_not_compared():
    application = ApplicationFactory(version=4)

    expect_version(application, None)
    expect_version(application, 4)
    with pytest.raises(RuleError) as refusal:
        expect_version(application, 3)
    assert refusal.value.code == "changed_meanwhile"


def test_an_application_that_is_not_there_cannot_be_locked():
    with pytest.raises(Application.DoesNotExist):
        locked(0)


def test_a_move_names_the_fields_and_saves_nothing():
    application = ApplicationFactory()

    fields = move(application, ApplicationAction.TAKE, Role.SECRETARIAT, ApplicationFacts(), now=NOW)

    assert fields == ["state", "state_since", "version", "check_due_on", "check_days_left"]
    assert (application.state, application.state_since, application.version) == (ApplicationState.IN_CHECK, NOW, 1)
    assert Application.objects.get().state == "submitted"


def test_a_move_that_the_table_does_not_know_changes_nothing():
    application = ApplicationFactory()

    with pytest.raises(RuleError) as refusal:
        move(application, ApplicationAction.APPROVE, Role.PRESIDENT, ApplicationFacts(is_carried=True), now=NOW)

    assert refusal.value.code == "action_not_possible"
    assert (application.state, application.version) == ("submitted", 0)


@pytest.mark.parametrize(("minutes", "count"), [(29, 1), (30, 2)])
def test_a_dossier_is_opened_once_for_a_sitting(minutes, count):
    application, user = ApplicationFactory(), UserFactory()
    with time_machine.travel(NOW, tick=False):
        dossier_opened(application, user, now=NOW)

    dossier_opened(application, user, now=NOW + timedelta(minutes=minutes))

    assert application.events.filter(verb="dossier_opened").count() == count


def test_each_reader_is_recorded():
    application = ApplicationFactory()

    for user in (UserFactory(), UserFactory()):
        dossier_opened(application, user, now=NOW)

    assert application.events.values("actor").distinct().count() == 2


def test_every_opening_of_a_file_is_recorded_with_its_hash():
    upload, user = make_letter(ApplicationFactory()), UserFactory()

    file_opened(upload, user)
    file_opened(upload, user)

    assert [event.details for event in upload.application.events.all()] == [
        {"upload": upload.pk, "sha256": "1" * 64},
        {"upload": upload.pk, "sha256": "1" * 64},
    ]


def test_the_readings_are_installed_once():
    make_rules()
    install_readings(valid_from=date(2027, 1, 1))

    rules = DecisionRule.objects
    assert list(rules.values_list("key", "version", "is_default", "articles")) == [
        ("art13", 1, False, "5, 13"),
        ("cumulative", 1, True, "5, 13"),
        ("strict", 1, False, "5, 13"),
    ]
    assert {str(rule.valid_from) for rule in rules.valid_on(TODAY)} == {"2024-01-01"}
