"""Participation in summits and meetings, recorded for many members at once."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from membership.models import Event, Participation
from membership.services.participation import correct_participation, record_participation
from tests.membership.factories import NOW, TODAY, MemberFactory
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db
SUMMIT = {"kind": "summit", "name": "Zagreb Summit", "held_on": TODAY, "now": NOW}


def test_who_is_ticked_is_added_and_nobody_is_taken_away(secretary):
    first, second = MemberFactory.create_batch(2)

    added = [
        record_participation(secretary, **SUMMIT, member_ids=[member.pk for member in ticked])
        for ticked in ([first], [first, second], [second])
    ]

    assert added == [1, 1, 0]
    assert set(Participation.objects.values_list("member_id", flat=True)) == {first.pk, second.pk}


def test_a_correction_lets_exactly_the_ticked_members_stand(secretary):
    first, second, third = MemberFactory.create_batch(3)
    record_participation(secretary, **SUMMIT, member_ids=[first.pk, second.pk])
    row = Participation.objects.first()

    changed = correct_participation(row.pk, secretary, member_ids=[second.pk, third.pk], now=NOW)

    assert changed == (1, 1)
    assert set(Participation.objects.values_list("member_id", flat=True)) == {second.pk, third.pk}
    verbs = list(Event.objects.filter(member=first).order_by("pk").values_list("verb", flat=True))
    assert verbs == ["participation_recorded", "participation_withdrawn"]


def test_two_events_of_one_day_stand_apart(secretary):
    member = MemberFactory()
    record_participation(secretary, **SUMMIT, member_ids=[member.pk])

    record_participation(secretary, **{**SUMMIT, "kind": "other"}, member_ids=[member.pk])

    assert Participation.objects.count() == 2


def test_an_event_to_come_has_no_participants_yet(secretary):
    words = {**SUMMIT, "held_on": TODAY + timedelta(days=1)}

    assert refusal_of(record_participation, secretary, **words, member_ids=[]) == "event_in_future"


def test_only_the_secretariat_records_participation(president):
    with pytest.raises(PermissionDenied):
        record_participation(president, **SUMMIT, member_ids=[])
