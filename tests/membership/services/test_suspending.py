"""Suspension: the President alone or the Committee, and what stands on the Committee's next agenda (Art. 9)."""

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import MemberState
from membership.models import Event, Member, OutboxMail, Seat
from membership.selectors.members import acts_for_the_next_agenda
from membership.services import members, suspending
from tests.membership.factories import NOW, CityFactory, MemberFactory
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db
WORDS = {"reason": "Fees of a joint project unpaid.", "now": NOW}
DECIDED = {**WORDS, "decision": "Minutes of 1 March 2027, item 4"}


@pytest.fixture
def member(db) -> Member:
    return MemberFactory(city=CityFactory(slug="nis"), contact_email="office@nis.example", language="sr")


def state_of(member: Member) -> tuple:
    member.refresh_from_db()
    return member.state, member.state_since


def test_the_president_suspends_alone_and_it_stands_on_the_next_agenda(member, president):
    act = suspending.suspend(member.pk, president, **WORDS)

    assert state_of(member) == (MemberState.SUSPENDED, NOW)
    assert (act.act, act.authority, act.reason, act.by) == (
        "suspend",
        "president",
        WORDS["reason"],
        f"user:{president.pk}",
    )
    assert list(acts_for_the_next_agenda()) == [act]


def test_what_the_committee_decided_stands_on_no_agenda(member, secretary):
    act = suspending.record_suspension(member.pk, secretary, **DECIDED)

    assert (state_of(member)[0], act.authority, act.decision) == ("suspended", "committee", DECIDED["decision"])
    assert list(acts_for_the_next_agenda()) == []


def test_an_act_leaves_the_agenda_when_the_committee_has_taken_note(member, president, secretary):
    first = suspending.suspend(member.pk, president, **WORDS)
    second = suspending.lift(member.pk, president, **WORDS)

    suspending.take_note(first.pk, secretary, decision="Minutes of 2 March 2027", now=NOW)

    assert list(acts_for_the_next_agenda()) == [second]
    again = refusal_of(suspending.take_note, first.pk, secretary, decision="Minutes", now=NOW)
    assert again == "already_noted"
    assert refusal_of(suspending.take_note, second.pk, secretary, decision=" ", now=NOW) == "committee_decision_missing"


def test_the_committees_own_act_needs_no_note(member, secretary):
    act = suspending.record_suspension(member.pk, secretary, **DECIDED)

    assert refusal_of(suspending.take_note, act.pk, secretary, decision="Minutes", now=NOW) == "action_not_possible"


@pytest.mark.parametrize("lift", ["lift", "record_lifting"])
def test_a_suspension_is_lifted_the_same_ways(member, president, secretary, lift):
    suspending.suspend(member.pk, president, **WORDS)
    user, words = (president, WORDS) if lift == "lift" else (secretary, DECIDED)

    act = getattr(suspending, lift)(member.pk, user, **words)

    assert (state_of(member)[0], act.act) == ("active", "lift")


@pytest.mark.parametrize(
    ("act", "words", "code"),
    [
        ("suspend", {**WORDS, "reason": " "}, "reason_missing"),
        ("record_suspension", {**DECIDED, "reason": ""}, "reason_missing"),
        ("record_suspension", {**DECIDED, "decision": " "}, "committee_decision_missing"),
        ("lift", WORDS, "action_not_possible"),
    ],
)
def test_what_is_missing_is_refused_and_nothing_is_stored(member, president, secretary, act, words, code):
    user = secretary if act.startswith("record") else president

    assert refusal_of(getattr(suspending, act), member.pk, user, **words) == code
    assert (state_of(member)[0], member.acts.count(), OutboxMail.objects.count()) == ("active", 0, 0)


def test_the_secretary_cannot_suspend_alone_nor_the_president_record_for_the_committee(member, president, secretary):
    with pytest.raises(PermissionDenied):
        suspending.suspend(member.pk, secretary, **WORDS)
    with pytest.raises(PermissionDenied):
        suspending.record_suspension(member.pk, president, **DECIDED)


def test_member_secretariat_and_committee_are_told_the_member_in_its_language(member, president, secretary):
    act = suspending.suspend(member.pk, president, **WORDS)

    mails = {mail.recipient: mail for mail in OutboxMail.objects.filter(key__startswith=f"member_act:{act.pk}")}
    assert {"office@nis.example", secretary.email, president.email, "athens@example.org"} <= mails.keys()
    assert (mails["office@nis.example"].language, mails[secretary.email].language) == ("sr", "en")
    assert mails[secretary.email].subject == "Nis: Membership suspended"
    assert "agenda of the next meeting" in mails[secretary.email].body
    assert WORDS["reason"] in mails["office@nis.example"].body


def test_a_member_without_an_address_gets_no_mail_and_the_office_does(president, secretary):
    member = MemberFactory()

    act = suspending.suspend(member.pk, president, **WORDS)

    assert not OutboxMail.objects.filter(key=f"member_act:{act.pk}").exists()
    assert OutboxMail.objects.filter(key=f"member_act:{act.pk}:office:{secretary.pk}").exists()


def test_case_48_a_suspension_empties_no_seat_and_the_office_is_told_of_it(committee, president, secretary):
    city = committee[3].city
    member = MemberFactory(city=city)

    act = suspending.suspend(member.pk, president, **WORDS)

    told = OutboxMail.objects.get(key=f"member_act:{act.pk}:office:{secretary.pk}").body
    assert Seat.objects.held_on(NOW.date()).filter(city=city).exists()
    assert "The city holds a seat of the Executive Committee." in told


def test_the_address_of_a_member_changes_and_the_record_keeps_no_address(member, secretary):
    members.change_contact(member.pk, secretary, email="new@nis.example", language="en", now=NOW)
    members.change_contact(member.pk, secretary, email="new@nis.example", language="en", now=NOW)

    member.refresh_from_db()
    event = Event.objects.get(member=member)
    assert (member.contact_email, member.language) == ("new@nis.example", "en")
    assert (event.verb, event.details) == ("member_contact_changed", {})
