"""Every way a request to be an observer can move: the President invites, no Committee votes (Statutes, Art. 6)."""

from .. import statutes
from ..roles import Role
from .application import APPLICANT, CLOCK, OFFICE, PRESIDENT
from .application_guards import GUARDS
from .application_words import ApplicationAction as Do
from .application_words import ApplicationFacts
from .application_words import ApplicationState as In
from .transition import Table, Transition

OBSERVER = Table[In, Do, ApplicationFacts](
    [
        Transition(None, Do.START, frozenset({Role.VISITOR, Role.APPLICANT}), In.DRAFT, ("email_not_verified",)),
        Transition(In.DRAFT, Do.EXPIRE, CLOCK, None, ("draft_not_expired",), ("delete_draft",)),
        Transition(
            In.DRAFT,
            Do.SUBMIT,
            APPLICANT,
            In.SUBMITTED,
            ("required_missing", "files_missing"),
            ("freeze_revision", "send_receipt"),
            statutes.OBSERVERS,
        ),
        *(
            Transition(state, Do.WITHDRAW, APPLICANT, In.WITHDRAWN)
            for state in (In.DRAFT, In.SUBMITTED, In.IN_CHECK, In.INFO_REQUESTED)
        ),
        Transition(In.SUBMITTED, Do.TAKE, OFFICE, In.IN_CHECK, (), ("assign", "start_clock")),
        Transition(
            In.IN_CHECK,
            Do.REQUEST_INFORMATION,
            OFFICE,
            In.INFO_REQUESTED,
            ("fields_not_named", "due_date_missing"),
            ("stop_clock",),
        ),
        Transition(In.INFO_REQUESTED, Do.EXTEND, OFFICE, In.INFO_REQUESTED, ("due_date_missing", "already_extended")),
        Transition(
            In.INFO_REQUESTED,
            Do.ANSWER,
            APPLICANT,
            In.IN_CHECK,
            ("application_frozen", "request_unanswered"),
            ("freeze_revision", "resume_clock"),
        ),
        Transition(In.INFO_REQUESTED, Do.LAPSE, CLOCK, In.LAPSED, ("information_not_overdue",)),
        Transition(In.LAPSED, Do.REOPEN, OFFICE, In.INFO_REQUESTED, ("reopening_too_late", "due_date_missing")),
        Transition(
            In.IN_CHECK,
            Do.APPROVE,
            PRESIDENT,
            In.APPROVED,
            ("application_frozen", "files_not_scanned"),
            ("inform_committee",),
            statutes.OBSERVERS,
        ),
        Transition(
            In.IN_CHECK,
            Do.DECLINE,
            PRESIDENT,
            In.DECLINED,
            ("application_frozen", "reason_missing"),
            ("inform_committee",),
            statutes.OBSERVERS,
        ),
    ],
    GUARDS,
)
