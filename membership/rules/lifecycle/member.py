"""Every way a membership can move: suspension, leaving at the end of the year, removal (Statutes, Art. 9)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .. import statutes
from ..assembly import AssemblyVote
from ..roles import Role
from .transition import Guard, Table, Transition


class MemberState(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    LEAVING = "leaving"
    ENDED = "ended"
    REMOVED = "removed"


class MemberAction(StrEnum):
    SUSPEND = "suspend"
    LIFT = "lift"
    GIVE_NOTICE = "give_notice"
    REVOKE = "revoke"
    END = "end"
    REMOVE = "remove"
    APPLY_AGAIN = "apply_again"


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What is true of a membership when somebody acts on it. `notice_given` is a date in the network's time zone."""

    reason_given: bool = False
    decided_by_committee: bool = False
    notice_given: date | None = None
    motion_in_convening_notice: bool = False
    assembly_vote: AssemblyVote | None = None


def exit_day(notice_given: date) -> date:
    """Return the last day of a membership after a notice: 31 December of the year of the notice (Art. 9)."""
    return date(notice_given.year, statutes.EXIT_MONTH, statutes.EXIT_DAY)


def _exit_reached(today: date, facts: MemberFacts) -> bool:
    return facts.notice_given is not None and today > exit_day(facts.notice_given)


def _exit_ahead(today: date, facts: MemberFacts) -> bool:
    """The notice can be revoked up to and on the last day."""
    return facts.notice_given is not None and today <= exit_day(facts.notice_given)


GUARDS: dict[str, Guard[MemberFacts]] = {
    "reason_missing": lambda _today, facts: facts.reason_given,
    "committee_decision_missing": lambda _today, facts: facts.decided_by_committee,
    "exit_not_reached": _exit_reached,
    "revoking_too_late": _exit_ahead,
    "motion_not_in_notice": lambda _today, facts: facts.motion_in_convening_notice,
    "assembly_not_quorate": lambda _today, facts: facts.assembly_vote is not None and facts.assembly_vote.is_quorate,
    "no_absolute_majority": lambda _today, facts: (
        facts.assembly_vote is not None and facts.assembly_vote.has_absolute_majority
    ),
}

_PRESIDENT = frozenset({Role.PRESIDENT})
_SECRETARY = frozenset({Role.SECRETARY})
_MEMBER = frozenset({Role.MEMBER})
_CLOCK = frozenset({Role.CLOCK})
_BY_PRESIDENT = ("reason_missing",)
_BY_COMMITTEE = ("reason_missing", "committee_decision_missing")
_BY_ASSEMBLY = ("motion_not_in_notice", "assembly_not_quorate", "no_absolute_majority")
_ON_AGENDA = ("put_on_committee_agenda",)

In = MemberState
Do = MemberAction

MEMBERSHIP = Table[In, Do, MemberFacts](
    [
        # The President acts alone, or the Secretary records what the Committee decided.
        Transition(In.ACTIVE, Do.SUSPEND, _PRESIDENT, In.SUSPENDED, _BY_PRESIDENT, _ON_AGENDA, statutes.EXIT),
        Transition(In.ACTIVE, Do.SUSPEND, _SECRETARY, In.SUSPENDED, _BY_COMMITTEE, (), statutes.EXIT),
        Transition(In.SUSPENDED, Do.LIFT, _PRESIDENT, In.ACTIVE, _BY_PRESIDENT, _ON_AGENDA, statutes.EXIT),
        Transition(In.SUSPENDED, Do.LIFT, _SECRETARY, In.ACTIVE, _BY_COMMITTEE, (), statutes.EXIT),
        Transition(In.ACTIVE, Do.GIVE_NOTICE, _MEMBER, In.LEAVING, (), ("show_exit_day",), statutes.EXIT),
        Transition(In.LEAVING, Do.REVOKE, _MEMBER, In.ACTIVE, ("revoking_too_late",), (), statutes.EXIT),
        Transition(In.LEAVING, Do.END, _CLOCK, In.ENDED, ("exit_not_reached",), (), statutes.EXIT),
        # The Secretary records what the General Assembly decided.
        Transition(In.ACTIVE, Do.REMOVE, _SECRETARY, In.REMOVED, _BY_ASSEMBLY, (), statutes.EXIT),
        Transition(In.SUSPENDED, Do.REMOVE, _SECRETARY, In.REMOVED, _BY_ASSEMBLY, (), statutes.EXIT),
        # A former member stays in the register; its new application starts as a draft.
        Transition(In.ENDED, Do.APPLY_AGAIN, _MEMBER, In.ENDED, (), ("start_draft",), statutes.EXIT),
        Transition(In.REMOVED, Do.APPLY_AGAIN, _MEMBER, In.REMOVED, (), ("start_draft",), statutes.EXIT),
    ],
    GUARDS,
)
