"""Every state, action and role of an application: what moves, what is refused, and each guard."""

from dataclasses import replace
from datetime import date

import pytest

from membership.rules.errors import RuleError
from membership.rules.lifecycle import APPLICATION, ApplicationAction, ApplicationFacts, ApplicationState
from membership.rules.roles import Role

TODAY = date(2027, 3, 1)

# state, action, roles that may, next state; None is an application that does not exist
ALLOWED = [
    (None, "start", "visitor applicant", "draft"),
    ("draft", "expire", "clock", None),
    ("draft", "submit", "applicant", "submitted"),
    ("draft", "withdraw", "applicant", "withdrawn"),
    ("submitted", "withdraw", "applicant", "withdrawn"),
    ("in_check", "withdraw", "applicant", "withdrawn"),
    ("info_requested", "withdraw", "applicant", "withdrawn"),
    ("ready", "withdraw", "applicant", "withdrawn"),
    ("returned", "withdraw", "applicant", "withdrawn"),
    ("in_round", "withdraw", "applicant", "withdrawn"),
    ("submitted", "take", "secretariat secretary", "in_check"),
    ("in_check", "request_information", "secretariat secretary", "info_requested"),
    ("info_requested", "extend", "secretariat secretary", "info_requested"),
    ("info_requested", "answer", "applicant", "in_check"),
    ("info_requested", "lapse", "clock", "lapsed"),
    ("lapsed", "reopen", "secretariat secretary", "info_requested"),
    ("in_check", "forward", "secretariat secretary", "ready"),
    ("in_check", "return", "secretariat secretary", "returned"),
    ("in_check", "resume_round", "secretariat secretary", "in_round"),
    ("returned", "insist", "applicant", "ready"),
    ("ready", "open_round", "president secretary", "in_round"),
    ("in_round", "request_information", "secretary", "info_requested"),
    ("in_round", "defer", "president", "ready"),
    ("in_round", "invalidate", "president secretary committee_member clock", "ready"),
    ("in_round", "approve", "president clock", "approved"),
    ("in_round", "decline", "president clock", "declined"),
    ("approved", "correct", "president", "declined"),
    ("declined", "correct", "president", "approved"),
    ("approved", "sign_declaration", "secretariat secretary", "declaration_signed"),
    ("approved", "lapse", "clock", "lapsed_approval"),
    ("approved", "extend", "secretary", "approved"),
    ("lapsed_approval", "extend", "secretary", "approved"),
    ("declaration_signed", "hold_ceremony", "secretariat secretary", "ceremony_done"),
    ("declined", "apply_again", "applicant", "declined"),
]
MOVES = {(state, action, role): target for state, action, roles, target in ALLOWED for role in roles.split()}
ACTIONS_OF_STATES = {(state, action) for state, action, _, _ in ALLOWED}

# Facts with which each action succeeds, the day being TODAY.
ENOUGH = {
    "start": {"email_verified": True},
    "expire": {"last_edited": date(2026, 12, 1)},
    "submit": {"required_complete": True, "files_received": True},
    "withdraw": {},
    "take": {},
    "request_information": {"fields_named": True, "info_due": date(2027, 3, 31), "asked_by_committee": True},
    "extend": {"info_due": date(2027, 3, 31), "extended_by_committee": True},
    "answer": {"request_answered": True},
    "lapse": {"info_due": date(2027, 2, 28), "state_since": date(2026, 2, 28)},
    "reopen": {"state_since": date(2026, 3, 1), "info_due": date(2027, 3, 31)},
    "forward": {"checklist_complete": True, "recommendation_written": True, "files_scanned": True},
    "return": {"objective_ground": True},
    "resume_round": {"round_paused": True},
    "insist": {"state_since": date(2027, 1, 30)},
    "open_round": {"electorate_filled": True, "ordered_by_president": True},
    "defer": {"reason_given": True},
    "invalidate": {"round_invalid": True},
    "approve": {"is_carried": True},
    "decline": {"is_carried": False},
    "correct": {"reason_given": True},
    "sign_declaration": {"decision_released": True, "signature_complete": True},
    "hold_ceremony": {"summit_named": True},
    "apply_again": {"state_since": TODAY},
}


def advance(state, action, role, **changes):
    enough = {"is_carried": state == "declined"} if action == "correct" else {}
    facts = replace(ApplicationFacts(**ENOUGH[action]), **{**enough, **changes})
    return APPLICATION.advance(state, action, role, TODAY, facts)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", ApplicationAction)
@pytest.mark.parametrize("state", [None, *ApplicationState])
def test_an_application_moves_where_the_table_says_and_nowhere_else(state, action, role):
    if (state, action, role) in MOVES:
        assert advance(state, action, role) == MOVES[state, action, role]
        return
    with pytest.raises(RuleError) as refusal:
        advance(state, action, role)
    expected = "role_not_allowed" if (state, action) in ACTIONS_OF_STATES else "action_not_possible"
    assert refusal.value.code == expected


@pytest.mark.parametrize("role", [Role.SECRETARIAT, Role.SECRETARY])
def test_the_secretariat_never_declines(role):
    assert [row.state for row in APPLICATION.rows if row.target == "declined" and role in row.roles] == []


