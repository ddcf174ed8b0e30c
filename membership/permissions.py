"""Who may do what: one table of action × role, and the roles a user has today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.models import User as Account
from django.core.exceptions import PermissionDenied

from membership.labels.states import SeatRole
from membership.models.committee import Seat
from pages.languages.table import LANGUAGES, SOURCE


class Role(StrEnum):
    """A role in the membership office; a user may have several."""

    VISITOR = "visitor"
    APPLICANT = "applicant"
    SECRETARIAT = "secretariat"
    COMMITTEE = "committee"
    PRESIDENT = "president"
    EDITOR = "editor"
    AUDITOR = "auditor"
    PERMANENT_SECRETARY = "permanent_secretary"
    TRANSLATOR = "translator"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What can be done in the membership office."""

    BEGIN_APPLICATION = "begin_application"
    EDIT_ANSWERS = "edit_answers"
    SUBMIT = "submit"
    SEE_RECEIPT = "see_receipt"
    WITHDRAW = "withdraw"
    HAND_OVER = "hand_over"
    WRITE_TO_OFFICE = "write_to_office"
    ANSWER_REQUEST = "answer_request"
    INSIST = "insist"
    ANSWER_CEREMONY = "answer_ceremony"
    APPLY_AGAIN = "apply_again"
    NOTIFY_MAYOR = "notify_mayor"
    SEE_QUEUE = "see_queue"
    EXPORT_QUEUE = "export_queue"
    EXPORT_REGISTER = "export_register"
    OPEN_DOSSIER = "open_dossier"
    SEE_FILE = "see_file"
    COMMENT = "comment"
    ASSIGN = "assign"
    REMIND_APPLICANT = "remind_applicant"
    TAKE = "take"
    COMPLETE_CHECK = "complete_check"
    FORWARD = "forward"
    REQUEST_INFORMATION = "request_information"
    RETURN = "return"
    WRITE_TO_APPLICANT = "write_to_applicant"
    RELEASE_FREEZE = "release_freeze"
    TRANSFER_CONTACT = "transfer_contact"
    ERASE_PERSON = "erase_person"
    MATCH_CITY = "match_city"
    EXTEND_APPROVAL = "extend_approval"
    ENTER_LETTER = "enter_letter"
    DECIDE_OBSERVER = "decide_observer"
    OPEN_ROUND = "open_round"
    RESUME_ROUND = "resume_round"
    SUSPEND_ROUND = "suspend_round"
    CONTINUE_ROUND = "continue_round"
    RECORD_RULING = "record_ruling"
    FILE_PROXY = "file_proxy"
    RECEIVE_PROXY = "receive_proxy"
    RECORD_ATTENDANCE = "record_attendance"
    STATE_CONFLICT = "state_conflict"
    CAST = "cast"
    RECORD_BALLOT = "record_ballot"
    CLOSE = "close"
    CONFIRM = "confirm"
    RELEASE = "release"
    PROPOSE_CORRECTION = "propose_correction"
    CONFIRM_CORRECTION = "confirm_correction"
    RECORD_SIGNATURE = "record_signature"
    RECORD_CEREMONY = "record_ceremony"
    SEE_MEETING = "see_meeting"
    PLAN_MEETING = "plan_meeting"
    KEEP_MEETING = "keep_meeting"
    SEE_COMMITTEE = "see_committee"
    EDIT_SEATS = "edit_seats"
    PROPOSE_RULE = "propose_rule"
    CONFIRM_RULE = "confirm_rule"
    EDIT_CITIES = "edit_cities"
    SEE_OUTBOX = "see_outbox"
    SEND_AGAIN = "send_again"
    SEE_RECORD = "see_record"
    TRY_CASE = "try_case"
    EXPORT_DOSSIER = "export_dossier"
    REPORT_ON_PERSON = "report_on_person"
    EDIT_PAGES = "edit_pages"
    SEE_MEMBERS = "see_members"
    SUSPEND = "suspend"
    RECORD_MEMBER_ACT = "record_member_act"
    PREPARE_ASSEMBLY = "prepare_assembly"
    RECORD_PARTICIPATION = "record_participation"
    REVOKE_OBSERVER = "revoke_observer"
    TRANSLATE = "translate"
    OPEN_WITH_REASON = "open_with_reason"
    REMOVE_SECOND_FACTOR = "remove_second_factor"


