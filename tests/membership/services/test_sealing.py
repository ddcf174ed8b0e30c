"""The chain of seals: every event gets one after its transaction, in order, once, whoever seals at the same time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import connection, connections, transaction

from membership.models import AuditHead, AuditSeal, Event
from membership.rules.chain import FIRST, Sealed, seal_hash
from membership.selectors.audit import check_chain
from membership.services.record import record, record_member
from membership.services.sealing import seal_events
from tests.membership.factories import NOW, ApplicationFactory, MemberFactory

pytestmark = pytest.mark.django_db
EVENT = Sealed(7, 3, None, "taken", "user:1", {"b": 1, "a": "Niš"}, datetime(2027, 3, 1, 7, 0, 0, 5, tzinfo=UTC))


def test_a_seal_is_the_hash_of_the_canonical_event():
    assert seal_hash(previous=FIRST, number=1, event=EVENT) == (
        "e6e776f1da6c4f96495a87256e42869ca31177e7a0aa51daa6c3f8b7cf383dd7"
    )


def test_the_moment_is_sealed_in_utc_whatever_its_zone():
    elsewhere = EVENT.at.astimezone(timezone(timedelta(hours=3)))
    same = Sealed(EVENT.id, EVENT.application_id, EVENT.member_id, EVENT.verb, EVENT.actor, EVENT.details, elsewhere)

    assert same.fields()["at"] == "2027-03-01T07:00:00.000005Z"
    assert seal_hash(previous=FIRST, number=1, event=same) == seal_hash(previous=FIRST, number=1, event=EVENT)


def test_an_event_of_a_member_is_sealed_with_its_member():
    of_member = [replace(EVENT, member_id=member_id) for member_id in (None, 4, 5)]

    assert len({seal_hash(previous=FIRST, number=1, event=event) for event in of_member}) == 3


def test_the_seals_count_from_one_and_stand_on_each_other():
    for _ in range(3):
        record(None, "taken", "user:1")

    assert seal_events() == 3

    seals = list(AuditSeal.objects.all())
    assert [seal.number for seal in seals] == [1, 2, 3]
    assert [seal.previous for seal in seals] == [FIRST, seals[0].sha256, seals[1].sha256]
    assert [seal.event_id for seal in seals] == list(Event.objects.values_list("pk", flat=True))
    assert AuditHead.objects.values_list("number", "sha256").get() == (3, seals[2].sha256)


def test_sealing_twice_seals_once():
    record(None, "taken", "user:1")

    assert [seal_events(), seal_events()] == [1, 0]
    assert AuditSeal.objects.count() == 1


def test_an_act_is_sealed_after_its_transaction_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        record(None, "taken", "user:1")
        record(ApplicationFactory(), "checked", "user:1", note="Niš")
        record_member(MemberFactory(), "member_contact_changed", "user:1")
        assert AuditSeal.objects.count() == 0

    assert len(callbacks) == 1
    assert AuditSeal.objects.count() == 3


def test_what_is_rolled_back_leaves_the_next_act_to_be_sealed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        with transaction.atomic():
            record(None, "taken", "user:1")
            transaction.set_rollback(True)
        record(None, "checked", "user:1")

    assert len(callbacks) == 1
    assert list(AuditSeal.objects.values_list("event__verb", flat=True)) == ["checked"]


def test_what_a_stopped_process_left_unsealed_the_next_call_seals():
    left = Event.objects.create(verb="taken", actor="user:1")  # written, and the process died before the seal
    seal_events()
    between = Event.objects.create(verb="checked", actor="user:1")
    later = record(None, "forwarded", "user:1")

    seal_events()

    assert list(AuditSeal.objects.values_list("event_id", flat=True)) == [left.pk, between.pk, later.pk]


@pytest.mark.parametrize(("number", "count"), [(9_000, 0), (9_001, 1)])
def test_an_event_far_below_the_newest_seal_is_left_to_the_check(number, count):
    Event.objects.create(pk=10_000, verb="taken", actor="user:1")
    seal_events()
    Event.objects.create(pk=number, verb="taken", actor="user:1")

    assert seal_events() == count


@pytest.mark.django_db(transaction=True)
def test_ten_threads_at_once_make_one_chain():
    def act(number: int) -> None:
        try:
            with transaction.atomic():
                record(None, "taken", f"user:{number}")
                record(None, "checked", f"user:{number}")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(act, range(10)))
    seal_events()

    checked = check_chain(NOW)
    assert (checked.events, checked.number, checked.faults) == (20, 20, ())


@pytest.mark.django_db(transaction=True)
def test_an_act_is_not_undone_when_its_seal_fails(caplog):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE membership_audithead RENAME TO membership_hidden")
    try:
        record(None, "taken", "user:1")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE membership_hidden RENAME TO membership_audithead")

    assert Event.objects.count() == 1
    assert "seal_events" in caplog.text
    assert seal_events() == 1
