"""Pauses a round for a question to the applicant, and goes on with it on the answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import ApplicationState
from membership.models import InformationRequest, Round
from membership.permissions import Action, require
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.rules.rounds import RoundAction, RoundFacts
from membership.selectors.calendar import day_in_the_network
from membership.services.information import ask
from membership.services.record import actor_key, move, record
from membership.services.rounds import advance, open_locked, round_locked, seat_numbered


@transaction.atomic
def ask_from_round(
    round_id: int,
    user: User,
    *,
    asked_by: int,
    text: str,
    sections: Collection[str],
    kinds: Collection[str],
    due_on: date,
    now: datetime,
) -> InformationRequest:
    """Pause a round and ask the applicant what a seat of the Committee, numbered `asked_by`, wants to know."""
    today = day_in_the_network(now)
    require(user, Action.REQUEST_INFORMATION, today)
    round_ = open_locked(round_id)
    seat, application = seat_numbered(round_, asked_by), round_.application
    facts = ApplicationFacts(asked_by_committee=True, fields_named=bool(sections or kinds), info_due=due_on)
    fields = move(application, ApplicationAction.REQUEST_INFORMATION, Role.SECRETARY, facts, now=now)
    application.save(update_fields=fields)
    advance(round_, RoundAction.PAUSE, Role.SECRETARY, RoundFacts(information_requested=True), today)
    asked: dict[str, Any] = {"text": text, "sections": sections, "kinds": kinds, "due_on": due_on}
    return ask(application, user, **asked, round=round_.pk, seat=seat.pk)


@transaction.atomic
def resume(round_id: int, user: User, *, now: datetime) -> Round:
    """Go on with a paused round on the revision that stands now: ballots on an older one must be cast again."""
    today = day_in_the_network(now)
    require(user, Action.RESUME_ROUND, today)
    round_ = round_locked(round_id)
    application = round_.application
    settled = application.state == ApplicationState.IN_CHECK
    advance(round_, RoundAction.RESUME, Role.SECRETARY, RoundFacts(request_settled=settled), today)
    facts = ApplicationFacts(round_paused=True)
    application.save(update_fields=move(application, ApplicationAction.RESUME_ROUND, Role.SECRETARY, facts, now=now))
    round_.revision = application.newest_revision
    round_.save(update_fields=["revision"])
    details = {"round": round_.pk, "revision": round_.revision.number}
    record(application, "round_resumed", actor_key(user), **details)
    return round_
