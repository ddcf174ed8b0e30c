"""Every state, action and role of a membership."""

from dataclasses import replace
from datetime import date

import pytest

from membership.rules.assembly import AssemblyVote
from membership.rules.errors import RuleError
from membership.rules.lifecycle import MEMBERSHIP, MemberAction, MemberFacts, MemberState, exit_day
from membership.rules.roles import Role

ALLOWED = [
    ("active", "suspend", "president secretary", "suspended"),
    ("suspended", "lift", "president secretary", "active"),
    ("active", "give_notice", "member", "leaving"),
    ("leaving", "revoke", "member", "active"),
    ("leaving", "end", "clock", "ended"),
    ("active", "remove", "secretary", "removed"),
    ("suspended", "remove", "secretary", "removed"),
    ("ended", "apply_again", "member", "ended"),
    ("removed", "apply_again", "member", "removed"),
]
MOVES = {(state, action, role): target for state, action, roles, target in ALLOWED for role in roles.split()}
ACTIONS_OF_STATES = {(state, action) for state, action, _, _ in ALLOWED}

LAST_DAY, DAY_AFTER = date(2027, 12, 31), date(2028, 1, 1)
ENOUGH = MemberFacts(
    reason_given=True,
    decided_by_committee=True,
    notice_given=date(2027, 5, 4),
    motion_in_convening_notice=True,
    assembly_vote=AssemblyVote(members=75, attending=50, yes=38),
)


def advance(state, action, role, **changes):
    today = DAY_AFTER if action == "end" else LAST_DAY
    return MEMBERSHIP.advance(state, action, role, today, replace(ENOUGH, **changes))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", MemberAction)
@pytest.mark.parametrize("state", MemberState)
def test_a_membership_moves_where_the_table_says_and_nowhere_else(state, action, role):
    if (state, action, role) in MOVES:
        assert advance(state, action, role) == MOVES[state, action, role]
        return
    with pytest.raises(RuleError) as refusal:
        advance(state, action, role)
    expected = "role_not_allowed" if (state, action) in ACTIONS_OF_STATES else "action_not_possible"
    assert refusal.value.code == expected


REFUSED = [
    ("reason_missing", "active", "suspend", "president", {"reason_given": False}),
    ("reason_missing", "suspended", "lift", "secretary", {"reason_given": False}),
    ("committee_decision_missing", "active", "suspend", "secretary", {"decided_by_committee": False}),
    ("committee_decision_missing", "suspended", "lift", "secretary", {"decided_by_committee": False}),
    ("motion_not_in_notice", "active", "remove", "secretary", {"motion_in_convening_notice": False}),
    ("assembly_not_quorate", "active", "remove", "secretary", {"assembly_vote": AssemblyVote(75, 49, 49)}),
    ("assembly_not_quorate", "active", "remove", "secretary", {"assembly_vote": None}),
    ("no_absolute_majority", "suspended", "remove", "secretary", {"assembly_vote": AssemblyVote(75, 75, 37)}),
    ("revoking_too_late", "leaving", "revoke", "member", {"notice_given": date(2026, 12, 31)}),
    ("revoking_too_late", "leaving", "revoke", "member", {"notice_given": None}),
    ("exit_not_reached", "leaving", "end", "clock", {"notice_given": date(2028, 1, 1)}),
    ("exit_not_reached", "leaving", "end", "clock", {"notice_given": None}),
]


@pytest.mark.parametrize(
    ("code", "state", "action", "role", "changes"),
    [pytest.param(*row, id=f"{row[1]}-{row[2]}-{row[0]}-{number}") for number, row in enumerate(REFUSED)],
)
def test_a_guard_refuses_with_its_own_code_under_article_9(code, state, action, role, changes):
    with pytest.raises(RuleError) as refusal:
        advance(state, action, role, **changes)

    assert (refusal.value.code, refusal.value.article) == (code, "9")


def test_every_guard_is_asked_by_a_row_and_tried_here():
    asked = {name for row in MEMBERSHIP.rows for name in row.guards}

    assert asked == set(MEMBERSHIP.guards)
    assert asked == {code for code, *_ in REFUSED}


@pytest.mark.parametrize(
    ("today", "may_revoke", "is_over"),
    [
        pytest.param(LAST_DAY, True, False, id="last_day_of_the_year"),
        pytest.param(DAY_AFTER, False, True, id="first_day_of_the_next"),
    ],
)
def test_a_notice_can_be_revoked_until_the_year_is_over(today, may_revoke, is_over):
    for action, role, holds in (("revoke", "member", may_revoke), ("end", "clock", is_over)):
        if holds:
            MEMBERSHIP.advance("leaving", action, role, today, ENOUGH)
        else:
            with pytest.raises(RuleError, match=r"revoking_too_late|exit_not_reached"):
                MEMBERSHIP.advance("leaving", action, role, today, ENOUGH)


@pytest.mark.parametrize(
    ("notice_given", "expected"),
    [
        pytest.param(date(2027, 12, 31), date(2027, 12, 31), id="on_the_last_day"),
        pytest.param(date(2028, 1, 1), date(2028, 12, 31), id="on_the_first_day"),
    ],
)
def test_a_membership_ends_with_the_year_of_the_notice(notice_given, expected):
    assert exit_day(notice_given) == expected


def test_a_president_who_suspends_alone_puts_it_on_the_agenda():
    assert MEMBERSHIP.find("active", "suspend", "president").effects == ("put_on_committee_agenda",)
    assert MEMBERSHIP.find("active", "suspend", "secretary").effects == ()
