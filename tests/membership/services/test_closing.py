"""Closing a round: what is computed, stored and numbered, and that it can be computed again."""

import json
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import Choice
from membership.models import Decision, Revision, Round
from membership.rules.voting import DecisionRule, decide
from membership.rules.voting.notation import decision_as_json, read_case
from membership.selectors.decisions import told
from membership.services.decisions import close_round
from membership.services.rounds import open_round
from tests.membership.factories import NOW, make_ready_application
from tests.membership.services.voting import close, refusal_of, state, vote

pytestmark = pytest.mark.django_db


def state_of(round_: Round) -> tuple[str, str]:
    round_.refresh_from_db()
    round_.application.refresh_from_db()
    return round_.state, round_.application.state


@pytest.mark.parametrize(
    ("choices", "result", "reason", "is_contested"),
    [
        ("yyyyyyy", "carried", "majority", False),
        ("yyyyyya", "carried", "majority", False),
        ("yyyyyyn", "not_carried", "against", True),
        ("yyyaaaa", "not_carried", "no_majority", False),
        ("yyyy", "carried", "majority", False),
        ("nnnnnnn", "not_carried", "against", False),
    ],
)
def test_a_round_with_a_quorum_waits_for_the_president(
    opened, secretary, holders, choices, result, reason, is_contested
):
    decision = close(opened, secretary, holders, choices)

    assert (decision.result, decision.reason, decision.is_contested) == (result, reason, is_contested)
    assert state_of(opened) == ("closed", "in_round")
    assert opened.closed_at == NOW


def test_without_a_quorum_the_round_is_invalid_and_the_application_ready_again(opened, secretary, holders):
    decision = close(opened, secretary, holders, "yyy")

    assert (decision.result, decision.reason) == ("invalid", "no_quorum")
    assert state_of(opened) == ("invalid", "ready")
    assert [event.verb for event in opened.application.events.all()][-1] == "round_closed"


def test_after_an_invalid_round_another_may_be_opened(opened, secretary, holders, rule):
    close(opened, secretary, holders, "yyy")

    again = open_round(opened.application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
    assert (again.state, again.seats.filter(ballots__isnull=False).count()) == ("open", 0)


def test_seats_with_a_conflict_leave_nobody_to_decide(opened, secretary, holders):
    for holder in holders:
        vote(opened, holder)
        state(opened, holder, explanation="Twin city.")

    decision = close_round(opened.pk, secretary, now=NOW)
    assert (decision.result, decision.reason, state_of(opened)[0]) == ("invalid", "nobody_eligible", "invalid")


def test_a_recused_seat_counts_for_the_quorum_and_not_for_the_majority(opened, secretary, holders):
    for holder in holders[:4]:
        vote(opened, holder)
    state(opened, holders[3], explanation="Twin city.")

    decision = close_round(opened.pk, secretary, now=NOW)
    counts = decision.evaluation["counts"]
    assert (decision.result, counts["attending"], counts["participating"]) == ("carried", 4, 3)


def test_the_decision_stores_what_it_was_computed_from(opened, secretary, holders, committee):
    state(opened, holders[6], explanation="Twin city.")
    decision = close(opened, secretary, holders, "yyan")

    ids = [f"{row.seat.city.slug}-{row.pk}" for row in opened.seats.select_related("seat__city")]
    assert decision.case["ballots"] == {ids[0]: "yes", ids[1]: "yes", ids[2]: "abstain", ids[3]: "against"}
    assert decision.case["recused"] == [ids[6]]
    assert decision.case["attendance"] == dict.fromkeys(ids[:4], "present")
    assert [(seat["id"], seat["role"]) for seat in decision.case["seats"]][:2] == [
        (ids[0], "president"),
        (ids[1], "former"),
    ]
    assert decision.evaluation["readings"] == {
        "cumulative": ["not_carried", "against"],
        "art13": ["not_carried", "no_majority"],
        "strict": ["not_carried", "against"],
    }


@pytest.mark.parametrize("choices", ["yyyyyyy", "yyyyyyn", "yyyaaaa", "yyy", "yyynnn"])
def test_a_stored_decision_is_computed_again_from_its_case_and_rule(opened, secretary, holders, choices):
    close(opened, secretary, holders, choices)

    stored = Decision.objects.get()
    again = decide(read_case(json.dumps(stored.case)), DecisionRule(**stored.rule))
    assert decision_as_json(again) == stored.evaluation
    assert told(stored).is_reproduced is True


def test_a_city_renamed_afterwards_changes_no_decision(opened, secretary, holders, committee):
    close(opened, secretary, holders, "yyyyyyy")
    stored = Decision.objects.get()
    committee[0].city.slug = "renamed"
    committee[0].city.save()

    assert told(stored).is_reproduced is True


def test_a_round_is_closed_once(opened, secretary, holders):
    close(opened, secretary, holders, "yyyy")

    assert refusal_of(close_round, opened.pk, secretary, now=NOW) == "round_is_closed"
    assert Decision.objects.count() == 1


def test_only_the_secretariat_closes(opened, president):
    with pytest.raises(PermissionDenied):
        close_round(opened.pk, president, now=NOW)


def on_mandate_until(round_: Round, day: str) -> None:
    """Let the revision of the round say until when the mayor's mandate lasts."""
    content = {"answers": {"mandate": {"mandate_ends": day}}, "files": []}
    revision = Revision.objects.create(
        application=round_.application, number=2, language="tr", content=content, sha256="2" * 64
    )
    Round.objects.filter(pk=round_.pk).update(revision=revision)


@pytest.mark.parametrize(("ends", "lasts"), [("2027-03-01", True), ("2027-02-28", False)])
def test_a_mandate_that_has_ended_holds_up_the_closing(opened, secretary, holders, ends, lasts):
    on_mandate_until(opened, ends)

    if lasts:
        assert close(opened, secretary, holders, "yyyy").result == "carried"
    else:
        assert refusal_of(close, opened, secretary, holders, "yyyy") == "mandate_ended"
        assert state_of(opened)[0] == "open"


def test_a_mandate_that_has_ended_can_be_waived_with_a_reason(opened, secretary, holders):
    on_mandate_until(opened, "2027-02-28")
    vote(opened, holders[0])

    assert refusal_of(close_round, opened.pk, secretary, mandate_waiver="  ", now=NOW) == "mandate_ended"
    close_round(opened.pk, secretary, mandate_waiver=" The new mayor confirmed. ", now=NOW)

    details = opened.application.events.get(verb="round_closed").details
    assert details["mandate_waiver"] == "The new mayor confirmed."


def test_decisions_are_numbered_within_the_year_of_the_network(committee, secretary, rule):
    new_year_in_istanbul = datetime(2027, 12, 31, 21, 30, tzinfo=UTC)
    numbers = []
    for moment in (NOW, NOW, new_year_in_istanbul):
        application = make_ready_application()
        round_ = open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
        numbers.append(close_round(round_.pk, secretary, now=moment).number)

    assert numbers == ["2027/1", "2027/2", "2028/1"]


def test_a_seat_that_is_present_and_silent_abstains(opened, secretary, holders):
    for holder in holders[:3]:
        vote(opened, holder, Choice.YES)
    seat = opened.seats.get(city_name="Athens")
    seat.attendance = "present"
    seat.save()

    decision = close_round(opened.pk, secretary, now=NOW)
    assert (decision.result, decision.evaluation["counts"]["abstain"]) == ("carried", 1)
