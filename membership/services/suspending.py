"""Suspends a member and lifts it: by the President alone, or as the Committee decided (Statutes, Art. 9)."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.members import Authority, MemberActKind
from membership.models import MemberAct
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import MemberAction, MemberFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.services.members import Decided, locked_member, move_member, write_act
from membership.services.record import actor_key, record_member


@transaction.atomic
def suspend(member_id: int, user: User, *, reason: str, now: datetime) -> MemberAct:
    """Suspend a member by the President alone; it stands on the Committee's next agenda."""
    decided = _by_president(user, reason, now)
    act = _move(member_id, MemberAction.SUSPEND, decided, now)
    record_member(act.member, "member_suspended", decided.actor, reason=act.reason)
    return act


@transaction.atomic
def lift(member_id: int, user: User, *, reason: str, now: datetime) -> MemberAct:
    """Lift a suspension by the President alone; it stands on the Committee's next agenda."""
    decided = _by_president(user, reason, now)
    act = _move(member_id, MemberAction.LIFT, decided, now)
    record_member(act.member, "member_lifted", decided.actor, reason=act.reason)
    return act


@transaction.atomic
def record_suspension(member_id: int, user: User, *, reason: str, decision: str, now: datetime) -> MemberAct:
    """Record that the Committee suspended a member; `decision` names its document."""
    decided = _by_committee(user, reason, decision, now)
    act = _move(member_id, MemberAction.SUSPEND, decided, now)
    record_member(act.member, "member_suspended", decided.actor, reason=act.reason, decision=act.decision)
    return act


@transaction.atomic
def record_lifting(member_id: int, user: User, *, reason: str, decision: str, now: datetime) -> MemberAct:
    """Record that the Committee lifted a suspension; `decision` names its document."""
    decided = _by_committee(user, reason, decision, now)
    act = _move(member_id, MemberAction.LIFT, decided, now)
    record_member(act.member, "member_lifted", decided.actor, reason=act.reason, decision=act.decision)
    return act


@transaction.atomic
def take_note(act_id: int, user: User, *, decision: str, now: datetime) -> MemberAct:
    """Record that the Committee took note of an act of the President, which leaves its agenda by that."""
    require(user, Action.RECORD_MEMBER_ACT, day_in_the_network(now))
    member = locked_member(MemberAct.objects.get(pk=act_id).member_id)
    act = MemberAct.objects.get(pk=act_id)
    if act.authority != Authority.PRESIDENT:
        raise RuleError("action_not_possible")
    if MemberAct.objects.filter(about=act).exists():
        raise RuleError("already_noted")
    if not decision.strip():
        raise RuleError("committee_decision_missing", statutes.EXIT)
    decided = Decided(Role.SECRETARY, Authority.COMMITTEE, actor_key(user), decision=decision)
    noted = write_act(member, MemberActKind.TAKE_NOTE, decided, now=now, about=act)
    record_member(member, "member_noted", actor_key(user), decision=noted.decision)
    return noted


def _by_president(user: User, reason: str, now: datetime) -> Decided:
    require(user, Action.SUSPEND, day_in_the_network(now))
    return Decided(Role.PRESIDENT, Authority.PRESIDENT, actor_key(user), reason)


def _by_committee(user: User, reason: str, decision: str, now: datetime) -> Decided:
    require(user, Action.RECORD_MEMBER_ACT, day_in_the_network(now))
    return Decided(Role.SECRETARY, Authority.COMMITTEE, actor_key(user), reason, decision)


def _move(member_id: int, action: MemberAction, decided: Decided, now: datetime) -> MemberAct:
    facts = MemberFacts(reason_given=bool(decided.reason.strip()), decided_by_committee=bool(decided.decision.strip()))
    return move_member(locked_member(member_id), action, decided, facts, now=now)
