"""Cases, rules and decisions as JSON."""

import json

import pytest

from membership.rules.errors import RuleError
from membership.rules.voting import ART13, READINGS, CaseError, decide
from membership.rules.voting.notation import decision_as_json, read_case, read_rule, rule_as_json

WRITTEN = """{"seats": [{"id": "istanbul", "role": "president"}, {"id": "athens", "role": "former"},
                        {"id": "sofia", "vacant": true}],
 "attendance": {"istanbul": "present", "athens": "represented"},
 "proxies": {"athens": "istanbul"},
 "recused": [],
 "ballots": {"istanbul": "yes", "athens": "abstain"}}"""


def test_a_decision_is_written_with_its_keys_in_order():
    written = json.dumps(decision_as_json(decide(read_case(WRITTEN))))

    assert written == (
        '{"result": "not_carried", "reason": "no_majority", "counts": {"in_office": 2, "attending": 2,'
        ' "participating": 2, "yes": 1, "against": 0, "abstain": 1, "recused": 0, "absent": 0},'
        ' "quorum": {"need": 2, "have": 2}, "contested": false, "readings": {"cumulative":'
        ' ["not_carried", "no_majority"], "art13": ["not_carried", "no_majority"], "strict":'
        ' ["not_carried", "not_all_seats"]}, "articles": ["13"]}'
    )


def test_a_case_needs_only_its_seats():
    assert decide(read_case('{"seats": [{"id": "istanbul"}]}')).reason == "no_quorum"


@pytest.mark.parametrize("written", [WRITTEN.encode("utf-8-sig"), f" \r\n{WRITTEN}\r\n"], ids=["mark", "spaces"])
def test_a_byte_order_mark_and_spaces_change_nothing(written):
    assert read_case(written) == read_case(WRITTEN)


def test_a_recusal_said_twice_counts_once():
    case = read_case('{"seats": [{"id": "a"}, {"id": "b"}], "attendance": {"a": "present"}, "recused": ["a", "a"]}')

    assert decide(case).counts.recused == 1


SEATS = '"seats": [{"id": "a"}, {"id": "b"}]'


@pytest.mark.parametrize(
    ("written", "code", "seat"),
    [
        pytest.param("", "json_wrong", "", id="nothing"),
        pytest.param("{", "json_wrong", "", id="half_an_object"),
        pytest.param(b"\xff", "json_not_utf8", "", id="not_utf8"),
        pytest.param("[" * 100_000, "json_absurd", "", id="depth"),
        pytest.param('{"seats": NaN}', "json_absurd", "", id="not_a_number"),
        pytest.param("9" * 5000, "json_absurd", "", id="number_without_end"),
        pytest.param("[]", "case_not_object", "", id="list"),
        pytest.param("{}", "seats_empty", "", id="no_seats"),
        pytest.param('{"seats": {}}', "seats_not_list", "", id="seats_as_object"),
        pytest.param('{"seats": ["a"]}', "seat_not_object", "", id="seat_as_text"),
        pytest.param('{"seats": [{}]}', "seat_id_missing", "", id="seat_without_id"),
        pytest.param('{"seats": [{"id": 1}]}', "seat_id_missing", "", id="number_as_id"),
        pytest.param('{"seats": [{"id": "a", "vacnat": true}]}', "seat_key_unknown", "a", id="misspelt_seat_key"),
        pytest.param('{"seats": [{"id": "a", "vacant": 1}]}', "vacant_not_boolean", "a", id="number_for_vacant"),
        pytest.param('{"seats": [{"id": "a", "role": null}]}', "role_unknown", "a", id="null_as_role"),
        pytest.param('{"seats": [{"id": "a", "id": "b"}]}', "key_twice", "", id="two_ids"),
        pytest.param(f'{{{SEATS}, "votes": {{}}}}', "key_unknown", "", id="unknown_key"),
        pytest.param(f'{{{SEATS}, "ballots": {{}}, "ballots": {{}}}}', "key_twice", "", id="ballots_key_twice"),
        pytest.param(f'{{{SEATS}, "attendance": null}}', "attendance_not_object", "", id="null_attendance"),
        pytest.param(f'{{{SEATS}, "proxies": []}}', "proxies_not_object", "", id="proxies_as_list"),
        pytest.param(f'{{{SEATS}, "ballots": "yes"}}', "ballots_not_object", "", id="ballots_as_text"),
        pytest.param(f'{{{SEATS}, "attendance": {{"a": true}}}}', "attendance_not_text", "a", id="flag_as_attendance"),
        pytest.param(f'{{{SEATS}, "proxies": {{"a": ["b"]}}}}', "proxies_not_text", "a", id="list_of_holders"),
        pytest.param(f'{{{SEATS}, "ballots": {{"a": ["yes", "yes"]}}}}', "ballots_not_text", "a", id="list_of_ballots"),
        pytest.param(f'{{{SEATS}, "recused": "a"}}', "recused_not_list", "", id="recused_as_text"),
        pytest.param(f'{{{SEATS}, "recused": [["a"]]}}', "recused_not_list", "", id="recused_as_lists"),
        pytest.param(f'{{{SEATS}, "ballots": {{"b": "yes", "a": "yes", "a": "yes"}}}}', "ballots_twice", "a", id="v"),
        pytest.param(f'{{{SEATS}, "attendance": {{"a": "absent", "a": "present"}}}}', "attendance_twice", "a", id="at"),
        pytest.param(f'{{{SEATS}, "proxies": {{"a": "b", "a": "b"}}}}', "proxies_twice", "a", id="proxy"),
        pytest.param(f'{{{SEATS}, "ballots": {{"a": "YES"}}}}', "ballot_unknown", "a", id="capital_ballot"),
    ],
)
def test_writing_that_is_no_case_is_refused(written, code, seat):
    with pytest.raises(CaseError) as refusal:
        read_case(written)

    assert (refusal.value.code, refusal.value.seat) == (code, seat)


@pytest.mark.parametrize("rule", READINGS.values(), ids=READINGS.keys())
def test_a_rule_reads_back_as_it_was_written(rule):
    assert read_rule(json.dumps(rule_as_json(rule))) == rule


def test_a_rule_is_cumulative_where_it_says_nothing():
    rule = read_rule('{"proxy_max": 2}')

    assert rule_as_json(rule) == {
        "key": "own",
        "version": 1,
        "unanimity": "no_against",
        "quorum_base": "filled_seats",
        "abstentions_count": True,
        "casting_vote": "never",
        "proxy_carries_casting_vote": False,
        "proxy_max": 2,
    }


def test_the_rule_of_article_13_is_written_with_all_its_parameters():
    assert json.dumps(rule_as_json(ART13)) == (
        '{"key": "art13", "version": 1, "unanimity": "none", "quorum_base": "filled_seats", "abstentions_count": true,'
        ' "casting_vote": "absence", "proxy_carries_casting_vote": false, "proxy_max": 1}'
    )


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param("[]", "rule_not_object", id="list"),
        pytest.param('{"majority": 0.5}', "rule_parameter_unknown", id="unknown"),
        pytest.param('{"proxy_max": "1"}', "rule_parameter_wrong", id="wrong"),
        pytest.param('{"version": 1, "version": 2}', "key_twice", id="twice"),
        pytest.param("{", "json_wrong", id="no_json"),
    ],
)
def test_writing_that_is_no_rule_is_refused(written, code):
    with pytest.raises(RuleError) as refusal:
        read_rule(written)

    assert refusal.value.code == code
