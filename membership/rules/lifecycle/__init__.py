"""The lives of an application, of a request to observe, and of a membership: one table each."""

from .application import APPLICATION
from .application_words import ApplicationAction, ApplicationFacts, ApplicationState
from .member import MEMBERSHIP, MemberAction, MemberFacts, MemberState, exit_day
from .observer import OBSERVER
from .transition import Table, Transition

__all__ = [
    "APPLICATION",
    "MEMBERSHIP",
    "OBSERVER",
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