REFUSED = [
    ("application_frozen", "info_requested", "answer", "applicant", {"frozen": True}),
    ("application_frozen", "in_check", "forward", "secretariat", {"frozen": True}),
    ("application_frozen", "returned", "insist", "applicant", {"frozen": True}),
    ("application_frozen", "ready", "open_round", "president", {"frozen": True}),
    ("application_frozen", "ready", "open_round", "secretary", {"frozen": True}),
    ("application_frozen", "in_round", "approve", "president", {"frozen": True}),
    ("application_frozen", "in_round", "decline", "clock", {"frozen": True}),
    ("email_not_verified", None, "start", "visitor", {"email_verified": False}),
    ("draft_not_expired", "draft", "expire", "clock", {"last_edited": date(2026, 12, 2)}),
    ("draft_not_expired", "draft", "expire", "clock", {"last_edited": None}),
    ("required_missing", "draft", "submit", "applicant", {"required_complete": False}),
    ("files_missing", "draft", "submit", "applicant", {"files_received": False}),
    ("already_member", "draft", "submit", "applicant", {"active_member": True}),
    ("round_is_closed", "in_round", "withdraw", "applicant", {"round_closed": True}),
    ("fields_not_named", "in_check", "request_information", "secretariat", {"fields_named": False}),
    ("due_date_missing", "in_check", "request_information", "secretariat", {"info_due": None}),
    ("due_date_missing", "in_check", "request_information", "secretariat", {"info_due": TODAY}),
    ("already_extended", "info_requested", "extend", "secretariat", {"info_extensions": 1}),
    ("request_unanswered", "info_requested", "answer", "applicant", {"request_answered": False}),
    ("information_not_overdue", "info_requested", "lapse", "clock", {"info_due": TODAY}),
    ("reopening_too_late", "lapsed", "reopen", "secretariat", {"state_since": date(2026, 2, 28)}),
    ("reopening_too_late", "lapsed", "reopen", "secretariat", {"state_since": None}),
    ("round_is_paused", "in_check", "forward", "secretariat", {"round_paused": True}),
    ("checklist_incomplete", "in_check", "forward", "secretariat", {"checklist_complete": False}),
    ("recommendation_missing", "in_check", "forward", "secretariat", {"recommendation_written": False}),
    ("files_not_scanned", "in_check", "forward", "secretariat", {"files_scanned": False}),
    ("round_is_paused", "in_check", "return", "secretariat", {"round_paused": True}),
    ("ground_not_objective", "in_check", "return", "secretariat", {"objective_ground": False}),
    ("round_not_paused", "in_check", "resume_round", "secretariat", {"round_paused": False}),
    ("insisting_too_late", "returned", "insist", "applicant", {"state_since": date(2027, 1, 29)}),
    ("insisting_too_late", "returned", "insist", "applicant", {"state_since": None}),
    ("electorate_empty", "ready", "open_round", "president", {"electorate_filled": False}),
    ("electorate_empty", "ready", "open_round", "secretary", {"electorate_filled": False}),
    ("not_convened", "ready", "open_round", "secretary", {"ordered_by_president": False, "members_requesting": 1}),
    ("not_asked_by_committee", "in_round", "request_information", "secretary", {"asked_by_committee": False}),
    ("round_is_closed", "in_round", "request_information", "secretary", {"round_closed": True}),
    ("fields_not_named", "in_round", "request_information", "secretary", {"fields_named": False}),
    ("reason_missing", "in_round", "defer", "president", {"reason_given": False}),
    ("round_not_invalid", "in_round", "invalidate", "clock", {"round_invalid": False}),
    ("result_not_carried", "in_round", "approve", "president", {"is_carried": False}),
    ("result_not_carried", "in_round", "approve", "clock", {"is_carried": None}),
    ("result_not_declined", "in_round", "decline", "president", {"is_carried": True}),
    ("result_not_declined", "in_round", "decline", "clock", {"is_carried": None}),
    ("decision_not_released", "approved", "sign_declaration", "secretariat", {"decision_released": False}),
    ("signature_incomplete", "approved", "sign_declaration", "secretariat", {"signature_complete": False}),
    ("approval_not_expired", "approved", "lapse", "clock", {"state_since": date(2026, 3, 1)}),
    ("extension_not_decided", "approved", "extend", "secretary", {"extended_by_committee": False}),
    ("extension_not_decided", "lapsed_approval", "extend", "secretary", {"extended_by_committee": False}),
    ("summit_missing", "declaration_signed", "hold_ceremony", "secretariat", {"summit_named": False}),
    ("waiting_not_over", "declined", "apply_again", "applicant", {"state_since": None}),
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
    asked = {name for row in APPLICATION.rows for name in row.guards}

    assert asked == set(APPLICATION.guards)
    assert asked == {code for code, *_ in REFUSED}


def test_an_incomplete_application_may_be_forwarded_with_a_note():
    assert advance("in_check", "forward", "secretariat", checklist_complete=False, incomplete_note=True) == "ready"


def test_two_members_may_ask_the_secretary_for_a_round():
    assert advance("ready", "open_round", "secretary", ordered_by_president=False, members_requesting=2) == "in_round"


def test_a_refused_role_is_named():
    with pytest.raises(RuleError) as refusal:
        advance("in_round", "approve", "secretary")

    assert refusal.value.details == {"state": "in_round", "action": "approve", "role": "secretary"}


def test_an_application_in_a_round_offers_the_president_what_he_may_do():
    assert APPLICATION.actions("in_round", Role.PRESIDENT) == ("defer", "invalidate", "approve", "decline")


def test_the_round_is_frozen_when_it_opens_and_moot_when_the_applicant_withdraws():
    assert APPLICATION.find("ready", "open_round", "president").effects == ("freeze_round",)
    assert APPLICATION.find("in_round", "withdraw", "applicant").effects == ("close_round_as_moot",)
