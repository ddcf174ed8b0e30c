"""What decisions, needs and refusals say."""

import pytest
from django.utils import translation

from membership.labels.case_faults import CASE_FAULTS, fault_sentence
from membership.labels.decisions import NEEDS, READINGS, REASONS, RESULTS, decision_sentence, need_sentence
from membership.rules.voting import ART13, CUMULATIVE, STRICT, CaseError, DecisionRule, Need, NeedCode, Result, decide
from membership.rules.voting import READINGS as RULES
from tests.membership.rules.voting.cases import committee
from tests.membership.rules.voting.test_contradictions import CONTRADICTIONS, case

CONTESTED = " The result is contested: Article 13 alone gives another result than Articles 5 and 13 together."


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("seats", "rule", "expected"),
    [
        pytest.param(
            "yyyyyya",
            CUMULATIVE,
            "Carried: 6 of the 7 seats counted voted Yes, which is more than half, and none voted against"
            " (Articles 5 and 13).",
            id="majority_without_against",
        ),
        pytest.param(
            "yyyyyyn",
            ART13,
            f"Carried: 6 of the 7 seats counted voted Yes, which is more than half (Article 13).{CONTESTED}",
            id="majority_contested",
        ),
        pytest.param(
            "yyyaaaa",
            DecisionRule("own", abstentions_count=False),
            "Carried: 3 of the 3 seats counted voted Yes, which is more than half, and none voted against"
            " (Articles 5 and 13).",
            id="abstentions_not_counted",
        ),
        pytest.param(
            "yyyyyyr",
            STRICT,
            "Carried: all 6 seats in office that are not recused voted Yes (Articles 5 and 13).",
            id="all_seats",
        ),
        pytest.param(
            "yvvvvvv",
            STRICT,
            "Carried: the 1 seat in office that is not recused voted Yes (Articles 5 and 13).",
            id="all_seats_of_one",
        ),
        pytest.param(
            "yyyyyyn",
            CUMULATIVE,
            f"Not carried: 1 seat voted against, and approval must be unanimous (Article 5).{CONTESTED}",
            id="one_against",
        ),
        pytest.param(
            "yynnnnn",
            CUMULATIVE,
            "Not carried: 5 seats voted against, and approval must be unanimous (Article 5).",
            id="five_against",
        ),
        pytest.param(
            "yyyy--r",
            STRICT,
            "Not carried: 4 of the 6 seats in office that are not recused voted Yes, and every one must (Article 5).",
            id="not_all_seats",
        ),
        pytest.param(
            "yyyaaaa",
            CUMULATIVE,
            "Not carried: 3 of the 7 seats counted voted Yes, which is not more than half (Article 13).",
            id="no_majority",
        ),
        pytest.param(
            "yyynnn-",
            ART13,
            "Carried: 3 voted Yes and 3 against, and in a tie that results from an absence the President's vote for Yes"
            f" decides (Article 13).{CONTESTED}",
            id="casting_vote",
        ),
        pytest.param(
            "nnnyyy-",
            ART13,
            "Not carried: 3 voted Yes and 3 against, and in a tie that results from an absence the President's vote"
            " against decides (Article 13).",
            id="casting_vote_against",
        ),
        pytest.param(
            "yyynnna",
            DecisionRule("own", unanimity="none", casting_vote="any_tie"),
            "Carried: 3 voted Yes and 3 against, and the President's vote for Yes decides the tie (Article 13).",
            id="casting_vote_in_any_tie",
        ),
        pytest.param(
            "yyynnna",
            ART13,
            "Not carried: 3 voted Yes and 3 against, and the President decides a tie only where it results from an"
            " absence (Article 13).",
            id="tie_without_absence",
        ),
        pytest.param(
            "-yyynnn",
            ART13,
            "Not carried: 3 voted Yes and 3 against, and no casting vote of the President decides the tie"
            " (Article 13).",
            id="tie_no_casting_vote",
        ),
        pytest.param(
            "yyy----",
            STRICT,
            "Invalid: 3 of 7 seats in office attend or are represented, and the quorum is 4 (Article 13).",
            id="no_quorum",
        ),
        pytest.param(
            "rrrrrrr",
            ART13,
            "Invalid: every seat that attends is recused, so nobody may vote (Article 13).",
            id="nobody_eligible",
        ),
    ],
)
def test_a_decision_says_what_why_and_by_which_article(seats, rule, expected):
    assert decision_sentence(decide(committee(seats), rule)) == expected


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        pytest.param(Need(NeedCode.NEEDS_YES, 1, "13"), "Needs 1 more vote for Yes (Article 13).", id="one"),
        pytest.param(Need(NeedCode.NEEDS_YES, 4, "5"), "Needs 4 more votes for Yes (Article 5).", id="four"),
        pytest.param(
            Need(NeedCode.BLOCKED_BY_AGAINST, 1, "5"),
            "1 vote against blocks approval while it stands (Article 5).",
            id="blocked",
        ),
    ],
)
def test_a_need_is_said_in_a_sentence(need, expected):
    assert need_sentence(need) == expected


@pytest.mark.parametrize("code", NeedCode)
def test_every_need_has_a_sentence(code):
    assert set(NEEDS) == set(NeedCode)
    assert "%" not in need_sentence(Need(code, 2, "13"))


def test_every_result_and_reading_has_a_name():
    assert set(RESULTS) == set(Result)
    assert set(READINGS) == set(RULES)
    assert {reason for _, reason in REASONS} == {
        "majority",
        "all_seats",
        "against",
        "not_all_seats",
        "no_majority",
        "no_quorum",
        "nobody_eligible",
        "casting_vote",
        "tie_without_absence",
        "tie_no_casting_vote",
    }


@pytest.mark.parametrize(
    ("seat", "parts"), [pytest.param(seat, parts, id=name) for name, _, seat, parts in CONTRADICTIONS]
)
def test_a_contradiction_is_said_in_one_sentence_that_names_the_seat(seat, parts):
    with pytest.raises(CaseError) as refusal:
        case(**parts)

    sentence = fault_sentence(refusal.value)

    assert f"“{seat}”" in sentence or not seat
    assert (sentence.count("."), sentence[-1], "%" in sentence) == (1, ".", False)


def test_a_page_may_call_seats_by_their_cities():
    fault = CaseError("proxy_chain", "13", seat="b", principal="a", last="c")

    sentence = fault_sentence(fault, {"a": "Athens", "b": "Sofia"})

    assert sentence == (
        "Seat “Sofia” cannot hold the proxy of “Athens”, because it is itself represented by “c” (Article 13)."
    )


def test_proxies_are_counted_in_words():
    def one(count):
        return fault_sentence(CaseError("proxies_too_many", "13", seat="a", count=count, proxy_max=0))

    assert one(1) == "Seat “a” holds 1 proxy, and at most 0 is allowed (Article 13)."
    assert one(2) == "Seat “a” holds 2 proxies, and at most 0 is allowed (Article 13)."


def test_a_percent_sign_in_a_seat_does_no_harm():
    assert fault_sentence(CaseError("seat_twice", seat="100%s")) == "Seat “100%s” is listed twice."
    assert "seat_twice" in CASE_FAULTS
