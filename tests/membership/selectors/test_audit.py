"""The check of the chain finds every change of the record, whichever row and field a hand on the database touched."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from membership.models import AuditHead, AuditSeal, Event
from membership.models.triggers import remove
from membership.selectors.audit import check_chain
from membership.services.record import record
from membership.services.sealing import seal_events
from tests.membership.factories import ApplicationFactory
from tests.membership.tampering import past_the_guards, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def events() -> list[int]:
    """Four sealed events; their keys."""
    application = ApplicationFactory()
    for verb in ("submitted", "taken", "checked", "forwarded"):
        record(application, verb, "user:1", note=verb)
    seal_events()
    return list(Event.objects.order_by("pk").values_list("pk", flat=True))


def codes(**words) -> list[str]:
    return [fault.code for fault in check_chain(timezone.now(), **words).faults]


def test_what_nobody_touched_has_no_fault(events):
    checked = check_chain(timezone.now())

    assert (checked.events, checked.number, checked.faults) == (4, 4, ())
    assert checked.sha256 == AuditSeal.objects.get(number=4).sha256


def test_an_empty_record_has_no_fault():
    assert codes() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("application_id", None),
        ("verb", "withdrawn"),
        ("actor", "user:2"),
        ("details", json.dumps({"note": "other"})),
        ("details", json.dumps({"note": "checked", "more": None})),
        ("at", "2027-03-01 07:00:00.000001+00:00"),
    ],
)
def test_each_changed_field_of_an_event_is_found(events, field, value):
    run(f'UPDATE membership_event SET "{field}" = %s WHERE id = %s', value, events[2])

    faults = check_chain(timezone.now()).faults
    assert [(fault.code, fault.details) for fault in faults] == [("event_changed", {"event": events[2], "number": 3})]


def test_a_changed_key_of_an_event_is_found(events):
    run("UPDATE membership_event SET id = 99999 WHERE id = %s", events[1])

    assert codes() == ["event_removed"]  # the new one is not sealed, which is a fault after an hour


@pytest.mark.parametrize(("field", "value"), [("sha256", "a" * 64), ("previous", "b" * 64)])
@pytest.mark.parametrize("number", [1, 2, 4])
def test_each_changed_hash_of_a_seal_is_found(events, number, field, value):
    run(f'UPDATE membership_auditseal SET "{field}" = %s WHERE number = %s', value, number)

    assert "event_changed" in codes()


def test_a_seal_that_was_computed_anew_breaks_the_chain(events):
    run("UPDATE membership_event SET verb = 'withdrawn' WHERE id = %s", events[0])
    with past_the_guards(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM membership_auditseal WHERE number = 1")
        cursor.execute("UPDATE membership_audithead SET number = 0, sha256 = %s", ["0" * 64])
    seal_events()  # makes the first seal anew, over the changed event
    run("UPDATE membership_audithead SET number = 4, sha256 = %s", AuditSeal.objects.get(number=4).sha256)

    assert codes() == ["seal_broken"]


@pytest.mark.parametrize("row", [0, 1, 3])
def test_each_removed_event_is_found(events, row):
    run("DELETE FROM membership_event WHERE id = %s", events[row])

    assert codes() == ["event_removed"]


@pytest.mark.parametrize(("number", "found"), [(1, ["seal_removed"]), (3, ["seal_removed"]), (4, ["end_cut_off"])])
def test_each_removed_seal_is_found(events, number, found):
    run("DELETE FROM membership_auditseal WHERE number = %s", number)

    assert codes() == found


def test_several_removed_seals_are_told_as_one(events):
    run("DELETE FROM membership_auditseal WHERE number IN (2, 3)")

    faults = check_chain(timezone.now()).faults
    assert [fault.sentence for fault in faults] == ["Seals 2 to 3 are missing."]


def test_an_end_that_was_cut_off_with_its_events_is_found(events):
    run("DELETE FROM membership_auditseal WHERE number > 2")
    run("DELETE FROM membership_event WHERE id > %s", events[1])

    assert codes() == ["end_cut_off"]


def test_an_end_that_was_cut_off_with_its_head_is_found_by_a_hash_noted_earlier(events):
    noted = AuditHead.objects.get().sha256
    run("DELETE FROM membership_auditseal WHERE number > 2")
    run("DELETE FROM membership_event WHERE id > %s", events[1])
    run("UPDATE membership_audithead SET number = 2, sha256 = %s", AuditSeal.objects.get(number=2).sha256)

    assert codes() == []
    assert codes(holds=noted) == ["hash_unknown"]


def test_a_hash_noted_earlier_is_found_again(events):
    assert codes(holds=AuditSeal.objects.get(number=2).sha256) == []


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM membership_audithead", "UPDATE membership_audithead SET sha256 = 'x'"],
    ids=["removed", "changed"],
)
def test_a_touched_head_is_found(events, statement):
    run(statement)

    assert codes() == ["head_changed"]


def test_two_swapped_events_are_found(events):
    first, second = Event.objects.filter(pk__in=events[1:3]).order_by("pk")
    swap = "UPDATE membership_event SET verb = %s, details = %s, at = %s WHERE id = %s"
    for target, source in ((first, second), (second, first)):
        run(swap, source.verb, json.dumps(source.details), source.at, target.pk)

    assert codes() == ["event_changed", "event_changed"]


def test_two_swapped_seals_are_found(events):
    for old, new in ((2, 99), (3, 2), (99, 3)):
        run("UPDATE membership_auditseal SET number = %s WHERE number = %s", new, old)

    assert {"event_changed", "seal_broken"} <= set(codes())


@pytest.mark.parametrize(("minutes", "found"), [(59, []), (61, ["event_unsealed"])])
def test_an_event_that_came_by_another_way_is_found_after_an_hour(events, minutes, found):
    at = timezone.now() - timedelta(minutes=minutes)
    columns = "verb, actor, details, at"
    run(f"INSERT INTO membership_event ({columns}) VALUES ('withdrawn', 'applicant', '{{}}', %s)", at)

    assert codes() == found


def test_a_guard_that_is_missing_is_found(events):
    connection.check_constraints()
    remove(connection, ["membership_ballot"])

    assert [fault.sentence for fault in check_chain(timezone.now()).faults] == [
        "The table membership_ballot is not guarded against changes: run the migrations."
    ]


def test_a_long_chain_is_walked_in_a_few_queries(events, django_assert_num_queries):
    for _ in range(1100):
        Event.objects.create(verb="taken", actor="user:1")
    seal_events()

    with django_assert_num_queries(10):
        assert check_chain(timezone.now()).events == 1104
