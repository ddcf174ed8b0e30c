"""Votes by circulation: two members may have the matter decided in a meeting instead (Statutes, Art. 13)."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import MeetingDemand, Round
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.rules.rounds import RoundAction, RoundFacts
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, move, record
from membership.services.rounds import advance, open_locked, seat_of


@transaction.atomic
def demand_meeting(round_id: int, user: User, *, now: datetime) -> MeetingDemand:
    """Store that the user's seat wants a meeting; the second demand ends the round, and the application is ready again."""
    require(user, Action.CAST, day_in_the_network(now))
    round_ = open_locked(round_id)
    if round_.deadline is None:
        raise RuleError("not_by_circulation")
    seat = seat_of(round_, user)
    demand, _is_new = MeetingDemand.objects.get_or_create(round_seat=seat, defaults={"demanded_by": actor_key(user)})
    record(round_.application, "meeting_demanded", actor_key(user), round=round_.pk, seat=seat.pk)
    demands = MeetingDemand.objects.filter(round_seat__round=round_).count()
    if demands >= statutes.CONVENING_MEMBERS:
        _call_meeting(round_, demands, now)
    return demand


def _call_meeting(round_: Round, demands: int, now: datetime) -> None:
    member, today = Role.COMMITTEE_MEMBER, day_in_the_network(now)
    advance(round_, RoundAction.CALL_MEETING, member, RoundFacts(demands=demands), today, closed_at=now)
    application, facts = round_.application, ApplicationFacts(round_invalid=True)
    application.save(update_fields=move(application, ApplicationAction.INVALIDATE, member, facts, now=now))
