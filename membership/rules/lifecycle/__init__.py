"""The life of an application and of a membership: one table each, `APPLICATION` and `MEMBERSHIP`."""

from .application import APPLICATION
from .application_words import ApplicationAction, ApplicationFacts, ApplicationState
from .member import MEMBERSHIP, MemberAction, MemberFacts, MemberState, exit_day
from .transition import Table, Transition

__all__ = [
    "APPLICATION",
    "MEMBERSHIP",
    "ApplicationAction",
    "ApplicationFacts",
    "ApplicationState",
    "MemberAction",
    "MemberFacts",
    "MemberState",
    "Table",
    "Transition",
    "exit_day",
]
