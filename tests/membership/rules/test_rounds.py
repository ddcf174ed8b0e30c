"""Every state, action and role of a round, and what a President may confirm."""

from dataclasses import replace
from datetime import date

import pytest

from membership.rules.errors import RuleError
from membership.rules.roles import Role
from membership.rules.rounds import ROUND, RoundAction, RoundFacts, RoundState, confirmed_result
from membership.rules.voting import Result

TODAY = date(2027, 3, 8)

ALLOWED = [
    ("open", "pause", "secretary", "paused"),
    ("paused", "resume", "secretary", "open"),
    ("open", "close", "secretary clock", "closed"),
    ("open", "call_meeting", "committee_member", "moot"),
    ("open", "suspend", "secretary clock", "suspended"),
    ("suspended", "restart", "president secretary", "moot"),
    ("suspended", "resume", "president", "open"),
    ("closed", "confirm", "president clock", "confirmed"),
    ("closed", "not_approve", "president", "confirmed"),
    ("closed", "record_interpretation", "president secretary", "closed"),
    ("closed", "defer", "president", "deferred"),
    ("closed", "invalidate", "president secretary clock", "invalid"),
    ("open", "drop", "applicant clock", "moot"),
    ("paused", "drop", "applicant clock", "moot"),
    ("suspended", "drop", "applicant clock", "moot"),
]
MOVES = {(state, action, role): target for state, action, roles, target in ALLOWED for role in roles.split()}
ACTIONS_OF_STATES = {(state, action) for state, action, _, _ in ALLOWED}

CARRIED = RoundFacts(
    information_requested=True,
    request_settled=True,
    composition_changed=True,
    mandate_valid=True,
    result=Result.CARRIED,
    reason_given=True,
    closed_on=date(2027, 3, 1),
    application_withdrawn=True,
    deadline_over=True,
    demands=2,
)
CONTESTED = replace(CARRIED, contested=True)
INVALID = replace(CARRIED, result=Result.INVALID)
SETTLED = replace(CONTESTED, has_interpretation=True)
ENOUGH = {"not_approve": CONTESTED, "record_interpretation": SETTLED, "invalidate": INVALID}


def advance(state, action, role, facts=None, **changes):
    return ROUND.advance(state, action, role, TODAY, replace(facts or ENOUGH.get(action, CARRIED), **changes))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", RoundAction)
@pytest.mark.parametrize("state", RoundState)
def test_a_round_moves_where_the_table_says_and_nowhere_else(state, action, role):
    if (state, action, role) in MOVES:
        assert advance(state, action, role) == MOVES[state, action, role]
        return
    with pytest.raises(RuleError) as refusal:
        advance(state, action, role)
    expected = "role_not_allowed" if (state, action) in ACTIONS_OF_STATES else "action_not_possible"
    assert refusal.value.code == expected


REFUSED = [
    ("information_not_requested", "open", "pause", "secretary", {"information_requested": False}),
    ("request_unsettled", "paused", "resume", "secretary", {"request_settled": False}),
    ("mandate_ended", "open", "close", "secretary", {"mandate_valid": False}),
    ("mandate_ended", "open", "close", "clock", {"mandate_valid": False}),
    ("deadline_not_over", "open", "close", "clock", {"deadline_over": False}),
    ("too_few_demands", "open", "call_meeting", "committee_member", {"demands": 1}),
    ("composition_unchanged", "open", "suspend", "clock", {"composition_changed": False}),
    ("reason_missing", "suspended", "resume", "president", {"reason_given": False}),
    ("result_is_invalid", "closed", "confirm", "president", {"result": Result.INVALID}),
    ("result_is_invalid", "closed", "confirm", "clock", {"result": None}),
    ("contested_unsettled", "closed", "confirm", "president", {"contested": True}),
    ("contested_needs_president", "closed", "confirm", "clock", {"contested": True, "has_interpretation": True}),
    ("silence_not_over", "closed", "confirm", "clock", {"closed_on": date(2027, 3, 2)}),
    ("silence_not_over", "closed", "confirm", "clock", {"closed_on": None}),
    ("not_contested", "closed", "not_approve", "president", {"contested": False}),
    ("result_is_invalid", "closed", "not_approve", "president", {"result": Result.INVALID}),
    ("reason_missing", "closed", "not_approve", "president", {"reason_given": False}),
    ("not_contested", "closed", "record_interpretation", "secretary", {"contested": False}),
    ("interpretation_missing", "closed", "record_interpretation", "secretary", {"has_interpretation": False}),
    ("reason_missing", "closed", "defer", "president", {"reason_given": False}),
    ("already_deferred", "closed", "defer", "president", {"reballots": 1}),
    ("result_not_invalid", "closed", "invalidate", "clock", {"result": Result.CARRIED}),
    ("application_not_withdrawn", "open", "drop", "applicant", {"application_withdrawn": False}),
]


