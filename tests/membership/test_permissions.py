"""Who may do what, cell by cell, and the roles that groups and dated seats give."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from membership.labels.states import SeatRole
from membership.permissions import ALLOWED, Action, Role, may, may_translate, needs_second_factor, require, roles_of
from tests.membership.factories import TODAY, SeatFactory, UserFactory

# One column per role: visitor, applicant, secretariat, committee, president, editor, auditor.
COLUMNS = [
    Role.VISITOR, Role.APPLICANT, Role.SECRETARIAT, Role.COMMITTEE, Role.PRESIDENT, Role.EDITOR, Role.AUDITOR,
]  # fmt: skip
TABLE = {
    "begin_application": "yes yes yes yes yes yes yes",
    "edit_answers":      "no  yes no  no  no  no  no",
    "submit":            "no  yes no  no  no  no  no",
    "see_receipt":       "no  yes no  no  no  no  no",
    "withdraw":          "no  yes no  no  no  no  no",
    "hand_over":         "no  yes no  no  no  no  no",
    "write_to_office":   "no  yes no  no  no  no  no",
    "answer_request":    "no  yes no  no  no  no  no",
    "insist":            "no  yes no  no  no  no  no",
    "answer_ceremony":   "no  yes no  no  no  no  no",
    "apply_again":       "no  yes no  no  no  no  no",
    "notify_mayor":      "no  yes no  no  no  no  no",
    "see_queue":         "no  no  yes yes yes no  yes",
    "export_queue":      "no  no  yes no  no  no  yes",
    "export_register":   "no  no  yes yes yes no  yes",
    "open_dossier":      "no  no  yes yes yes no  yes",
    "see_file":          "no  no  yes yes yes no  yes",
    "comment":           "no  no  yes yes yes no  no",
    "assign":            "no  no  yes no  no  no  no",
    "remind_applicant":  "no  no  yes no  no  no  no",
    "take":              "no  no  yes no  no  no  no",
    "complete_check":    "no  no  yes no  no  no  no",
    "forward":           "no  no  yes no  no  no  no",
    "request_information": "no no yes no  no  no  no",
    "return":            "no  no  yes no  no  no  no",
    "write_to_applicant": "no no  yes no  no  no  no",
    "release_freeze":    "no  no  yes no  no  no  no",
    "transfer_contact":  "no  no  yes no  no  no  no",
    "erase_person":      "no  no  yes no  no  no  no",
    "match_city":        "no  no  yes no  no  no  no",
    "extend_approval":   "no  no  yes no  no  no  no",
    "enter_letter":      "no  no  yes no  no  no  no",
    "decide_observer":   "no  no  no  no  yes no  no",
    "open_round":        "no  no  yes no  yes no  no",
    "resume_round":      "no  no  yes no  no  no  no",
    "suspend_round":     "no  no  yes no  no  no  no",
    "continue_round":    "no  no  no  no  yes no  no",
    "record_ruling":     "no  no  yes no  no  no  no",
    "file_proxy":        "no  no  yes yes yes no  no",
    "receive_proxy":     "no  no  yes no  yes no  no",
    "record_attendance": "no  no  yes no  no  no  no",
    "state_conflict":    "no  no  no  yes yes no  no",
    "cast":              "no  no  no  yes yes no  no",
    "record_ballot":     "no  no  yes no  no  no  no",
    "close":             "no  no  yes no  no  no  no",
    "confirm":           "no  no  no  yes yes no  no",
    "release":           "no  no  yes no  no  no  no",
    "propose_correction": "no no  yes no  no  no  no",
    "confirm_correction": "no no  no  no  yes no  no",
    "record_signature":  "no  no  yes no  no  no  no",
    "record_ceremony":   "no  no  yes no  no  no  no",
    "see_meeting":       "no  no  yes yes yes no  yes",
    "plan_meeting":      "no  no  yes no  no  no  no",
    "keep_meeting":      "no  no  yes no  no  no  no",
    "see_committee":     "no  no  yes yes yes no  yes",
    "edit_seats":        "no  no  yes no  no  no  no",
    "propose_rule":      "no  no  yes no  no  no  no",
    "confirm_rule":      "no  no  no  no  yes no  no",
    "edit_cities":       "no  no  yes no  no  no  no",
    "see_outbox":        "no  no  yes no  no  no  yes",
    "send_again":        "no  no  yes no  no  no  no",
    "see_record":        "no  no  yes no  no  no  yes",
    "try_case":          "no  no  yes yes yes no  yes",
    "export_dossier":    "no  no  yes no  no  no  yes",
    "report_on_person":  "no  no  yes no  no  no  no",
    "edit_pages":        "no  no  yes no  no  yes no",
    "see_members":       "no  no  yes yes yes no  yes",
    "suspend":           "no  no  no  no  yes no  no",
    "record_member_act": "no  no  yes no  no  no  no",
    "prepare_assembly":  "no  no  yes no  no  no  no",
    "record_participation": "no no yes no no  no  no",
    "revoke_observer":   "no  no  no  no  yes no  no",
    "translate":         "no  no  yes no  no  yes no",
    "open_with_reason":  "no  no  no  no  no  no  no",
    "remove_second_factor": "no no no no  no  no  no",
}  # fmt: skip
# The roles that have few rows of their own: what each may do beside those, and nothing else.
OTHERS = {
    Role.PERMANENT_SECRETARY: {action for action, row in TABLE.items() if row.split()[2] == "yes"},
    Role.TRANSLATOR: {"begin_application", "translate"},
    Role.ADMINISTRATOR: {"begin_application", "open_with_reason", "remove_second_factor"},
}
CELLS = [
    pytest.param(role, Action(action), word == "yes", id=f"{action}-{role}-{word}")
    for action, row in TABLE.items()
    for role, word in zip(COLUMNS, row.split(), strict=True)
] + [
    pytest.param(role, action, action in allowed, id=f"{action}-{role}-{action in allowed}")
    for role, allowed in OTHERS.items()
    for action in Action
]


@pytest.mark.parametrize(("role", "action", "is_allowed"), CELLS)
def test_a_role_may_do_what_the_table_says_and_nothing_else(role, action, is_allowed):
    assert may([role], action) is is_allowed


def test_the_table_has_every_action_and_every_role():
    assert list(TABLE) == [str(action) for action in Action]
    assert set(ALLOWED) == set(Action)
    assert list(Role) == [*COLUMNS, *OTHERS]


def test_one_of_several_roles_is_enough():
    assert may({Role.EDITOR, Role.PRESIDENT}, Action.CONFIRM)


def test_nobody_without_a_role_may_do_anything():
    assert [action for action in Action if may([], action)] == []


def test_a_reader_who_is_not_logged_in_is_a_visitor():
    assert roles_of(AnonymousUser(), TODAY) == {Role.VISITOR}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("groups", "roles"),
    [
        ([], set()),
        (["Secretariat"], {Role.SECRETARIAT}),
        (["Editors"], {Role.EDITOR}),
        (["Auditors"], {Role.AUDITOR}),
        (["Committee"], set()),
        (["Moderators"], set()),
        (["Secretariat", "Editors"], {Role.SECRETARIAT, Role.EDITOR}),
        (["Permanent Secretary"], {Role.PERMANENT_SECRETARY, Role.SECRETARIAT}),
        (["Translators (tr)"], {Role.TRANSLATOR}),
    ],
)
def test_a_group_gives_its_role_and_the_committee_group_none(groups, roles):
    assert roles_of(UserFactory(groups=groups), TODAY) == roles


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "end", "is_in_office"),
    [
        ("2027-03-01", None, True),
        ("2027-03-02", None, False),
        ("2026-01-01", "2027-03-01", True),
        ("2026-01-01", "2027-02-28", False),
        ("2026-01-01", None, True),
    ],
    ids=["begins_today", "begins_tomorrow", "ends_today", "ended_yesterday", "without_end"],
)
def test_a_seat_counts_from_its_first_to_its_last_day(start, end, is_in_office):
    seat = SeatFactory(start=start, end=end)

    assert roles_of(seat.holder, TODAY) == ({Role.COMMITTEE} if is_in_office else set())


@pytest.mark.django_db
@pytest.mark.parametrize("role", [SeatRole.FORMER, SeatRole.NEXT, SeatRole.ELECTED])
def test_only_the_seat_of_the_president_makes_a_president(role):
    president, other = SeatFactory(role=SeatRole.PRESIDENT), SeatFactory(role=role)

    assert roles_of(president.holder, TODAY) == {Role.COMMITTEE, Role.PRESIDENT}
    assert roles_of(other.holder, TODAY) == {Role.COMMITTEE}


@pytest.mark.django_db
def test_a_seat_gives_nothing_to_another_user():
    SeatFactory(role=SeatRole.PRESIDENT)

    assert roles_of(UserFactory(groups=["Committee"]), TODAY) == set()


@pytest.mark.django_db
def test_a_superuser_is_an_administrator_and_nothing_else():
    assert roles_of(UserFactory(is_superuser=True), TODAY) == {Role.ADMINISTRATOR}


@pytest.mark.django_db
def test_the_permanent_secretary_has_no_vote_even_if_a_seat_names_him():
    seat = SeatFactory(role=SeatRole.PRESIDENT, holder=UserFactory(groups=["Permanent Secretary"]))

    assert roles_of(seat.holder, TODAY) == {Role.PERMANENT_SECRETARY, Role.SECRETARIAT}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("groups", "languages"),
    [
        (["Translators (tr)"], {"tr"}),
        (["Translators (el)", "Translators (sr-latn)"], {"el", "sr-latn"}),
        (["Editors"], {"tr", "el", "sr-latn", "en"}),
        (["Secretariat"], {"tr", "el", "sr-latn", "en"}),
        (["Auditors"], set()),
        ([], set()),
    ],
)
def test_translators_translate_into_the_languages_of_their_groups(groups, languages):
    user = UserFactory(groups=groups)

    assert {code for code in ("tr", "el", "sr-latn", "en") if may_translate(user, code, TODAY)} == languages


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("groups", "is_needed"),
    [
        (["Secretariat"], True),
        (["Permanent Secretary"], True),
        (["Committee"], True),
        (["Auditors"], True),
        (["Editors"], False),
        (["Translators (tr)"], False),
        ([], False),
    ],
)
def test_who_sees_dossiers_needs_a_second_factor(groups, is_needed):
    assert needs_second_factor(UserFactory(groups=groups), TODAY) is is_needed


@pytest.mark.django_db
def test_a_seat_and_administration_need_a_second_factor_without_any_group():
    assert needs_second_factor(SeatFactory().holder, TODAY) is True
    assert needs_second_factor(UserFactory(is_superuser=True), TODAY) is True
    assert needs_second_factor(AnonymousUser(), TODAY) is False


@pytest.mark.django_db
def test_what_is_required_returns_the_roles():
    seat = SeatFactory(role=SeatRole.PRESIDENT)

    assert require(seat.holder, Action.CONFIRM, TODAY) == {Role.COMMITTEE, Role.PRESIDENT}


@pytest.mark.django_db
def test_what_is_not_allowed_is_refused():
    with pytest.raises(PermissionDenied) as refusal:
        require(UserFactory(groups=["Secretariat"]), Action.CONFIRM, TODAY)

    assert str(refusal.value) == "confirm is not allowed to secretariat"


@pytest.mark.django_db
def test_a_president_whose_seat_ended_may_confirm_no_longer():
    seat = SeatFactory(role=SeatRole.PRESIDENT, end="2027-02-28")

    with pytest.raises(PermissionDenied) as refusal:
        require(seat.holder, Action.CONFIRM, TODAY)

    assert str(refusal.value) == "confirm is not allowed to nobody"
