"""Rows that are written once: no way through the models changes or deletes them."""

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from membership.models import (
    Application,
    AssemblyBallot,
    AssemblyResult,
    AttendanceEntry,
    AuditSeal,
    Ballot,
    CeremonyMove,
    Comment,
    CompositionOverride,
    Confirmation,
    ConflictStatement,
    Decision,
    DecisionRule,
    DossierMessage,
    Event,
    MatterBallot,
    MatterDecision,
    MatterStatement,
    MeetingDemand,
    MeetingEntry,
    MemberAct,
    Objection,
    Presence,
    Release,
    Revision,
    Ruling,
)
from membership.models.append_only import AppendOnly, AppendOnlyError
from membership.services.assembly_ballot import close_ballot
from membership.services.comments import write_comment
from membership.services.decisions import confirm, release
from membership.services.messages import write_to_office
from membership.services.rounds import open_round
from membership.services.sealing import seal_events
from tests.membership.factories import NOW, make_committee, make_ready_application, make_rules, make_secretary
from tests.membership.services.assembly import make_members, opened, vote
from tests.membership.services.voting import close

pytestmark = pytest.mark.django_db
WRITTEN_ONCE = [
    AuditSeal,
    Ballot,
    Comment,
    AssemblyBallot,
    AssemblyResult,
    Ballot,
    CeremonyMove,
    Confirmation,
    ConflictStatement,
    Decision,
    DecisionRule,
    DossierMessage,
    Event,
    MemberAct,
    Release,
    Revision,
]
# Their rows are written by acts that this page does not walk; they derive from the same base and inherit its refusals.
WRITTEN_LIKEWISE = [
    AttendanceEntry,
    CompositionOverride,
    MatterBallot,
    MatterDecision,
    MatterStatement,
    MeetingDemand,
    MeetingEntry,
    Objection,
    Presence,
    Ruling,
]
EACH = pytest.mark.parametrize("model", WRITTEN_ONCE, ids=lambda model: model.__name__)


@pytest.fixture(autouse=True)
def _decided(db):
    """A released decision: one row of each kind at least."""
    seats, secretary, rule = make_committee(), make_secretary(), make_rules()
    holders = [seat.holder for seat in seats]
    application = make_ready_application()
    write_to_office(application.pk, "A question.")
    write_comment(application.pk, secretary, body="A remark.", now=NOW)
    round_ = open_round(application.pk, holders[0], rule_id=rule.pk, now=NOW)
    close(round_, secretary, holders, "yyyy")
    confirm(round_.pk, holders[0], now=NOW)
    release(round_.pk, secretary, now=NOW)
    seal_events()
    CeremonyMove.objects.create(application=application, year=2028, note="N", at=NOW, by="user:1")
    members = make_members(1)
    motion = opened(members[0], secretary, members, "p")
    vote(motion, secretary, members, "y")
    close_ballot(motion.pk, secretary, decision="Minutes", now=NOW)


def values(model: type[models.Model]) -> list[dict]:
    return list(model.objects.order_by("pk").values())


def test_these_are_all_the_kinds():
    kinds = {model.__name__ for model in AppendOnly.__subclasses__()}
    assert kinds == {model.__name__ for model in WRITTEN_ONCE + WRITTEN_LIKEWISE}


@EACH
def test_a_row_is_not_saved_again(model):
    before = values(model)

    with pytest.raises(AppendOnlyError, match="never changed"):
        model.objects.first().save()
    assert values(model) == before


@EACH
def test_a_row_is_not_deleted(model):
    before = values(model)

    with pytest.raises(AppendOnlyError, match="never deleted"):
        model.objects.first().delete()
    assert values(model) == before


@EACH
def test_rows_are_not_changed_in_bulk(model):
    before = values(model)
    field = next(field.name for field in model._meta.fields if isinstance(field, models.CharField | models.JSONField))

    with pytest.raises(AppendOnlyError, match="never changed"):
        model.objects.update(**{field: "x"})
    with pytest.raises(AppendOnlyError, match="never changed"):
        model.objects.bulk_update(list(model.objects.all()), [field])
    with pytest.raises(AppendOnlyError, match="never changed"):
        model.objects.filter(pk__gt=0).update(**{field: "x"})
    assert values(model) == before


@EACH
def test_rows_are_not_deleted_in_bulk(model):
    before = values(model)

    with pytest.raises(AppendOnlyError, match="never deleted"):
        model.objects.all().delete()
    assert values(model) == before


@EACH
def test_a_row_is_not_written_over_by_another_of_its_number(model):
    before = values(model)
    row = model.objects.first()
    copy = model(**{field.attname: getattr(row, field.attname) for field in model._meta.fields})

    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save()
    assert values(model) == before


@EACH
def test_rows_are_not_written_over_in_bulk(model):
    before = values(model)
    row = model.objects.first()
    field = next(field.name for field in model._meta.fields if isinstance(field, models.CharField | models.JSONField))

    with pytest.raises(AppendOnlyError, match="never changed"):
        model.objects.bulk_create([row], update_conflicts=True, update_fields=[field], unique_fields=["id"])
    assert values(model) == before


def test_an_application_with_a_record_cannot_be_deleted():
    with pytest.raises(ProtectedError):
        Application.objects.get().delete()
    assert Event.objects.exists()
