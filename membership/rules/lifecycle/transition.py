"""One row of a life cycle, and the table that finds and guards it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from ..errors import RuleError
from ..roles import Role

State = TypeVar("State", bound=StrEnum)
Action = TypeVar("Action", bound=StrEnum)
Facts = TypeVar("Facts")

Guard = Callable[[date, Facts], bool]


@dataclass(frozen=True, slots=True)
class Transition(Generic[State, Action]):
    """Who may do what in a state, and what follows. A state of None is a record that does not exist (yet, or any more).

    `guards` are asked in their order, each named by the code of its refusal. `effects` are what
    the service that acts must also do.
    """

    state: State | None
    action: Action
    roles: frozenset[Role]
    target: State | None
    guards: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    article: str = ""


class Table(Generic[State, Action, Facts]):
    """All transitions of one kind of record. At most one row stands for a state, an action and a role."""

    def __init__(self, rows: Iterable[Transition[State, Action]], guards: dict[str, Guard[Facts]]) -> None:
        self.rows = tuple(rows)
        self.guards = guards
        self._found: dict[tuple[State | None, Action, Role], Transition[State, Action]] = {}
        for row in self.rows:
            for name in row.guards:
                if name not in guards:
                    raise ValueError(f"no guard is called {name}")
            for role in row.roles:
                key = (row.state, row.action, role)
                if key in self._found:
                    raise ValueError(f"two rows for {key}")
                self._found[key] = row

    def find(self, state: State | None, action: Action, role: Role) -> Transition[State, Action]:
        """Return the row for this act. Raises `RuleError` if the state knows no such action or the role may not act."""
        row = self._found.get((state, action, role))
        if row is not None:
            return row
        is_known = any(row.state == state and row.action == action for row in self.rows)
        code = "role_not_allowed" if is_known else "action_not_possible"
        raise RuleError(code, state=str(state or ""), action=str(action), role=str(role))

    def advance(self, state: State | None, action: Action, role: Role, today: date, facts: Facts) -> State | None:
        """Return the state after the action. Raises `RuleError` with the name of the first guard that does not hold."""
        row = self.find(state, action, role)
        for name in row.guards:
            if not self.guards[name](today, facts):
                raise RuleError(name, row.article, state=str(state or ""), action=str(action))
        return row.target

    def actions(self, state: State | None, role: Role) -> tuple[Action, ...]:
        """Return what a role may try in a state, in the order of the table; guards are not asked."""
        return tuple(row.action for row in self.rows if row.state == state and role in row.roles)
