"""Edge cases 20 to 44 of a round of the Committee; one test each at least, named by its number."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import ApplicationState, Choice, Outcome, RoundMode, RoundState, RulingKind, SeatRole
from membership.models import Ballot, Decision, Round
from membership.selectors.rounds import standings
from membership.services import (
    ballots,
    checking,
    circulation,
    corrections,
    decisions,
    information,
    pausing,
    proxies,
    recomposing,
    roll,
    rulings,
    statements,
    withdrawal,
)
from membership.services.round_reminders import remind_of_rounds
from membership.services.round_timers import close_overdue, confirm_silently, suspend_changed
from membership.services.rounds import open_round
from tests.membership.factories import NOW, PAPER, CityFactory, SeatFactory, UserFactory, make_ready_application
from tests.membership.services.conftest import opened as opened_round
from tests.membership.services.voting import cast, close, refusal_of, state, vote

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]
opened = opened_round
TODAY = NOW.date()


def authorise(round_: Round, committee, principal: int, holder: int, **scope):
    """File the proxy of one seat to another, by their places in the Committee, received by nobody yet."""
    seat = committee[principal]
    return proxies.file_proxy(
        seat.holder,
        principal_id=seat.pk,
        holder_id=committee[holder].pk,
        document=PAPER,
        **(scope or {"round_id": round_.pk}),
        now=NOW,
    )


def received(proxy, president, secretary):
    proxies.receive(proxy.pk, president, now=NOW)
    return proxies.receive(proxy.pk, secretary, now=NOW)


def in_circulation(committee, secretary, rule) -> Round:
    rulings.record_ruling(
        secretary,
        kind=RulingKind.CIRCULAR_ALLOWED,
        document="Decision 3/2027",
        decided_on=TODAY,
        text="",
        now=NOW,
    )
    return open_round(
        make_ready_application().pk,
        secretary,
        rule_id=rule.pk,
        ordered_by_president=True,
        mode=RoundMode.CIRCULAR,
        deadline=NOW + timedelta(days=10),
        now=NOW,
    )


def row_of(round_: Round, place: int):
    return standings(Round.objects.get(pk=round_.pk))[place]


def counting(round_: Round) -> list[str]:
    """Return the choices that count, in the order of the seats."""
    rows = standings(Round.objects.get(pk=round_.pk))
    return [str(row.ballot.choice) if row.ballot else "-" for row in rows]


def test_case_20_a_withdrawal_ends_the_round_without_object_and_keeps_the_ballots(opened, holders):
    vote(opened, holders[0])

    withdrawal.withdraw(opened.application_id, now=NOW)

    opened.refresh_from_db()
    assert opened.state == RoundState.MOOT
    assert (Ballot.objects.count(), Decision.objects.count()) == (1, 0)


def test_case_20_a_paused_round_ends_likewise(opened, holders, secretary):
    pause(opened, secretary)

    withdrawal.withdraw(opened.application_id, now=NOW)

    opened.refresh_from_db()
    assert opened.state == RoundState.MOOT


def test_case_21_a_withdrawal_after_the_closing_sees_what_happened(opened, holders, secretary):
    close(opened, secretary, holders, "yyyyyyy")

    assert refusal_of(withdrawal.withdraw, opened.application_id, now=NOW) == "round_is_closed"


def test_case_22_of_two_who_act_at_once_the_second_is_told_that_the_application_changed(secretary):
    application = make_ready_application(state=ApplicationState.SUBMITTED)
    seen = application.version
    checking.take(application.pk, secretary, now=NOW, version=seen)

    assert refusal_of(checking.take, application.pk, secretary, now=NOW, version=seen) == "changed_meanwhile"


def test_case_23_of_two_votes_the_last_counts_and_both_are_kept(opened, holders):
    vote(opened, holders[3], Choice.ABSTAIN)
    cast(opened, holders[3], Choice.YES)

    assert counting(opened) == ["-", "-", "-", "yes", "-", "-", "-"]
    assert Ballot.objects.count() == 2


def test_case_24_after_the_deadline_no_vote_is_taken(committee, secretary, rule, holders):
    round_ = in_circulation(committee, secretary, rule)
    state(round_, holders[3])
    late = round_.deadline + timedelta(seconds=1)

    assert refusal_of(ballots.cast, round_.pk, holders[3], choice=Choice.YES, reason="", now=late) == "deadline_over"
    assert ballots.cast(round_.pk, holders[3], choice=Choice.YES, reason="", now=round_.deadline).pk


def test_case_24_after_the_closing_neither(opened, holders, secretary):
    close(opened, secretary, holders[:6], "yyyyyy")

    code = refusal_of(ballots.cast, opened.pk, holders[6], choice=Choice.YES, reason="", now=NOW)
    assert code == "round_is_closed"


def test_case_25_who_gave_a_proxy_votes_only_after_revoking_it(opened, committee, holders, president, secretary):
    received(authorise(opened, committee, 3, 4), president, secretary)
    state(opened, holders[3])

    assert refusal_of(cast, opened, holders[3]) == "proxy_stands"
    ballots.cast(opened.pk, holders[3], choice=Choice.YES, reason="", revoke_proxy=True, now=NOW)
    assert row_of(opened, 3).ballot.choice == Choice.YES
    assert row_of(opened, 3).proxy is None


def test_case_25_a_vote_cast_under_a_proxy_that_is_then_revoked_is_kept_and_void(
    opened, committee, holders, president, secretary
):
    received(authorise(opened, committee, 3, 4), president, secretary)
    vote(opened, holders[4])
    seat = opened.seats.get(seat=committee[3])
    ballots.cast_for(opened.pk, holders[4], round_seat_id=seat.pk, choice=Choice.AGAINST, reason="Asked to.", now=NOW)
    assert counting(opened)[3] == "against"

    state(opened, holders[3])
    ballots.cast(opened.pk, holders[3], choice=Choice.YES, reason="", revoke_proxy=True, now=NOW)

    assert counting(opened)[3] == "yes"
    assert seat.ballots.count() == 2


@pytest.mark.parametrize(
    ("given", "tried", "code"),
    [
        ((), (3, 3), "proxy_to_own_seat"),
        ((3, 4), (4, 5), "chain_of_proxies"),
        ((3, 4), (5, 3), "chain_of_proxies"),
        ((3, 4), (5, 4), "proxy_held_already"),
        ((3, 4), (3, 5), "proxy_given_already"),
    ],
    ids=["to itself", "of its holder", "to its principal", "second to a holder", "second of a principal"],
)
def test_case_26_chains_and_second_proxies_are_refused_with_the_article(opened, committee, given, tried, code):
    if given:
        authorise(opened, committee, *given)

    with pytest.raises(Exception, match=code) as refusal:
        authorise(opened, committee, *tried)

    assert refusal.value.article == "13"


def test_case_26_a_recused_seat_neither_gives_nor_holds_a_proxy(opened, committee, holders):
    state(opened, holders[3], explanation="Twin city.")

    for pair in ((3, 4), (4, 3)):
        assert refusal_of(authorise, opened, committee, *pair) == "proxy_and_recusal"


def test_case_27_a_proxy_that_was_not_received_by_both_leaves_the_seat_absent(
    opened, committee, holders, president, secretary
):
    proxy = authorise(opened, committee, 3, 4)
    proxies.receive(proxy.pk, secretary, now=NOW)
    vote(opened, holders[4])
    seat = opened.seats.get(seat=committee[3])
    words = {"round_seat_id": seat.pk, "choice": Choice.YES, "reason": "", "now": NOW}

    assert row_of(opened, 3).is_represented is False
    assert refusal_of(ballots.cast_for, opened.pk, holders[4], **words) == "no_proxy"
    proxies.receive(proxy.pk, president, now=NOW)
    assert row_of(opened, 3).is_represented is True


def test_case_28_below_the_quorum_at_the_closing_the_result_is_invalid(opened, holders, secretary):
    for holder in holders[:4]:
        vote(opened, holder)
    staying = opened.seats.filter(city_name__in=["Zagreb", "Sofia", "Sarajevo"])
    roll.record_attendance(opened.pk, secretary, present=list(staying.values_list("pk", flat=True)), now=NOW)

    decision = decisions.close_round(opened.pk, secretary, now=NOW)

    assert (decision.result, decision.reason) == ("invalid", "no_quorum")
    opened.application.refresh_from_db()
    assert opened.application.state == ApplicationState.READY


def test_case_28_above_it_the_vote_of_who_left_stands(opened, holders, secretary):
    for holder in holders[:5]:
        vote(opened, holder, Choice.AGAINST if holder is holders[4] else Choice.YES)
    leaving = opened.seats.get(city_name="Tirana")
    roll.note_attendance(opened.pk, secretary, round_seat_id=leaving.pk, attendance="absent", now=NOW)

    decision = decisions.close_round(opened.pk, secretary, now=NOW)

    assert (decision.result, decision.reason) == ("not_carried", "against")
    assert decision.evaluation["counts"]["attending"] == 5


def test_case_29_without_quorum_at_the_deadline_the_application_is_ready_again(committee, secretary, rule, holders):
    round_ = in_circulation(committee, secretary, rule)
    vote(round_, holders[0])
    over = round_.deadline + timedelta(minutes=1)

    assert close_overdue(round_.deadline) == 0
    assert (close_overdue(over), close_overdue(over)) == (1, 0)
    round_.refresh_from_db()
    assert (round_.state, round_.application.state) == (RoundState.INVALID, ApplicationState.READY)


def test_case_30_a_new_holder_of_the_same_seat_finds_its_ballot_and_may_recast(opened, committee, holders):
    vote(opened, holders[3])
    committee[3].holder = UserFactory(username="successor", groups=["Committee"])
    committee[3].save()

    assert suspend_changed(NOW) == 0
    vote(opened, committee[3].holder, Choice.ABSTAIN)
    assert counting(opened)[3] == "abstain"


def test_case_30_when_a_seat_ends_the_round_is_suspended_and_begun_anew(opened, committee, holders, secretary):
    vote(opened, holders[0])
    committee[6].end = TODAY - timedelta(days=1)
    committee[6].save()
    SeatFactory(city=CityFactory(slug="ljubljana", country="SI"), start=TODAY)

    assert (suspend_changed(NOW), suspend_changed(NOW)) == (1, 0)
    assert refusal_of(cast, opened, holders[0]) == "round_is_suspended"
    new = recomposing.restart(opened.pk, secretary, now=NOW)

    opened.refresh_from_db()
    assert (opened.state, new.state) == (RoundState.MOOT, RoundState.OPEN)
    assert set(new.seats.values_list("city_name", flat=True)) >= {"Ljubljana", "Zagreb"}
    assert counting(new) == ["-"] * 7
    assert new.application.state == ApplicationState.IN_ROUND


def test_case_30_the_president_may_let_it_go_on_with_a_reason(opened, committee, president):
    committee[6].end = TODAY - timedelta(days=1)
    committee[6].save()
    suspend_changed(NOW)

    assert refusal_of(recomposing.let_go_on, opened.pk, president, reason=" ", now=NOW) == "reason_missing"
    assert recomposing.let_go_on(opened.pk, president, reason="One vote is missing.", now=NOW).state == RoundState.OPEN


def test_case_31_the_casting_vote_belongs_to_who_presides_at_the_closing(committee, holders, secretary, rules):
    round_ = open_round(
        make_ready_application().pk, secretary, rule_id=rules["art13"].pk, ordered_by_president=True, now=NOW
    )
    for holder in holders[:3]:
        vote(round_, holder)
    for holder in holders[3:6]:
        vote(round_, holder, Choice.AGAINST)
    for place, role in ((0, SeatRole.FORMER), (3, SeatRole.PRESIDENT)):
        committee[place].role = role
        committee[place].save()

    decision = decisions.close_round(round_.pk, secretary, now=NOW)

    roles = {seat["id"].rsplit("-", 1)[0]: seat["role"] for seat in decision.case["seats"]}
    assert (decision.result, decision.reason) == ("not_carried", "casting_vote")
    assert (roles["athens"], roles["zagreb"]) == ("president", "elected")
    assert round_.seats.get(city_name="Zagreb").role == SeatRole.PRESIDENT


def test_case_33_for_a_recused_president_the_former_one_declares(opened, holders, president, secretary):
    state(opened, president, explanation="Own city.")
    close(opened, secretary, holders[1:], "yyyyyy")

    with pytest.raises(PermissionDenied):
        decisions.confirm(opened.pk, president, now=NOW)
    assert decisions.confirm(opened.pk, holders[1], now=NOW).outcome == Outcome.APPROVED


def test_case_34_a_tie_is_not_carried_and_may_be_put_to_one_more_ballot(opened, holders, president, secretary):
    decision = close(opened, secretary, holders, "yyynnn")

    assert (decision.result, decision.evaluation["readings"]["art13"]) == ("not_carried", ["carried", "casting_vote"])
    decisions.defer(opened.pk, president, reason="A tie.", now=NOW)
    again = open_round(opened.application_id, secretary, rule_id=opened.rule_id, ordered_by_president=True, now=NOW)
    close(again, secretary, holders, "yyynnn")
    assert refusal_of(decisions.defer, again.pk, president, reason="A tie.", now=NOW) == "already_deferred"


def test_case_35_when_all_are_recused_nobody_decides(opened, holders, secretary):
    for holder in holders:
        state(opened, holder, explanation="A common contract.")
    everybody = list(opened.seats.values_list("pk", flat=True))
    roll.record_attendance(opened.pk, secretary, present=everybody, now=NOW)

    decision = decisions.close_round(opened.pk, secretary, now=NOW)

    assert (decision.result, decision.reason) == ("invalid", "nobody_eligible")


def test_case_36_a_recusal_after_the_vote_voids_it_even_when_it_is_taken_back(opened, holders):
    vote(opened, holders[3])
    state(opened, holders[3], explanation="Twin city.")
    assert (row_of(opened, 3).ballot, str(row_of(opened, 3).void)) == (None, "conflict")

    state(opened, holders[3])

    assert counting(opened)[3] == "-"
    cast(opened, holders[3])
    assert counting(opened)[3] == "yes"


def test_case_41_what_is_contested_is_not_settled_by_silence(opened, holders, president, secretary):
    close(opened, secretary, holders, "yyyyyyn")

    assert confirm_silently(NOW + timedelta(days=30)) == 0
    assert refusal_of(decisions.confirm, opened.pk, president, now=NOW) == "contested_unsettled"
    assert refusal_of(decisions.confirm, opened.pk, president, reading="x", interpretation="A paper.", now=NOW) == (
        "contested_unsettled"
    )


def test_silence_of_seven_days_confirms_what_is_not_contested(opened, holders, secretary):
    close(opened, secretary, holders, "yyyyyyy")

    assert confirm_silently(NOW + timedelta(days=6)) == 0
    assert (confirm_silently(NOW + timedelta(days=7)), confirm_silently(NOW + timedelta(days=14))) == (1, 0)
    confirmation = opened.decision.confirmation
    assert (confirmation.outcome, confirmation.declared_by, confirmation.declarer) == ("approved", "clock", None)


def test_case_42_a_wrong_decision_is_corrected_by_another_and_stays_as_it_is(opened, holders, president, secretary):
    close(opened, secretary, holders, "yyyyyyn")
    decisions.not_approve(opened.pk, president, reason="One against.", now=NOW)
    decision = opened.decision
    decisions.release(opened.pk, secretary, now=NOW)

    words = {"outcome": Outcome.APPROVED, "reason": "The vote against was recorded for the wrong seat.", "now": NOW}
    correction = corrections.propose(decision.pk, secretary, **words)
    with pytest.raises(PermissionDenied):
        corrections.answer(correction.pk, secretary, confirms=True, now=NOW)
    corrections.answer(correction.pk, president, confirms=True, now=NOW)
    corrections.release_correction(correction.pk, secretary, now=NOW)

    application = opened.application
    application.refresh_from_db()
    letter = application.mails.get(key=f"correction:{correction.pk}")
    correction.refresh_from_db()
    assert (application.state, correction.number) == (ApplicationState.APPROVED, "2027/2")
    assert "2027/1" in letter.body
    assert Decision.objects.get().confirmation.outcome == Outcome.NOT_APPROVED


def pause(round_: Round, secretary):
    return pausing.ask_from_round(
        round_.pk,
        secretary,
        asked_by=round_.seats.first().pk,
        text="What is the council's decision?",
        sections=["city"],
        kinds=[],
        due_on=TODAY + timedelta(days=30),
        now=NOW,
    )


def test_a_question_of_the_committee_pauses_the_round_and_the_answer_makes_ballots_stale(opened, holders, secretary):
    vote(opened, holders[0])
    pause(opened, secretary)
    assert refusal_of(cast, opened, holders[0]) == "round_is_paused"

    information.answer(opened.application_id, text="It is attached.", now=NOW)
    assert refusal_of(checking.forward, opened.application_id, secretary, now=NOW) == "round_is_paused"
    round_ = pausing.resume(opened.pk, secretary, now=NOW)

    assert (round_.state, round_.revision.number) == (RoundState.OPEN, 2)
    assert str(row_of(opened, 0).void) == "stale"
    cast(opened, holders[0])
    assert counting(opened)[0] == "yes"


def test_a_round_is_not_resumed_before_the_answer(opened, secretary):
    pause(opened, secretary)

    assert refusal_of(pausing.resume, opened.pk, secretary, now=NOW) == "request_unsettled"


def test_a_request_that_lapses_ends_the_paused_round(opened, secretary):
    pause(opened, secretary)

    information.remind_and_lapse(NOW + timedelta(days=31))

    opened.refresh_from_db()
    assert opened.state == RoundState.MOOT


def test_votes_by_circulation_are_off_until_a_decision_that_allows_them(committee, secretary, rule):
    words = {"rule_id": rule.pk, "ordered_by_president": True, "mode": RoundMode.CIRCULAR, "now": NOW}
    application = make_ready_application()

    far = NOW + timedelta(days=10)
    assert refusal_of(open_round, application.pk, secretary, deadline=far, **words) == "circulation_not_allowed"
    allowed = {"document": "3/2027", "decided_on": TODAY, "text": "", "now": NOW}
    rulings.record_ruling(secretary, kind=RulingKind.CIRCULAR_ALLOWED, **allowed)
    near = far - timedelta(seconds=1)
    assert refusal_of(open_round, application.pk, secretary, deadline=near, **words) == "deadline_too_near"
    assert open_round(application.pk, secretary, deadline=far, **words).mode == RoundMode.CIRCULAR


def test_two_members_have_a_circulation_decided_in_a_meeting(committee, secretary, rule, holders):
    round_ = in_circulation(committee, secretary, rule)

    circulation.demand_meeting(round_.pk, holders[1], now=NOW)
    circulation.demand_meeting(round_.pk, holders[1], now=NOW)
    round_.refresh_from_db()
    assert round_.state == RoundState.OPEN
    circulation.demand_meeting(round_.pk, holders[2], now=NOW)

    round_.refresh_from_db()
    round_.application.refresh_from_db()
    assert (round_.state, round_.application.state) == (RoundState.MOOT, ApplicationState.READY)


def test_a_member_objects_to_a_vote_recorded_for_the_seat(opened, holders, secretary):
    vote(opened, holders[3])
    seat = opened.seats.get(city_name="Athens")
    words = {"round_seat_id": seat.pk, "choice": Choice.AGAINST, "reason": "Said so.", "now": NOW}
    ballots.record_ballot(opened.pk, secretary, **words)
    assert counting(opened)[3] == "against"

    ballots.object_to(opened.pk, holders[3], reason="I said yes.", now=NOW)

    assert counting(opened)[3] == "yes"
    assert str(row_of(opened, 3).void) == "objection"
    assert refusal_of(ballots.object_to, opened.pk, holders[3], reason="", now=NOW) == "nothing_recorded"


def test_a_proxy_does_not_carry_the_casting_vote(committee, holders, president, secretary, rules):
    round_ = open_round(
        make_ready_application().pk, secretary, rule_id=rules["art13"].pk, ordered_by_president=True, now=NOW
    )
    received(authorise(round_, committee, 0, 1), president, secretary)
    for holder in holders[1:3]:
        vote(round_, holder)
    for holder in holders[3:6]:
        vote(round_, holder, Choice.AGAINST)
    own = round_.seats.get(seat=committee[0])
    ballots.cast_for(round_.pk, holders[1], round_seat_id=own.pk, choice=Choice.YES, reason="", now=NOW)

    decision = decisions.close_round(round_.pk, secretary, now=NOW)

    assert (decision.result, decision.reason) == ("not_carried", "tie_no_casting_vote")
    assert decision.case["proxies"] == {f"zagreb-{own.pk}": f"sofia-{round_.seats.get(seat=committee[1]).pk}"}


def test_what_a_seat_said_in_the_room_is_recorded(opened, secretary):
    seat = opened.seats.get(city_name="Athens")
    words = {"round_seat_id": seat.pk, "has_conflict": True, "explanation": "Twin city.", "now": NOW}

    statements.record_statement(opened.pk, secretary, **words)

    assert row_of(opened, 3).is_recused is True


def test_a_round_by_circulation_reminds_at_half_time_and_two_days_before_only_who_is_silent(
    committee, secretary, rule, holders
):
    round_ = in_circulation(committee, secretary, rule)
    Round.objects.update(opened_at=NOW)
    vote(round_, holders[0])

    assert remind_of_rounds(NOW + timedelta(days=4)) == 0
    assert remind_of_rounds(NOW + timedelta(days=5)) == 6
    assert remind_of_rounds(NOW + timedelta(days=6)) == 0
    assert (
        remind_of_rounds(NOW + timedelta(days=8)) == 6 + 8
    )  # six reminders, and the missing quorum to seats and office
    assert remind_of_rounds(NOW + timedelta(days=9)) == 0
    reminded = round_.application.mails.filter(key__startswith="round_reminder:")
    assert f"{holders[0].username}@example.org" not in reminded.values_list("recipient", flat=True)


def test_with_a_quorum_nobody_is_told_that_it_is_missing(committee, secretary, rule, holders):
    round_ = in_circulation(committee, secretary, rule)
    Round.objects.update(opened_at=NOW)
    for holder in holders[:4]:
        vote(round_, holder)

    assert remind_of_rounds(NOW + timedelta(days=8)) == 3
