"""Every way an application can move: from the first draft to the signed declaration (Statutes, Art. 2, 5, 10, 13)."""

from .. import statutes
from ..roles import Role
from .application_guards import GUARDS
from .application_words import ApplicationAction as Do
from .application_words import ApplicationFacts
from .application_words import ApplicationState as In
from .transition import Table, Transition

APPLICANT = frozenset({Role.APPLICANT})
OFFICE = frozenset({Role.SECRETARIAT, Role.SECRETARY})
SECRETARY = frozenset({Role.SECRETARY})
PRESIDENT = frozenset({Role.PRESIDENT})
MEMBERS = frozenset({Role.COMMITTEE_MEMBER})
CLOCK = frozenset({Role.CLOCK})

_BEFORE_THE_ROUND = (In.DRAFT, In.SUBMITTED, In.IN_CHECK, In.INFO_REQUESTED, In.READY, In.RETURNED)

_REQUEST = ("fields_not_named", "due_date_missing")

APPLICATION = Table[In, Do, ApplicationFacts](
    [
        # The applicant writes and sends.
        Transition(None, Do.START, frozenset({Role.VISITOR, Role.APPLICANT}), In.DRAFT, ("email_not_verified",)),
        Transition(In.DRAFT, Do.EXPIRE, CLOCK, None, ("draft_not_expired",), ("delete_draft",)),
        Transition(
            In.DRAFT,
            Do.SUBMIT,
            APPLICANT,
            In.SUBMITTED,
            ("required_missing", "files_missing", "already_member"),
            ("freeze_revision", "send_receipt", "notify_mayor"),
            statutes.ADMISSION,
        ),
        *(Transition(state, Do.WITHDRAW, APPLICANT, In.WITHDRAWN) for state in _BEFORE_THE_ROUND),
        Transition(In.IN_ROUND, Do.WITHDRAW, APPLICANT, In.WITHDRAWN, ("round_is_closed",), ("close_round_as_moot",)),
        # The Secretariat checks. It cannot reject: Article 5 gives the decision to the Committee.
        Transition(In.SUBMITTED, Do.TAKE, OFFICE, In.IN_CHECK, (), ("assign", "start_clock")),
        Transition(In.IN_CHECK, Do.REQUEST_INFORMATION, OFFICE, In.INFO_REQUESTED, _REQUEST, ("stop_clock",)),
        Transition(In.INFO_REQUESTED, Do.EXTEND, OFFICE, In.INFO_REQUESTED, ("due_date_missing", "already_extended")),
        Transition(
            In.INFO_REQUESTED,
            Do.ANSWER,
            APPLICANT,
            In.IN_CHECK,
            ("application_frozen", "request_unanswered"),
            ("freeze_revision", "resume_clock"),
        ),
        Transition(
            In.INFO_REQUESTED, Do.LAPSE, CLOCK, In.LAPSED, ("information_not_overdue",), ("close_round_as_moot",)
        ),
        Transition(In.LAPSED, Do.REOPEN, OFFICE, In.INFO_REQUESTED, ("reopening_too_late", "due_date_missing")),
        Transition(
            In.IN_CHECK,
            Do.FORWARD,
            OFFICE,
            In.READY,
            (
                "application_frozen",
                "round_is_paused",
                "checklist_incomplete",
                "recommendation_missing",
                "files_not_scanned",
            ),
            ("notify_president",),
            statutes.ADMISSION,
        ),
        Transition(
            In.IN_CHECK,
            Do.RETURN,
            OFFICE,
            In.RETURNED,
            ("round_is_paused", "ground_not_objective"),
            ("notify_applicant",),
            statutes.ADMISSION,
        ),
        Transition(
            In.RETURNED,
            Do.INSIST,
            APPLICANT,
            In.READY,
            ("application_frozen", "insisting_too_late"),
            ("notify_president",),
        ),
        # The Committee decides.
        Transition(
            In.READY,
            Do.OPEN_ROUND,
            PRESIDENT,
            In.IN_ROUND,
            ("application_frozen", "electorate_empty"),
            ("freeze_round",),
            statutes.COMMITTEE,
        ),
        Transition(
            In.READY,
            Do.OPEN_ROUND,
            SECRETARY,
            In.IN_ROUND,
            ("application_frozen", "not_convened", "electorate_empty"),
            ("freeze_round",),
            statutes.COMMITTEE,
        ),
        Transition(
            In.IN_ROUND,
            Do.REQUEST_INFORMATION,
            SECRETARY,
            In.INFO_REQUESTED,
            ("not_asked_by_committee", "round_is_closed", *_REQUEST),
            ("pause_round",),
        ),
        Transition(In.IN_CHECK, Do.RESUME_ROUND, OFFICE, In.IN_ROUND, ("round_not_paused",), ("mark_ballots_stale",)),
        Transition(In.IN_ROUND, Do.DEFER, PRESIDENT, In.READY, ("reason_missing",)),
        Transition(
            In.IN_ROUND,
            Do.INVALIDATE,
            PRESIDENT | SECRETARY | MEMBERS | CLOCK,
            In.READY,
            ("round_not_invalid",),
            ("notify_president",),
            statutes.COMMITTEE,
        ),
        Transition(
            In.IN_ROUND,
            Do.APPROVE,
            PRESIDENT | CLOCK,
            In.APPROVED,
            ("application_frozen", "result_not_carried"),
            ("record_decision", "draft_letter"),
            statutes.ADMISSION,
        ),
        Transition(
            In.IN_ROUND,
            Do.DECLINE,
            PRESIDENT | CLOCK,
            In.DECLINED,
            ("application_frozen", "result_not_declined"),
            ("record_decision", "draft_letter"),
            statutes.ADMISSION,
        ),
        # A wrong decision is not edited: a correcting one, which the Secretary proposes, takes its place.
        Transition(
            In.APPROVED,
            Do.CORRECT,
            PRESIDENT,
            In.DECLINED,
            ("reason_missing", "result_not_declined"),
            (),
            statutes.ADMISSION,
        ),
        Transition(
            In.DECLINED,
            Do.CORRECT,
            PRESIDENT,
            In.APPROVED,
            ("reason_missing", "result_not_carried"),
            (),
            statutes.ADMISSION,
        ),
        # The mayor signs: a Member is who has signed the Declaration (Art. 2).
        Transition(
            In.APPROVED,
            Do.SIGN_DECLARATION,
            OFFICE,
            In.DECLARATION_SIGNED,
            ("decision_not_released", "signature_incomplete"),
            ("start_membership",),
            statutes.MEMBERS,
        ),
        Transition(In.APPROVED, Do.LAPSE, CLOCK, In.LAPSED_APPROVAL, ("approval_not_expired",), ("inform_committee",)),
        Transition(In.APPROVED, Do.EXTEND, SECRETARY, In.APPROVED, ("extension_not_decided",)),
        Transition(In.LAPSED_APPROVAL, Do.EXTEND, SECRETARY, In.APPROVED, ("extension_not_decided",)),
        Transition(
            In.DECLARATION_SIGNED,
            Do.HOLD_CEREMONY,
            OFFICE,
            In.CEREMONY_DONE,
            ("summit_missing",),
            (),
            statutes.ASSEMBLY,
        ),
        # A declined application stays as it is; its copy starts as a new draft.
        Transition(In.DECLINED, Do.APPLY_AGAIN, APPLICANT, In.DECLINED, ("waiting_not_over",), ("copy_to_draft",)),
    ],
    GUARDS,
)