@pytest.mark.parametrize(
    ("code", "state", "action", "role", "changes"),
    [pytest.param(*row, id=f"{row[1]}-{row[2]}-{row[0]}-{number}") for number, row in enumerate(REFUSED)],
)
def test_a_guard_refuses_with_its_own_code(code, state, action, role, changes):
    with pytest.raises(RuleError) as refusal:
        advance(state, action, role, **changes)

    assert refusal.value.code == code


def test_every_guard_is_asked_by_a_row_and_tried_here():
    asked = {name for row in ROUND.rows for name in row.guards}

    assert asked == set(ROUND.guards)
    assert asked == {code for code, *_ in REFUSED}


@pytest.mark.parametrize("result", ["carried", "not_carried"])
def test_a_contested_result_is_confirmed_only_after_an_interpretation(result):
    with pytest.raises(RuleError, match="contested_unsettled"):
        advance("closed", "confirm", "president", CONTESTED, result=result)

    assert advance("closed", "confirm", "president", SETTLED, result=result) == "confirmed"


def test_a_contested_result_leaves_the_president_three_ways():
    assert advance("closed", "not_approve", "president", CONTESTED) == "confirmed"
    assert advance("closed", "defer", "president", CONTESTED) == "deferred"
    assert advance("closed", "record_interpretation", "president", SETTLED) == "closed"


def test_an_ended_mandate_can_be_waived():
    assert advance("open", "close", "secretary", mandate_valid=False, mandate_waived=True) == "closed"


@pytest.mark.parametrize(
    ("computed", "is_contested", "interpreted", "expected"),
    [
        pytest.param("carried", False, None, "carried", id="carried"),
        pytest.param("not_carried", False, None, "not_carried", id="not_carried"),
        pytest.param("not_carried", True, "carried", "carried", id="interpreted_by_article_13"),
        pytest.param("carried", True, "not_carried", "not_carried", id="interpreted_by_article_5"),
        pytest.param("not_carried", True, "not_carried", "not_carried", id="interpretation_agrees"),
    ],
)
def test_confirmation_makes_final(computed, is_contested, interpreted, expected):
    interpretation = None if interpreted is None else Result(interpreted)

    assert confirmed_result(Result(computed), is_contested=is_contested, interpreted=interpretation) == expected


@pytest.mark.parametrize(
    ("code", "computed", "is_contested", "interpreted"),
    [
        pytest.param("result_is_invalid", "invalid", False, None, id="invalid"),
        pytest.param("result_is_invalid", "carried", True, "invalid", id="interpreted_as_invalid"),
        pytest.param("contested_unsettled", "carried", True, None, id="contested_carried"),
        pytest.param("contested_unsettled", "not_carried", True, None, id="contested_not_carried"),
        pytest.param("not_contested", "carried", False, "carried", id="nothing_to_interpret"),
    ],
)
def test_confirmation_refuses(code, computed, is_contested, interpreted):
    interpretation = None if interpreted is None else Result(interpreted)

    with pytest.raises(RuleError, match=code):
        confirmed_result(Result(computed), is_contested=is_contested, interpreted=interpretation)