PUBLIC = frozenset(Role)
OFFICE = frozenset({Role.SECRETARIAT, Role.PERMANENT_SECRETARY})
SEATS = frozenset({Role.COMMITTEE, Role.PRESIDENT})
READERS = OFFICE | SEATS | {Role.AUDITOR}
WRITERS = OFFICE | {Role.EDITOR}

ALLOWED: dict[Action, frozenset[Role]] = {
    Action.BEGIN_APPLICATION: PUBLIC,
    Action.EDIT_ANSWERS: frozenset({Role.APPLICANT}),
    Action.SUBMIT: frozenset({Role.APPLICANT}),
    Action.SEE_RECEIPT: frozenset({Role.APPLICANT}),
    Action.WITHDRAW: frozenset({Role.APPLICANT}),
    Action.HAND_OVER: frozenset({Role.APPLICANT}),
    Action.WRITE_TO_OFFICE: frozenset({Role.APPLICANT}),
    Action.ANSWER_REQUEST: frozenset({Role.APPLICANT}),
    Action.INSIST: frozenset({Role.APPLICANT}),
    Action.ANSWER_CEREMONY: frozenset({Role.APPLICANT}),
    Action.APPLY_AGAIN: frozenset({Role.APPLICANT}),
    Action.NOTIFY_MAYOR: frozenset({Role.APPLICANT}),
    Action.SEE_QUEUE: READERS,
    Action.EXPORT_QUEUE: OFFICE | {Role.AUDITOR},
    Action.EXPORT_REGISTER: READERS,
    Action.OPEN_DOSSIER: READERS,
    Action.SEE_FILE: READERS,
    Action.COMMENT: OFFICE | SEATS,
    Action.ASSIGN: OFFICE,
    Action.REMIND_APPLICANT: OFFICE,
    Action.TAKE: OFFICE,
    Action.COMPLETE_CHECK: OFFICE,
    Action.FORWARD: OFFICE,
    Action.REQUEST_INFORMATION: OFFICE,
    Action.RETURN: OFFICE,
    Action.WRITE_TO_APPLICANT: OFFICE,
    Action.RELEASE_FREEZE: OFFICE,
    Action.TRANSFER_CONTACT: OFFICE,
    Action.ERASE_PERSON: OFFICE,
    Action.MATCH_CITY: OFFICE,
    Action.EXTEND_APPROVAL: OFFICE,
    Action.ENTER_LETTER: OFFICE,
    Action.DECIDE_OBSERVER: frozenset({Role.PRESIDENT}),
    Action.OPEN_ROUND: OFFICE | {Role.PRESIDENT},
    Action.RESUME_ROUND: OFFICE,
    Action.SUSPEND_ROUND: OFFICE,
    Action.CONTINUE_ROUND: frozenset({Role.PRESIDENT}),
    Action.RECORD_RULING: OFFICE,
    Action.FILE_PROXY: OFFICE | SEATS,
    Action.RECEIVE_PROXY: OFFICE | {Role.PRESIDENT},
    Action.RECORD_ATTENDANCE: OFFICE,
    Action.STATE_CONFLICT: SEATS,
    Action.CAST: SEATS,
    Action.RECORD_BALLOT: OFFICE,
    Action.CLOSE: OFFICE,
    Action.CONFIRM: SEATS,  # one of them: the President, or who stands in for one that is recused
    Action.RELEASE: OFFICE,
    Action.PROPOSE_CORRECTION: OFFICE,
    Action.CONFIRM_CORRECTION: frozenset({Role.PRESIDENT}),
    Action.RECORD_SIGNATURE: OFFICE,
    Action.RECORD_CEREMONY: OFFICE,
    Action.SEE_MEETING: READERS,
    Action.PLAN_MEETING: OFFICE,
    Action.KEEP_MEETING: OFFICE,
    Action.SEE_COMMITTEE: READERS,
    Action.EDIT_SEATS: OFFICE,
    Action.PROPOSE_RULE: OFFICE,
    Action.CONFIRM_RULE: frozenset({Role.PRESIDENT}),
    Action.EDIT_CITIES: OFFICE,
    Action.SEE_OUTBOX: OFFICE | {Role.AUDITOR},
    Action.SEND_AGAIN: OFFICE,
    Action.SEE_RECORD: OFFICE | {Role.AUDITOR},
    Action.TRY_CASE: READERS,
    Action.EXPORT_DOSSIER: OFFICE | {Role.AUDITOR},
    Action.REPORT_ON_PERSON: OFFICE,
    Action.EDIT_PAGES: WRITERS,
    Action.SEE_MEMBERS: READERS,
    Action.SUSPEND: frozenset({Role.PRESIDENT}),
    Action.RECORD_MEMBER_ACT: OFFICE,
    Action.PREPARE_ASSEMBLY: OFFICE,
    Action.RECORD_PARTICIPATION: OFFICE,
    Action.REVOKE_OBSERVER: frozenset({Role.PRESIDENT}),
    Action.TRANSLATE: WRITERS | {Role.TRANSLATOR},
    Action.OPEN_WITH_REASON: frozenset({Role.ADMINISTRATOR}),
    Action.REMOVE_SECOND_FACTOR: frozenset({Role.ADMINISTRATOR}),
}

