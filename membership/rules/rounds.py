"""Every way a voting round can move, and what a President may confirm (Statutes, Art. 5 and 13)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from . import house_rules, statutes
from .errors import RuleError
from .lifecycle.transition import Table, Transition
from .roles import Role
from .voting.outcome import Result


class RoundState(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    CONFIRMED = "confirmed"
    DEFERRED = "deferred"
    INVALID = "invalid"
    MOOT = "moot"


class RoundAction(StrEnum):
    PAUSE = "pause"
    RESUME = "resume"
    SUSPEND = "suspend"
    RESTART = "restart"
    CLOSE = "close"
    CONFIRM = "confirm"
    NOT_APPROVE = "not_approve"
    RECORD_INTERPRETATION = "record_interpretation"
    DEFER = "defer"
    INVALIDATE = "invalidate"
    DROP = "drop"
    CALL_MEETING = "call_meeting"


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What is true of a round when somebody acts on it. Nothing is true unless said.

    `result` and `contested` are what was computed at closing. `has_interpretation` says that a document of the
    Committee or the Assembly tells how the articles are to be read in this case. `reballots` counts earlier deferrals.
    `deadline_over` is of a round by circulation, `demands` the seats that want it decided in a meeting.
    """

    information_requested: bool = False
    request_settled: bool = False
    composition_changed: bool = False
    mandate_valid: bool = False
    mandate_waived: bool = False
    result: Result | None = None
    contested: bool = False
    has_interpretation: bool = False
    reason_given: bool = False
    reballots: int = 0
    closed_on: date | None = None
    application_withdrawn: bool = False
    deadline_over: bool = False
    demands: int = 0


def confirmed_result(computed: Result, *, is_contested: bool, interpreted: Result | None = None) -> Result:
    """Return the result that confirmation makes final: the computed one, or of a contested one what was interpreted.

    `interpreted` is the result under the reading that the recorded interpretation names. Raises `RuleError` for an
    invalid result, for a contested one without interpretation, and for an interpretation where nothing is contested.
    """
    if Result.INVALID in (computed, interpreted):
        raise RuleError("result_is_invalid", statutes.COMMITTEE)
    if not is_contested and interpreted is not None:
        raise RuleError("not_contested")
    if is_contested and interpreted is None:
        raise RuleError("contested_unsettled", statutes.ADMISSION)
    return computed if interpreted is None else interpreted


RoundGuard = Callable[[date, RoundFacts], bool]


def _silence_over(today: date, facts: RoundFacts) -> bool:
    """Seven days after closing, on the seventh, silence confirms."""
    days = timedelta(days=house_rules.SILENT_CONFIRMATION_DAYS)
    return facts.closed_on is not None and today >= facts.closed_on + days


GUARDS: dict[str, RoundGuard] = {
    "information_not_requested": lambda _today, facts: facts.information_requested,
    "request_unsettled": lambda _today, facts: facts.request_settled,
    "composition_unchanged": lambda _today, facts: facts.composition_changed,
    "mandate_ended": lambda _today, facts: facts.mandate_valid or facts.mandate_waived,
    "result_is_invalid": lambda _today, facts: facts.result in (Result.CARRIED, Result.NOT_CARRIED),
    "result_not_invalid": lambda _today, facts: facts.result == Result.INVALID,
    "contested_unsettled": lambda _today, facts: not facts.contested or facts.has_interpretation,
    "contested_needs_president": lambda _today, facts: not facts.contested,
    "not_contested": lambda _today, facts: facts.contested,
    "interpretation_missing": lambda _today, facts: facts.has_interpretation,
    "reason_missing": lambda _today, facts: facts.reason_given,
    "already_deferred": lambda _today, facts: facts.reballots < house_rules.REBALLOTS,
    "silence_not_over": _silence_over,
    "application_not_withdrawn": lambda _today, facts: facts.application_withdrawn,
    "deadline_not_over": lambda _today, facts: facts.deadline_over,
    "too_few_demands": lambda _today, facts: facts.demands >= statutes.CONVENING_MEMBERS,
}

