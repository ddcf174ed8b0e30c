"""A member's notice of leaving: it takes effect on 31 December of its year, and can be withdrawn until then (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.members import Authority
from membership.labels.states import MemberState
from membership.models import Member, MemberAct
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import MemberAction, MemberFacts, exit_day
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.services.each import each
from membership.services.members import Decided, locked_member, move_member
from membership.services.record import CLOCK, actor_key, record_member


@transaction.atomic
def give_notice(
    member_id: int, user: User, *, received_at: datetime, letter: str, takes_effect_on: date, now: datetime
) -> MemberAct:
    """Record a member's notice of leaving; the day in Istanbul on which it was received decides the year.

    `takes_effect_on` is the day that the writer was shown before he confirmed, `letter` names the member's letter.
    Raises `RuleError`: it was another day, or the letter comes from the future.
    """
    today, day = day_in_the_network(now), day_in_the_network(received_at)
    require(user, Action.RECORD_MEMBER_ACT, today)
    if received_at > now:
        raise RuleError("received_in_future")
    if takes_effect_on != exit_day(day):
        raise RuleError("exit_day_not_confirmed", statutes.EXIT)
    decided = Decided(Role.MEMBER, Authority.MEMBER, actor_key(user), decision=letter)
    member = locked_member(member_id)
    facts = MemberFacts(notice_given=day)
    act = move_member(member, MemberAction.GIVE_NOTICE, decided, facts, now=now, notice_given_on=day)
    record_member(member, "member_notice_given", actor_key(user), day=day.isoformat(), letter=act.decision)
    return act


@transaction.atomic
def revoke_notice(member_id: int, user: User, *, letter: str, now: datetime) -> MemberAct:
    """Record that a member withdrew its notice, up to and on the last day of the year."""
    require(user, Action.RECORD_MEMBER_ACT, day_in_the_network(now))
    member = locked_member(member_id)
    decided = Decided(Role.MEMBER, Authority.MEMBER, actor_key(user), decision=letter)
    facts = MemberFacts(notice_given=member.notice_given_on)
    act = move_member(member, MemberAction.REVOKE, decided, facts, now=now, notice_given_on=None)
    record_member(member, "member_notice_revoked", actor_key(user), letter=act.decision)
    return act


def end_memberships(now: datetime) -> int:
    """End the memberships whose year of notice is over; return how many. Safe to run at any time, and twice."""
    leaving = Member.objects.filter(state=MemberState.LEAVING, notice_given_on__isnull=False).order_by("pk")
    return each(list(leaving.values_list("pk", flat=True)), lambda pk: _end(pk, now))


@transaction.atomic
def _end(member_id: int, now: datetime) -> bool:
    member = locked_member(member_id)
    if member.state != MemberState.LEAVING or member.notice_given_on is None:  # withdrawn a moment ago
        return False
    last_day = exit_day(member.notice_given_on)
    if day_in_the_network(now) <= last_day:
        return False
    decided = Decided(Role.CLOCK, Authority.CLOCK, CLOCK)
    facts = MemberFacts(notice_given=member.notice_given_on)
    move_member(member, MemberAction.END, decided, facts, now=now, ended_on=last_day)
    record_member(member, "member_ended", CLOCK, ended_on=last_day.isoformat())
    return True