# Whoever holds a role like these logs in with a second factor.
WITH_SECOND_FACTOR = READERS | {Role.ADMINISTRATOR}

TRANSLATORS = {language.code: f"Translators ({language.code})" for language in LANGUAGES if language.code != SOURCE}
GROUPS = {
    "Secretariat": Role.SECRETARIAT,
    "Permanent Secretary": Role.PERMANENT_SECRETARY,
    "Editors": Role.EDITOR,
    "Auditors": Role.AUDITOR,
    **dict.fromkeys(TRANSLATORS.values(), Role.TRANSLATOR),
}
COMMITTEE_GROUP = "Committee"  # gives access to the admin; the vote comes from a seat held today, never from the group

User = Account | AnonymousUser


def may(roles: Iterable[Role], action: Action) -> bool:
    """Whether one of the roles allows the action."""
    return not ALLOWED[action].isdisjoint(roles)


def roles_of(user: User, today: date) -> frozenset[Role]:
    """The roles of a user on a day: the groups, and the seats held that day. A superuser is an administrator.

    The Permanent Secretary belongs to the Secretariat and has no vote, whatever seat names him.
    """
    if not user.is_authenticated:
        return frozenset({Role.VISITOR})
    roles = {GROUPS[name] for name in user.groups.values_list("name", flat=True) if name in GROUPS}
    if user.is_superuser:
        roles.add(Role.ADMINISTRATOR)
    if Role.PERMANENT_SECRETARY in roles:
        return frozenset(roles | {Role.SECRETARIAT})
    for role in Seat.objects.held_on(today).filter(holder=user).values_list("role", flat=True):
        roles.add(Role.COMMITTEE)
        if role == SeatRole.PRESIDENT:
            roles.add(Role.PRESIDENT)
    return frozenset(roles)


def require(user: User, action: Action, today: date) -> frozenset[Role]:
    """Return the user's roles, or raise `PermissionDenied` when none of them allows the action."""
    roles = roles_of(user, today)
    if not may(roles, action):
        raise PermissionDenied(f"{action} is not allowed to {', '.join(sorted(roles)) or 'nobody'}")
    return roles


def needs_second_factor(user: User, today: date) -> bool:
    """Whether the user may enter the office with a second factor only: members of the Committee keep that after a term."""
    if not user.is_authenticated:
        return False
    was_seated = user.groups.filter(name=COMMITTEE_GROUP).exists()
    return was_seated or not WITH_SECOND_FACTOR.isdisjoint(roles_of(user, today))


def may_translate(user: User, code: str, today: date) -> bool:
    """Whether the user may translate into the language: translators by the group of that language, writers into all."""
    roles = roles_of(user, today)
    if not may(roles, Action.TRANSLATE):
        return False
    return may(roles, Action.EDIT_PAGES) or user.groups.filter(name=TRANSLATORS.get(code, "")).exists()
