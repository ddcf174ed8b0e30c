"""Comments of office and Committee on an application, which the applicant never sees."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import Comment
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.selectors.comments import comment_gate
from membership.selectors.dossier import Gate
from membership.services.record import actor_key, locked, record

REFUSED = {Gate.CONFLICT: "seat_recused", Gate.STATEMENT_MISSING: "statement_missing"}


@transaction.atomic
def write_comment(application_id: int, user: User, *, body: str, now: datetime) -> Comment:
    """Keep a comment. The same text sent twice in a row is kept once.

    Raises `RuleError` for a seat that has not stated that it has no conflict of interest, and for an empty text.
    """
    today = day_in_the_network(now)
    roles = require(user, Action.COMMENT, today)
    application = locked(application_id)
    gate = comment_gate(application, user, roles)
    if gate is not Gate.OPEN:
        raise RuleError(REFUSED[gate])
    if not body.strip():
        raise RuleError("comment_missing")
    newest = application.comments.last()
    if newest is not None and (newest.author, newest.body) == (actor_key(user), body.strip()):
        return newest
    comment = Comment.objects.create(application=application, author=actor_key(user), body=body.strip())
    record(application, "comment_written", actor_key(user), comment=comment.pk)
    return comment
