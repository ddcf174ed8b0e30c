"""The database itself refuses to change or delete what is written once."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from membership.models import Confirmation, Decision, Event
from membership.models.triggers import GUARDED, install, remove, unguarded
from membership.services.decisions import confirm, release
from membership.services.rounds import open_round
from membership.services.sealing import seal_events
from tests.membership.factories import NOW, make_committee, make_ready_application, make_rules, make_secretary
from tests.membership.services.voting import close

pytestmark = pytest.mark.django_db


@pytest.fixture
def holders(db):
    """A released decision: one row in each guarded table at least. The Committee's accounts are returned."""
    seats, secretary, rule = make_committee(), make_secretary(), make_rules()
    holders = [seat.holder for seat in seats]
    round_ = open_round(make_ready_application().pk, holders[0], rule_id=rule.pk, now=NOW)
    close(round_, secretary, holders, "yyyy")
    confirm(round_.pk, holders[0], now=NOW)
    release(round_.pk, secretary, now=NOW)
    seal_events()
    return holders


def rows(table: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY id')
        return cursor.fetchall()


def refused(sql: str, *values: object) -> str:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
    return str(refusal.value)


# The tables in which the fixture leaves a row; all others are guarded by the same statements, which `unguarded` looks for.
WITH_ROWS = [
    "membership_event",
    "membership_auditseal",
    "membership_ballot",
    "membership_conflictstatement",
    "membership_decision",
    "membership_confirmation",
    "membership_release",
    "membership_attendanceentry",
]


@pytest.mark.parametrize("table", WITH_ROWS)
def test_no_row_of_a_guarded_table_is_deleted(holders, table):
    before = rows(table)

    assert "written once" in refused(f'DELETE FROM "{table}"')
    assert before == rows(table) != []


@pytest.mark.parametrize("table", WITH_ROWS)
def test_no_column_of_a_guarded_table_is_changed(holders, table):
    before = rows(table)
    with connection.cursor() as cursor:
        columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]

    for column in columns:
        assert "written once" in refused(f'UPDATE "{table}" SET "{column}" = "{column}"')
    assert before == rows(table)


def test_a_query_past_the_models_is_refused_too(holders):
    with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
        models.QuerySet(Event).update(actor="user:9")
    with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
        models.QuerySet(Decision).filter(round__isnull=False).update(result="not_carried")


def test_a_link_to_an_account_may_be_emptied_and_never_turned(holders):
    president, other = holders[:2]
    key = f"user:{president.pk}"
    assert "written once" in refused("UPDATE membership_confirmation SET declarer_id = %s", other.pk)

    president.delete()

    confirmation = Confirmation.objects.get()
    assert (confirmation.declarer, confirmation.declared_by) == (None, key)


def test_the_guards_are_put_up_again_after_each_migration():
    connection.check_constraints()
    remove(connection)
    assert unguarded(connection) == list(GUARDED)

    call_command("migrate", verbosity=0)

    assert unguarded(connection) == []


def test_a_table_that_is_not_there_yet_is_passed_over():
    install(connection, ["membership_none"])

    assert unguarded(connection, ["membership_none"]) == ["membership_none"]


@pytest.mark.django_db(transaction=True)
def test_the_migration_can_be_taken_back_and_done_again():
    Event.objects.create(verb="taken", actor="user:1")
    try:
        call_command("migrate", "membership", "0003", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE membership_event SET actor = 'user:2'")
    finally:
        call_command("migrate", verbosity=0)

    assert Event.objects.get().actor == "user:2"
    assert seal_events() == 1
    assert "written once" in refused("UPDATE membership_event SET actor = 'user:3'")
