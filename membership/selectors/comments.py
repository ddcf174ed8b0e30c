"""Reads the comments on an application, and who may add one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from membership.models import Application, RoundSeat
from membership.permissions import Role
from membership.selectors.dossier import Gate, gate_of, names_of


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with the name of its author."""

    at: datetime
    author: str
    body: str


def comments_on(application: Application) -> list[Remark]:
    """Return the comments, the oldest first; two queries."""
    rows = list(application.comments.all())
    names = names_of(row.author for row in rows)
    return [Remark(row.written_at, names[row.author], row.body) for row in rows]


def comment_gate(application: Application, user: User, roles: Collection[Role]) -> Gate:
    """Return whether a user may comment: the office while the dossier is open to it, a seat once it stated no conflict.

    Before there is a round a seat has stated nothing, so it comments on nothing yet.
    """
    gate, _round = gate_of(application, user)
    if gate is not Gate.OPEN or Role.SECRETARIAT in roles:
        return gate
    newest = application.rounds.order_by("-opened_at", "-pk").first()
    seat = RoundSeat.objects.filter(round=newest, seat__holder=user).first() if newest else None
    return Gate.OPEN if seat is not None and seat.statements.exists() else Gate.STATEMENT_MISSING
