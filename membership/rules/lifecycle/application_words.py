"""The states and actions of an application, and the facts its guards ask for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ApplicationState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_CHECK = "in_check"
    INFO_REQUESTED = "info_requested"
    READY = "ready"
    RETURNED = "returned"
    IN_ROUND = "in_round"
    APPROVED = "approved"
    DECLINED = "declined"
    DECLARATION_SIGNED = "declaration_signed"
    CEREMONY_DONE = "ceremony_done"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    LAPSED_APPROVAL = "lapsed_approval"


class ApplicationAction(StrEnum):
    START = "start"
    SUBMIT = "submit"
    EXPIRE = "expire"
    WITHDRAW = "withdraw"
    TAKE = "take"
    REQUEST_INFORMATION = "request_information"
    ANSWER = "answer"
    EXTEND = "extend"
    LAPSE = "lapse"
    REOPEN = "reopen"
    FORWARD = "forward"
    RETURN = "return"
    INSIST = "insist"
    OPEN_ROUND = "open_round"
    RESUME_ROUND = "resume_round"
    DEFER = "defer"
    INVALIDATE = "invalidate"
    APPROVE = "approve"
    DECLINE = "decline"
    CORRECT = "correct"
    SIGN_DECLARATION = "sign_declaration"
    HOLD_CEREMONY = "hold_ceremony"
    APPLY_AGAIN = "apply_again"


@dataclass(frozen=True, slots=True)
class ApplicationFacts:
    """What is true of an application when somebody acts on it. Nothing is true unless said.

    A frozen application was disowned by its city and waits for the office. `state_since` is the day the present state
    began, `last_edited` the day of the last change to a draft.
    `is_carried` is the confirmed result of the round: None while no result is confirmed.
    """

    email_verified: bool = False
    frozen: bool = False
    required_complete: bool = False
    files_received: bool = False
    active_member: bool = False
    last_edited: date | None = None
    state_since: date | None = None
    fields_named: bool = False
    info_due: date | None = None
    info_extensions: int = 0
    request_answered: bool = False
    checklist_complete: bool = False
    incomplete_note: bool = False
    recommendation_written: bool = False
    files_scanned: bool = False
    objective_ground: bool = False
    electorate_filled: bool = False
    ordered_by_president: bool = False
    members_requesting: int = 0
    round_paused: bool = False
    round_closed: bool = False
    asked_by_committee: bool = False
    reason_given: bool = False
    round_invalid: bool = False
    is_carried: bool | None = None
    decision_released: bool = False
    signature_complete: bool = False
    extended_by_committee: bool = False
    summit_named: bool = False
