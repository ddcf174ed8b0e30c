"""How the Executive Committee decides an application: `decide(Case(...), rule)` (docs/decisions.md)."""

from .case import Case
from .decision import Decision, decide
from .needs import Need, NeedCode, what_is_needed
from .outcome import Outcome, Reason, Result
from .readings import ART13, CUMULATIVE, READINGS, STRICT
from .rule import CastingVote, DecisionRule, QuorumBase, Unanimity
from .seat import Attendance, Ballot, CaseError, Seat

__all__ = [
    "ART13",
    "CUMULATIVE",
    "READINGS",
    "STRICT",
    "Attendance",
    "Ballot",
    "Case",
    "CaseError",
    "CastingVote",
    "Decision",
    "DecisionRule",
    "Need",
    "NeedCode",
    "Outcome",
    "QuorumBase",
    "Reason",
    "Result",
    "Seat",
    "Unanimity",
    "decide",
    "what_is_needed",
]
