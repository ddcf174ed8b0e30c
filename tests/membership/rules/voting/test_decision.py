"""Counts, quorum, casting vote and articles of a decision, and every parameter of a rule."""

from dataclasses import asdict

import pytest

from membership.rules.errors import RuleError
from membership.rules.voting import ART13, CUMULATIVE, STRICT, CaseError, DecisionRule, decide
from membership.rules.voting.tally import Counts

from .cases import committee


def decided(seats, rule=CUMULATIVE):
    decision = decide(committee(seats), rule)
    return str(decision.result), str(decision.reason)


def own(**parameters):
    return DecisionRule(**{"key": "own", "unanimity": "none", **parameters})


def test_counts_tell_every_kind_of_seat_apart():
    decision = decide(committee("yYn.r-v"))

    assert asdict(decision.counts) == {
        "in_office": 6,
        "attending": 5,
        "participating": 4,
        "yes": 2,
        "against": 1,
        "abstain": 1,
        "recused": 1,
        "absent": 1,
    }


def test_a_seat_without_a_ballot_abstains():
    assert asdict(decide(committee("yyyy...")).counts) == asdict(decide(committee("yyyyaaa")).counts)


def test_a_recused_seat_that_is_absent_is_recused_and_absent():
    counts = decide(committee("yyyyy-R")).counts

    assert (counts.attending, counts.participating, counts.recused, counts.absent) == (5, 5, 1, 2)


def test_the_strict_reading_does_not_wait_for_a_recused_seat_that_is_absent():
    assert decided("yyyyyyR", STRICT) == ("carried", "all_seats")


@pytest.mark.parametrize(
    ("seats", "need", "have", "result"),
    [
        pytest.param("yyyy---", 4, 4, "carried", id="four_of_seven"),
        pytest.param("yyy----", 4, 3, "invalid", id="three_of_seven"),
        pytest.param("yyyy--v", 4, 4, "carried", id="four_of_six"),
        pytest.param("yyy---v", 4, 3, "invalid", id="three_of_six"),
        pytest.param("yrrr---", 4, 4, "carried", id="recused_seats_count"),
        pytest.param("yvvvvvv", 1, 1, "carried", id="one_of_one"),
        pytest.param("vvvvvvv", 1, 0, "invalid", id="none_of_none"),
    ],
)
def test_the_quorum_is_more_than_half_of_the_seats_in_office(seats, need, have, result):
    decision = decide(committee(seats))

    assert (decision.quorum.need, decision.quorum.have, decision.result) == (need, have, result)


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        pytest.param("yyya---", ("carried", "majority"), id="three_of_four"),
        pytest.param("yyaa---", ("not_carried", "no_majority"), id="two_of_four"),
        pytest.param("yyyaa--", ("carried", "majority"), id="three_of_five"),
        pytest.param("yyaaa--", ("not_carried", "no_majority"), id="two_of_five"),
        pytest.param("aaaaaaa", ("not_carried", "no_majority"), id="none_of_either_is_no_tie"),
    ],
)
@pytest.mark.parametrize("rule", [CUMULATIVE, ART13], ids=["cumulative", "art13"])
def test_a_majority_exceeds_half_of_the_participating_seats(seats, expected, rule):
    assert decided(seats, rule) == expected


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        pytest.param("ynyn---", ("carried", "casting_vote"), id="present_and_yes"),
        pytest.param("nyyn---", ("not_carried", "casting_vote"), id="present_and_against"),
        pytest.param("ayn-yn-", ("not_carried", "tie_no_casting_vote"), id="abstains"),
        pytest.param(".yn-yn-", ("not_carried", "tie_no_casting_vote"), id="without_a_ballot"),
        pytest.param("ryn-yn-", ("not_carried", "tie_no_casting_vote"), id="recused"),
        pytest.param("Yynn---", ("not_carried", "tie_no_casting_vote"), id="represented"),
        pytest.param("vynyn--", ("not_carried", "tie_no_casting_vote"), id="vacant"),
        pytest.param("Yyynnnv", ("not_carried", "tie_without_absence"), id="represented_and_nobody_absent"),
        pytest.param("ynynr.R", ("carried", "casting_vote"), id="the_absent_seat_is_recused"),
    ],
)
def test_the_president_decides_a_tie_only_from_an_absence_and_in_person(seats, expected):
    assert decided(seats, ART13) == expected


