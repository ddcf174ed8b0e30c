"""Moves a membership along its life, records who decided it, and tells member and office (Statutes, Art. 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails.members import member_act_message, office_act_message
from membership.labels.members import Authority, MemberActKind
from membership.labels.states import MemberState
from membership.models import Member, MemberAct, Seat
from membership.permissions import Action, require
from membership.rules.lifecycle import MEMBERSHIP, MemberAction, MemberFacts
from membership.rules.lifecycle import MemberState as RuleState
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.members import seats_held
from membership.selectors.office import committee, office
from membership.services.outbox import post, post_to_people
from membership.services.record import actor_key, record_member


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decided an act, who recorded it (a key of the record), why, and in which document."""

    role: Role
    authority: Authority
    actor: str
    reason: str = ""
    decision: str = ""


def locked_member(member_id: int) -> Member:
    """Return the member with its city, locked until the transaction ends. Raises `Member.DoesNotExist`."""
    return Member.objects.select_for_update(of=("self",)).select_related("city").get(pk=member_id)


def move_member(
    member: Member, action: MemberAction, decided: Decided, facts: MemberFacts, *, now: datetime, **values: Any
) -> MemberAct:
    """Move a locked member as the table allows, save it with these values, and tell it. Raises `RuleError`."""
    today = day_in_the_network(now)
    target = MEMBERSHIP.advance(RuleState(member.state), action, decided.role, today, facts)
    values |= {"state": MemberState(str(target)), "state_since": now}
    for name, value in values.items():
        setattr(member, name, value)
    member.save(update_fields=list(values))
    act = write_act(member, MemberActKind(str(action)), decided, now=now)
    _tell(act)
    return act


def write_act(
    member: Member, kind: MemberActKind, decided: Decided, *, now: datetime, about: MemberAct | None = None
) -> MemberAct:
    """Append an act to the member's own record."""
    return MemberAct.objects.create(
        member=member,
        act=kind,
        authority=decided.authority,
        reason=decided.reason.strip(),
        decision=decided.decision.strip(),
        about=about,
        at=now,
        by=decided.actor,
    )


@transaction.atomic
def change_contact(member_id: int, user: User, *, email: str, language: str, now: datetime) -> Member:
    """Let mails to a member go to another address, in a language; the record keeps that it changed, not the address."""
    require(user, Action.RECORD_MEMBER_ACT, day_in_the_network(now))
    member = locked_member(member_id)
    if (member.contact_email, member.language) != (email, language):
        member.contact_email, member.language = email, language
        member.save(update_fields=["contact_email", "language"])
        record_member(member, "member_contact_changed", actor_key(user))
    return member


def _tell(act: MemberAct) -> None:
    """Write to the member in its language, to the Secretariat, and to the Committee with its President."""
    key = f"member_act:{act.pk}"
    post(key, act.member.contact_email, member_act_message(act))
    post_to_people(f"{key}:office", [*office(), *committee()], office_act_message(act, _seats_kept(act)))


def _seats_kept(act: MemberAct) -> list[Seat]:
    """Return the seats of a city that is suspended or removed: no act about the member empties them."""
    return seats_held(act.member, act.at) if act.act in (MemberActKind.SUSPEND, MemberActKind.REMOVE) else []