In = RoundState
Do = RoundAction

_SECRETARY = frozenset({Role.SECRETARY})
_PRESIDENT = frozenset({Role.PRESIDENT})
_CLOCK = frozenset({Role.CLOCK})
_MEMBERS = frozenset({Role.COMMITTEE_MEMBER})
_DROPS = frozenset({Role.APPLICANT, Role.CLOCK})
_CONVENERS = _PRESIDENT | _SECRETARY

ROUND = Table[In, Do, RoundFacts](
    [
        # While ballots are cast. The computed result exists from closing on.
        Transition(In.OPEN, Do.PAUSE, _SECRETARY, In.PAUSED, ("information_not_requested",)),
        Transition(In.PAUSED, Do.RESUME, _SECRETARY, In.OPEN, ("request_unsettled",), ("mark_ballots_stale",)),
        Transition(
            In.OPEN,
            Do.CLOSE,
            _SECRETARY,
            In.CLOSED,
            ("mandate_ended",),
            ("compute_result", "notify_president"),
            statutes.ADMISSION,
        ),
        # By circulation: the deadline closes, and two members may have it decided in a meeting instead.
        Transition(
            In.OPEN,
            Do.CLOSE,
            _CLOCK,
            In.CLOSED,
            ("deadline_not_over", "mandate_ended"),
            ("compute_result", "notify_president"),
            statutes.ADMISSION,
        ),
        Transition(
            In.OPEN, Do.CALL_MEETING, _MEMBERS, In.MOOT, ("too_few_demands",), ("notify_president",), statutes.COMMITTEE
        ),
        # The Committee itself changed: the round starts again with the new one, unless the President lets it go on.
        # One that is paused is looked at when the applicant has answered.
        Transition(In.OPEN, Do.SUSPEND, _SECRETARY | _CLOCK, In.SUSPENDED, ("composition_unchanged",)),
        Transition(In.SUSPENDED, Do.RESTART, _CONVENERS, In.MOOT, (), ("open_new_round",), statutes.COMMITTEE),
        Transition(In.SUSPENDED, Do.RESUME, _PRESIDENT, In.OPEN, ("reason_missing",)),
        # The President cannot change a result. Of a contested one he may confirm only what an interpretation settles.
        Transition(
            In.CLOSED,
            Do.CONFIRM,
            _PRESIDENT,
            In.CONFIRMED,
            ("result_is_invalid", "contested_unsettled"),
            ("record_decision",),
            statutes.ADMISSION,
        ),
        Transition(
            In.CLOSED,
            Do.CONFIRM,
            _CLOCK,
            In.CONFIRMED,
            ("result_is_invalid", "contested_needs_president", "silence_not_over"),
            ("record_decision",),
        ),
        Transition(
            In.CLOSED,
            Do.NOT_APPROVE,
            _PRESIDENT,
            In.CONFIRMED,
            ("result_is_invalid", "not_contested", "reason_missing"),
            ("record_decision",),
            statutes.ADMISSION,
        ),
        Transition(
            In.CLOSED,
            Do.RECORD_INTERPRETATION,
            _CONVENERS,
            In.CLOSED,
            ("not_contested", "interpretation_missing"),
            ("store_interpretation",),
        ),
        Transition(In.CLOSED, Do.DEFER, _PRESIDENT, In.DEFERRED, ("reason_missing", "already_deferred")),
        Transition(
            In.CLOSED,
            Do.INVALIDATE,
            _CONVENERS | _CLOCK,
            In.INVALID,
            ("result_not_invalid",),
            ("notify_president",),
            statutes.COMMITTEE,
        ),
        # The applicant withdrew, or let a request lapse, before the round was closed.
        *(
            Transition(state, Do.DROP, _DROPS, In.MOOT, ("application_not_withdrawn",))
            for state in (In.OPEN, In.PAUSED, In.SUSPENDED)
        ),
    ],
    GUARDS,
)