@pytest.mark.parametrize(
    ("rule", "seats", "expected"),
    [
        pytest.param(own(unanimity="none"), "yyyyyyn", ("carried", "majority"), id="no_unanimity"),
        pytest.param(own(unanimity="no_against"), "yyyyyyn", ("not_carried", "against"), id="no_against"),
        pytest.param(own(unanimity="no_against"), "yyyyyya", ("carried", "majority"), id="no_against_abstention"),
        pytest.param(own(unanimity="all_seats_yes"), "yyyyyya", ("not_carried", "not_all_seats"), id="all_seats"),
        pytest.param(own(quorum_base="filled_seats"), "yyy--vv", ("carried", "majority"), id="filled_seats"),
        pytest.param(own(quorum_base="statutory_seats"), "yyy--vv", ("invalid", "no_quorum"), id="statutory_below"),
        pytest.param(own(quorum_base="statutory_seats"), "yyyy-vv", ("carried", "majority"), id="statutory_reached"),
        pytest.param(own(abstentions_count=True), "yyyaaaa", ("not_carried", "no_majority"), id="abstentions_count"),
        pytest.param(own(abstentions_count=False), "yyyaaaa", ("carried", "majority"), id="abstentions_do_not"),
        pytest.param(own(abstentions_count=False), "aaaaaaa", ("not_carried", "no_majority"), id="no_sides_at_all"),
        pytest.param(own(casting_vote="never"), "yyynnn-", ("not_carried", "tie_no_casting_vote"), id="never"),
        pytest.param(own(casting_vote="never"), "yyynnnr", ("not_carried", "tie_no_casting_vote"), id="never_full"),
        pytest.param(own(casting_vote="absence"), "yyynnn-", ("carried", "casting_vote"), id="absence"),
        pytest.param(own(casting_vote="absence"), "yyynnna", ("not_carried", "tie_without_absence"), id="absence_full"),
        pytest.param(own(casting_vote="any_tie"), "yyynnna", ("carried", "casting_vote"), id="any_tie"),
        pytest.param(own(casting_vote="any_tie"), "nyynyna", ("not_carried", "casting_vote"), id="any_tie_against"),
        pytest.param(own(casting_vote="any_tie"), "ayynnaa", ("not_carried", "tie_no_casting_vote"), id="any_tie_none"),
        pytest.param(
            own(casting_vote="absence", proxy_carries_casting_vote=True),
            "Yyynnn-",
            ("carried", "casting_vote"),
            id="proxy_carries",
        ),
        pytest.param(
            own(casting_vote="absence", proxy_carries_casting_vote=False),
            "Yyynnn-",
            ("not_carried", "tie_no_casting_vote"),
            id="proxy_does_not",
        ),
    ],
)
def test_a_parameter_changes_the_result(rule, seats, expected):
    assert decided(seats, rule) == expected


def test_an_own_rule_leaves_the_readings_and_the_contest_alone():
    decision = decide(committee("yyyaaaa"), own(abstentions_count=False))

    assert decision.result == "carried"
    assert {key: str(read.result) for key, read in decision.readings.items()} == {
        "cumulative": "not_carried",
        "art13": "not_carried",
        "strict": "not_carried",
    }
    assert decision.is_contested is False


@pytest.mark.parametrize(
    ("proxy_max", "seats", "is_refused"),
    [
        pytest.param(0, "yyyyyyy", False, id="none_allowed_none_held"),
        pytest.param(0, "yyyyyyY", True, id="none_allowed_one_held"),
        pytest.param(1, "yyyyyyY", False, id="one_allowed_one_held"),
    ],
)
def test_a_holder_may_hold_as_many_proxies_as_the_rule_allows(proxy_max, seats, is_refused):
    rule = DecisionRule("own", proxy_max=proxy_max)

    if is_refused:
        with pytest.raises(CaseError, match="proxies_too_many"):
            decide(committee(seats), rule)
    else:
        assert decided(seats, rule) == ("carried", "majority")


@pytest.mark.parametrize(
    ("seats", "rule", "articles"),
    [
        pytest.param("yyyyyyy", CUMULATIVE, ("5", "13"), id="majority_and_nobody_against"),
        pytest.param("yyyyyyy", ART13, ("13",), id="majority_alone"),
        pytest.param("yyyyyyy", STRICT, ("5", "13"), id="all_seats"),
        pytest.param("yyyyyya", STRICT, ("5",), id="not_all_seats"),
        pytest.param("yyynnna", CUMULATIVE, ("5",), id="against"),
        pytest.param("yyynnna", ART13, ("13",), id="tie"),
        pytest.param("yyyyyyn", CUMULATIVE, ("5", "13"), id="contested_against"),
        pytest.param("yyyyyyn", ART13, ("5", "13"), id="contested_carried"),
        pytest.param("yyy----", CUMULATIVE, ("13",), id="no_quorum"),
        pytest.param("rrrrrrr", STRICT, ("13",), id="nobody_eligible"),
    ],
)
def test_a_decision_names_the_articles_it_rests_on(seats, rule, articles):
    assert decide(committee(seats), rule).articles == articles


@pytest.mark.parametrize(
    "parameters",
    [
        pytest.param({"key": " "}, id="key"),
        pytest.param({"version": 0}, id="version"),
        pytest.param({"version": True}, id="version_is_no_flag"),
        pytest.param({"unanimity": "often"}, id="unanimity"),
        pytest.param({"quorum_base": None}, id="quorum_base"),
        pytest.param({"abstentions_count": 1}, id="abstentions_count"),
        pytest.param({"casting_vote": "always"}, id="casting_vote"),
        pytest.param({"proxy_carries_casting_vote": "no"}, id="proxy_carries_casting_vote"),
        pytest.param({"proxy_max": -1}, id="proxy_max"),
        pytest.param({"proxy_max": 1.0}, id="proxy_max_is_whole"),
    ],
)
def test_a_rule_refuses_a_parameter_that_means_nothing(parameters):
    with pytest.raises(RuleError, match="rule_parameter_wrong") as refusal:
        DecisionRule(**{"key": "own", **parameters})

    assert refusal.value.details["parameter"] == next(iter(parameters))


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"yes": 8, "abstain": -1}, id="negative"),
        pytest.param({"yes": 6}, id="ballots_do_not_sum"),
        pytest.param({"absent": 1}, id="attendance_does_not_sum"),
        pytest.param({"recused": 1}, id="recused_do_not_fit"),
    ],
)
def test_counts_refuse_numbers_that_do_not_fit(wrong):
    fitting = dict.fromkeys(("in_office", "attending", "participating", "yes"), 7)
    fitting |= dict.fromkeys(("against", "abstain", "recused", "absent"), 0)

    assert Counts(**fitting).yes == 7
    with pytest.raises(ValueError, match="seat"):
        Counts(**(fitting | wrong))
