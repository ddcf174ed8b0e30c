"""The removal of a member by the General Assembly: notice, roll call, ballot, result (Art. 8, 9 and 10)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import Choice, MemberState
from membership.models import AssemblyBallot, ConveningNotice, Member, OutboxMail
from membership.rules.roll_call import Call, Presence
from membership.selectors.assembly import electorate, not_convened, standing_of_motion
from membership.services import assembly, assembly_ballot
from tests.membership.factories import NOW, TODAY, CityFactory, MemberFactory
from tests.membership.services.assembly import call, convened, make_members, opened, prepare, vote
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def six(db) -> list[Member]:
    """Six members: four attending reach the quorum, four Yes are the majority."""
    return make_members(6)


def close(motion, secretary, decision="Minutes of 1 March 2027"):
    return assembly_ballot.close_ballot(motion.pk, secretary, decision=decision, now=NOW)


def test_the_motion_goes_by_mail_to_every_member_with_an_address_in_its_language(six, secretary):
    MemberFactory(city=CityFactory(slug="nis"), contact_email="office@nis.example", language="sr")
    motion = prepare(six[0], secretary)

    first = assembly.convene(motion.pk, secretary, now=NOW)
    again = assembly.convene(motion.pk, secretary, now=NOW)

    mail = OutboxMail.objects.get(key__startswith=f"convening:{motion.pk}:")
    assert (first, again, mail.recipient, mail.language) == (1, 0, "office@nis.example", "sr")
    assert motion.reason in mail.body


def test_a_notice_counts_when_the_mail_server_took_it(six, secretary):
    reached = MemberFactory(contact_email="office@nis.example")
    motion = prepare(six[0], secretary)
    assembly.convene(motion.pk, secretary, now=NOW)
    before = list(not_convened(motion))

    ConveningNotice.objects.get().mail.delete()
    OutboxMail.objects.create(key="k", recipient="a@b.example", language="en", subject="S", body="B", state="sent")
    ConveningNotice.objects.update(mail=OutboxMail.objects.get(key="k"))

    assert reached in before
    assert reached not in not_convened(motion)


def test_who_has_no_address_is_convened_by_letter(six, secretary):
    motion = prepare(six[0], secretary)

    assert assembly.convened_by_letter(motion.pk, secretary, now=NOW) == 6
    assert assembly.convened_by_letter(motion.pk, secretary, now=NOW) == 0
    assert list(not_convened(motion)) == []


def test_a_member_that_joined_after_the_notice_is_convened_too(six, secretary):
    motion = convened(six[0], secretary)
    call(motion, secretary, six, "pppppp")
    MemberFactory()

    assert refusal_of(assembly_ballot.open_ballot, motion.pk, secretary, now=NOW) == "motion_not_in_notice"


@pytest.mark.parametrize(
    ("letters", "code"),
    [("ppppxx", ""), ("pppp", ""), ("pppxxx", "assembly_not_quorate"), ("", "assembly_not_quorate")],
)
def test_the_ballot_opens_with_two_thirds_at_the_first_roll_call(six, secretary, letters, code):
    motion = convened(six[0], secretary)
    call(motion, secretary, six, letters)

    if code:
        assert refusal_of(assembly_ballot.open_ballot, motion.pk, secretary, now=NOW) == code
    else:
        assembly_ballot.open_ballot(motion.pk, secretary, now=NOW)
        assert list(motion.roll.order_by("pk").values_list("presence", flat=True)) == ["present"] * 4 + ["absent"] * 2


def test_a_represented_member_counts_for_the_quorum_and_votes(six, secretary):
    motion = convened(six[0], secretary)
    call(motion, secretary, six, "ppp")
    represented = Call(Presence.REPRESENTED, six[0].pk)
    assembly_ballot.call_roll(motion.pk, secretary, {six[3].pk: represented}, now=NOW)
    assembly_ballot.open_ballot(motion.pk, secretary, now=NOW)

    vote(motion, secretary, six[:4], "yyyy")

    assert close(motion, secretary).is_carried


def test_the_ballot_does_not_open_before_the_day_of_the_assembly(six, secretary):
    motion = prepare(six[0], secretary, on=TODAY + timedelta(days=1))
    assembly.convened_by_letter(motion.pk, secretary, now=NOW)
    call(motion, secretary, six, "pppppp")

    assert refusal_of(assembly_ballot.open_ballot, motion.pk, secretary, now=NOW) == "assembly_not_today"
    assembly_ballot.open_ballot(motion.pk, secretary, now=NOW + timedelta(days=1))


@pytest.mark.parametrize(
    ("letters", "is_carried", "state"),
    [("yyyynn", True, "removed"), ("yyynnn", False, "active"), ("yyyaaa", False, "active"), ("yyyy", True, "removed")],
    ids=["four yes", "half", "half and abstentions", "two have not voted"],
)
def test_more_than_half_of_all_members_remove_one(six, secretary, letters, is_carried, state):
    motion = opened(six[0], secretary, six, "pppppp")
    vote(motion, secretary, six, letters)

    result = close(motion, secretary)

    six[0].refresh_from_db()
    assert (result.is_carried, six[0].state) == (is_carried, state)
    assert six[0].ended_on == (TODAY if is_carried else None)
    assert six[0].acts.count() == int(is_carried)


def test_absent_members_count_in_all_members(six, secretary):
    motion = opened(six[0], secretary, six, "ppppxx")
    vote(motion, secretary, six[:3], "yyy")

    assert not close(motion, secretary).is_carried


def test_a_removed_member_and_the_committee_are_told(six, secretary, president):
    Member.objects.filter(pk=six[0].pk).update(contact_email="office@nis.example")
    motion = opened(six[0], secretary, list(electorate()), "p" * 6)
    vote(motion, secretary, six, "yyyyyy")

    close(motion, secretary)

    told = set(OutboxMail.objects.filter(key__startswith="member_act:").values_list("recipient", flat=True))
    assert {"office@nis.example", secretary.email, president.email} <= told


def test_a_suspended_member_is_counted_and_may_be_removed_a_leaving_one_may_not(six, secretary):
    Member.objects.filter(pk=six[0].pk).update(state=MemberState.SUSPENDED)
    Member.objects.filter(pk=six[1].pk).update(state=MemberState.LEAVING, notice_given_on=TODAY)

    assert len(electorate()) == 6
    assert prepare(six[0], secretary).state == "prepared"
    assert refusal_of(prepare, six[1], secretary) == "action_not_possible"


def test_the_member_concerned_votes_like_any_other(six, secretary):
    motion = opened(six[0], secretary, six, "pppppp")

    assert vote(motion, secretary, six[:1], "n") == 1


def test_the_last_vote_counts_every_vote_is_kept_and_none_is_written_twice(six, secretary):
    motion = opened(six[0], secretary, six, "pppppp")

    written = [vote(motion, secretary, six[:1], letter) for letter in "yyn"]

    assert written == [1, 0, 1]
    assert list(AssemblyBallot.objects.values_list("choice", flat=True)) == ["yes", "against"]
    assert standing_of_motion(motion).counts == {"yes": 0, "against": 1, "abstain": 0}


def test_an_absent_member_has_no_vote(six, secretary):
    motion = opened(six[0], secretary, six, "ppppp")

    words = motion.pk, secretary, {six[5].pk: Choice.YES}
    assert refusal_of(assembly_ballot.record_ballots, *words, now=NOW) == "ballot_of_absent_member"


def test_after_the_opening_the_roll_is_frozen_and_after_the_closing_the_ballot(six, secretary):
    motion = opened(six[0], secretary, six, "pppppp")

    assert refusal_of(call, motion, secretary, six, "x") == "motion_not_prepared"
    close(motion, secretary)
    assert refusal_of(vote, motion, secretary, six, "y") == "motion_not_open"
    assert refusal_of(close, motion, secretary) == "motion_not_open"


def test_a_result_needs_the_document_of_the_assembly(six, secretary):
    motion = opened(six[0], secretary, six, "pppppp")

    assert refusal_of(close, motion, secretary, decision=" ") == "assembly_decision_missing"


def test_one_motion_at_a_time_and_none_without_reason_or_in_the_past(six, secretary):
    motion = prepare(six[0], secretary)
    words = {"reason": "Again.", "assembly": "A", "assembly_on": TODAY, "now": NOW}

    assert refusal_of(assembly.prepare_motion, six[0].pk, secretary, **words) == "motion_under_way"
    assembly.withdraw_motion(motion.pk, secretary, reason="Settled.", now=NOW)
    assert refusal_of(assembly.prepare_motion, six[0].pk, secretary, **{**words, "reason": " "}) == "reason_missing"
    yesterday = {**words, "assembly_on": TODAY - timedelta(days=1)}
    assert refusal_of(assembly.prepare_motion, six[0].pk, secretary, **yesterday) == "assembly_in_the_past"
    assert assembly.prepare_motion(six[0].pk, secretary, **words).state == "prepared"


def test_a_withdrawn_motion_is_over(six, secretary):
    motion = opened(six[0], secretary, six, "pppppp")
    withdraw = assembly.withdraw_motion

    assert refusal_of(withdraw, motion.pk, secretary, reason=" ", now=NOW) == "reason_missing"
    withdraw(motion.pk, secretary, reason="Settled.", now=NOW)
    assert refusal_of(withdraw, motion.pk, secretary, reason="Settled.", now=NOW) == "motion_not_open"
    assert refusal_of(close, motion, secretary) == "motion_not_open"


def test_who_is_no_member_is_not_on_the_roll(six, secretary):
    motion = convened(six[0], secretary)
    gone = MemberFactory(state=MemberState.ENDED)

    assert refusal_of(call, motion, secretary, [gone], "p") == "roll_unknown_member"


def test_who_is_no_secretary_moves_nothing_in_the_assembly(six, secretary, president):
    motion = convened(six[0], secretary)
    for act, words in (
        (assembly.prepare_motion, {"reason": "R", "assembly": "A", "assembly_on": TODAY}),
        (assembly.convene, {}),
        (assembly.convened_by_letter, {}),
        (assembly.withdraw_motion, {"reason": "R"}),
        (assembly_ballot.call_roll, {"calls": {}}),
        (assembly_ballot.open_ballot, {}),
        (assembly_ballot.record_ballots, {"choices": {}}),
        (assembly_ballot.close_ballot, {"decision": "D"}),
    ):
        with pytest.raises(PermissionDenied):
            act(motion.pk, president, **words, now=NOW)


def test_the_standing_of_a_motion_takes_as_many_queries_for_six_as_for_three(six, secretary, django_assert_num_queries):
    motion = opened(six[0], secretary, six, "pppppp")
    vote(motion, secretary, six, "yyyyyy")

    with django_assert_num_queries(1):
        standing_of_motion(motion)
