"""The twenty cases which the three readings must agree on with the statutes' commentary."""

import pytest

from membership.rules.voting import READINGS, decide

from .cases import committee

CARRIED, NOT, INVALID = "carried", "not_carried", "invalid"

CASES = [
    ("all_seven_yes", "yyyyyyy", (CARRIED, "majority"), (CARRIED, "majority"), (CARRIED, "all_seats")),
    ("six_yes_one_against", "yyyyyyn", (NOT, "against"), (CARRIED, "majority"), (NOT, "against")),
    ("six_yes_one_abstains", "yyyyyya", (CARRIED, "majority"), (CARRIED, "majority"), (NOT, "not_all_seats")),
    ("four_yes_three_abstain", "yyyyaaa", (CARRIED, "majority"), (CARRIED, "majority"), (NOT, "not_all_seats")),
    ("three_yes_four_abstain", "yyyaaaa", (NOT, "no_majority"), (NOT, "no_majority"), (NOT, "not_all_seats")),
    ("four_attend_all_yes", "yyyy---", (CARRIED, "majority"), (CARRIED, "majority"), (NOT, "not_all_seats")),
    ("three_attend_all_yes", "yyy----", (INVALID, "no_quorum"), (INVALID, "no_quorum"), (INVALID, "no_quorum")),
    ("three_present_one_proxy", "yyyY---", (CARRIED, "majority"), (CARRIED, "majority"), (NOT, "not_all_seats")),
    ("tie_president_yes_one_absent", "yyynnn-", (NOT, "against"), (CARRIED, "casting_vote"), (NOT, "against")),
    ("tie_president_against_one_absent", "nnnyyy-", (NOT, "against"), (NOT, "casting_vote"), (NOT, "against")),
    ("tie_with_an_abstention", "yyynnna", (NOT, "against"), (NOT, "tie_without_absence"), (NOT, "against")),
    ("tie_with_a_recusal", "yyynnnr", (NOT, "against"), (NOT, "tie_without_absence"), (NOT, "against")),
    ("tie_president_absent", "-yyynnn", (NOT, "against"), (NOT, "tie_no_casting_vote"), (NOT, "against")),
    ("tie_president_abstains_one_absent", "ayynna-", (NOT, "against"), (NOT, "tie_no_casting_vote"), (NOT, "against")),
    ("one_recused_six_yes", "yyyyyyr", (CARRIED, "majority"), (CARRIED, "majority"), (CARRIED, "all_seats")),
    ("four_attend_one_recused", "yyyr---", (CARRIED, "majority"), (CARRIED, "majority"), (NOT, "not_all_seats")),
    (
        "all_recused",
        "rrrrrrr",
        (INVALID, "nobody_eligible"),
        (INVALID, "nobody_eligible"),
        (INVALID, "nobody_eligible"),
    ),
    ("two_vacant_three_attend", "yyy--vv", (CARRIED, "majority"), (CARRIED, "majority"), (NOT, "not_all_seats")),
    ("two_vacant_two_attend", "yy---vv", (INVALID, "no_quorum"), (INVALID, "no_quorum"), (INVALID, "no_quorum")),
    ("tie_with_a_vacancy", "yyynnnv", (NOT, "against"), (NOT, "tie_without_absence"), (NOT, "against")),
]


@pytest.mark.parametrize("reading", [0, 1, 2], ids=["cumulative", "art13", "strict"])
@pytest.mark.parametrize(("seats", "expected"), [pytest.param(case[1], case[2:], id=case[0]) for case in CASES])
def test_a_reading_decides_each_case_as_the_table_says(seats, expected, reading):
    rule = list(READINGS.values())[reading]

    decision = decide(committee(seats), rule)

    assert (decision.result, decision.reason) == expected[reading]


@pytest.mark.parametrize(("seats", "expected"), [pytest.param(case[1], case[2:], id=case[0]) for case in CASES])
@pytest.mark.parametrize("rule", READINGS.values(), ids=READINGS.keys())
def test_a_decision_shows_all_three_readings_whatever_the_rule(seats, expected, rule):
    decision = decide(committee(seats), rule)

    shown = {key: (read.result, read.reason) for key, read in decision.readings.items()}
    assert shown == {"cumulative": expected[0], "art13": expected[1], "strict": expected[2]}


@pytest.mark.parametrize(("seats", "name"), [pytest.param(case[1], case[0], id=case[0]) for case in CASES])
def test_only_two_of_the_cases_are_contested(seats, name):
    decision = decide(committee(seats))

    assert decision.is_contested is (name in {"six_yes_one_against", "tie_president_yes_one_absent"})
