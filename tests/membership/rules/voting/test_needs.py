"""What a vote in progress still needs."""

from dataclasses import replace

import pytest
from hypothesis import given

from membership.rules.voting import ART13, CUMULATIVE, READINGS, STRICT, Ballot, CaseError, DecisionRule, decide
from membership.rules.voting.needs import what_is_needed

from .cases import committee
from .test_properties import cases


def needs(seats, rule=CUMULATIVE):
    return [(str(need.code), need.count, need.article) for need in what_is_needed(committee(seats), rule)]


AGAINST_BLOCKS = ("one_against_blocks", 0, "5")


@pytest.mark.parametrize(
    ("seats", "rule", "expected"),
    [
        pytest.param(".......", CUMULATIVE, [("needs_yes", 4, "13"), AGAINST_BLOCKS], id="nobody_voted_yet"),
        pytest.param("yyy....", CUMULATIVE, [("needs_yes", 1, "13"), AGAINST_BLOCKS], id="one_more_yes"),
        pytest.param("yyyy...", CUMULATIVE, [("carried_if_closed", 0, "13"), AGAINST_BLOCKS], id="enough"),
        pytest.param("yyy.n..", CUMULATIVE, [("blocked_by_against", 1, "5")], id="one_against"),
        pytest.param("yyynn..", CUMULATIVE, [("blocked_by_against", 2, "5")], id="two_against"),
        pytest.param("yyyaaa.", CUMULATIVE, [("needs_yes", 1, "13"), AGAINST_BLOCKS], id="last_ballot_decides"),
        pytest.param("yyyaaaa", CUMULATIVE, [("out_of_reach", 0, "13")], id="all_voted_too_few_yes"),
        pytest.param("yyy----", CUMULATIVE, [("needs_quorum", 1, "13"), AGAINST_BLOCKS], id="quorum_only"),
        pytest.param(
            "...----",
            CUMULATIVE,
            [("needs_quorum", 1, "13"), ("needs_yes", 3, "13"), AGAINST_BLOCKS],
            id="quorum_and_yes",
        ),
        pytest.param("nyy----", CUMULATIVE, [("needs_quorum", 1, "13"), ("blocked_by_against", 1, "5")], id="both"),
        pytest.param(
            "yyaa---",
            CUMULATIVE,
            [("needs_seats", 1, "13"), ("needs_yes", 1, "13"), AGAINST_BLOCKS],
            id="the_quorum_is_not_enough",
        ),
        pytest.param("rrrrrrr", CUMULATIVE, [("nobody_eligible", 0, "13")], id="all_recused"),
        pytest.param("rrrrR--", CUMULATIVE, [("needs_seats", 1, "13"), ("needs_yes", 1, "13"), AGAINST_BLOCKS], id="r"),
        pytest.param("vvvvvvv", CUMULATIVE, [("quorum_out_of_reach", 1, "13")], id="nobody_in_office"),
        pytest.param(
            "yyyvvvv",
            DecisionRule("own", quorum_base="statutory_seats"),
            [("quorum_out_of_reach", 1, "13")],
            id="statutory_quorum_over_the_seats_in_office",
        ),
        pytest.param("yyy....", STRICT, [("needs_yes", 4, "5"), AGAINST_BLOCKS], id="strict_all_others"),
        pytest.param(
            "yyyy..-", STRICT, [("needs_seats", 1, "13"), ("needs_yes", 3, "5"), AGAINST_BLOCKS], id="strict_absent"
        ),
        pytest.param("yyyyyyr", STRICT, [("carried_if_closed", 0, "5"), AGAINST_BLOCKS], id="strict_one_recused"),
        pytest.param("yyyyyya", STRICT, [("out_of_reach", 0, "5")], id="strict_one_abstained"),
        pytest.param("yyy.n..", ART13, [("needs_yes", 1, "13")], id="art13_goes_on_with_one_against"),
        pytest.param(".yynnn-", ART13, [("needs_casting_vote", 1, "13")], id="art13_the_president_makes_and_breaks"),
        pytest.param("yy.nnn-", ART13, [("needs_casting_vote", 1, "13")], id="art13_a_tie_for_the_president"),
        pytest.param("yyynnn-", ART13, [("carried_if_closed", 0, "13")], id="art13_carried_by_casting_vote"),
        pytest.param("yyynnnv", ART13, [("out_of_reach", 0, "13")], id="art13_a_vacancy_gives_no_casting_vote"),
        pytest.param("nyynnn-", ART13, [("out_of_reach", 0, "13")], id="art13_too_many_against"),
    ],
)
def test_a_vote_needs(seats, rule, expected):
    assert needs(seats, rule) == expected


def test_needs_refuse_too_many_proxies_as_deciding_does():
    with pytest.raises(CaseError, match="proxies_too_many"):
        what_is_needed(committee("yyyyyyY"), DecisionRule("own", proxy_max=0))


@pytest.mark.parametrize("rule", READINGS.values(), ids=READINGS.keys())
@given(case=cases)
def test_what_is_said_to_be_carried_is_carried(rule, case):
    codes = {need.code for need in what_is_needed(case, rule)}

    assert ("carried_if_closed" in codes) == (decide(case, rule).result == "carried")


@pytest.mark.parametrize("rule", READINGS.values(), ids=READINGS.keys())
@given(case=cases)
def test_the_votes_asked_for_suffice_and_one_fewer_does_not(rule, case):
    found = {str(need.code): need.count for need in what_is_needed(case, rule)}
    if found.keys() & {"needs_quorum", "needs_seats"} or not found.keys() & {"needs_yes", "needs_casting_vote"}:
        return
    asked = found.get("needs_yes") or found["needs_casting_vote"]
    pending = sorted(
        (seat for seat in case.participating if seat.id not in case.ballots), key=lambda seat: seat != case.president
    )

    def with_yes(votes):
        return replace(case, ballots={**case.ballots, **{seat.id: Ballot.YES for seat in pending[:votes]}})

    assert decide(with_yes(asked), rule).result == "carried"
    assert decide(with_yes(asked - 1), rule).result != "carried"
