"""Prepares the removal of a member by the General Assembly: the motion, and its convening notice (Statutes, Art. 9)."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails.members import convening_message
from membership.labels.members import MotionState
from membership.models import ConveningNotice, RemovalMotion
from membership.models.assembly import UNDER_WAY
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import MEMBERSHIP, MemberAction, MemberState
from membership.rules.roles import Role
from membership.selectors.assembly import electorate, not_convened
from membership.selectors.calendar import day_in_the_network
from membership.services.members import locked_member
from membership.services.outbox import post
from membership.services.record import actor_key, record_member


@transaction.atomic
def prepare_motion(
    member_id: int, user: User, *, reason: str, assembly: str, assembly_on: date, now: datetime
) -> RemovalMotion:
    """Put the removal of a member on the agenda of an Assembly. Raises `RuleError`."""
    today = day_in_the_network(now)
    require(user, Action.PREPARE_ASSEMBLY, today)
    member = locked_member(member_id)
    MEMBERSHIP.find(MemberState(member.state), MemberAction.REMOVE, Role.SECRETARY)
    if not reason.strip():
        raise RuleError("reason_missing", statutes.EXIT)
    if assembly_on < today:
        raise RuleError("assembly_in_the_past")
    if member.motions.filter(state__in=UNDER_WAY).exists():
        raise RuleError("motion_under_way")
    motion = RemovalMotion.objects.create(
        member=member,
        reason=reason.strip(),
        assembly=assembly.strip(),
        assembly_on=assembly_on,
        prepared_by=actor_key(user),
        prepared_at=now,
    )
    record_member(member, "motion_prepared", actor_key(user), motion=motion.pk, day=assembly_on.isoformat())
    return motion


@transaction.atomic
def convene(motion_id: int, user: User, *, now: datetime) -> int:
    """Mail the convening notice with the motion to every member with an address; return to how many it goes now."""
    require(user, Action.PREPARE_ASSEMBLY, day_in_the_network(now))
    motion = prepared(motion_id)
    known = set(motion.notices.values_list("member_id", flat=True))
    written = 0
    for member in electorate().exclude(contact_email=""):
        if member.pk not in known:
            mail = post(f"convening:{motion.pk}:{member.pk}", member.contact_email, convening_message(motion, member))
            ConveningNotice.objects.create(motion=motion, member=member, mail=mail, at=now, by=actor_key(user))
            written += 1
    if written:
        record_member(motion.member, "motion_convened", actor_key(user), motion=motion.pk, count=written)
    return written


@transaction.atomic
def convened_by_letter(motion_id: int, user: User, *, now: datetime) -> int:
    """Record that the notice went by letter to every member that no mail has reached; return to how many."""
    require(user, Action.PREPARE_ASSEMBLY, day_in_the_network(now))
    motion = prepared(motion_id)
    reached = [
        ConveningNotice.objects.update_or_create(
            motion=motion, member=member, defaults={"is_by_letter": True, "at": now, "by": actor_key(user)}
        )
        for member in not_convened(motion)
    ]
    if reached:
        record_member(motion.member, "motion_convened_by_letter", actor_key(user), motion=motion.pk, count=len(reached))
    return len(reached)


@transaction.atomic
def withdraw_motion(motion_id: int, user: User, *, reason: str, now: datetime) -> RemovalMotion:
    """Take a motion back before its ballot closed, with a reason; what was recorded stays."""
    require(user, Action.PREPARE_ASSEMBLY, day_in_the_network(now))
    motion = locked_motion(motion_id)
    if motion.state not in UNDER_WAY:
        raise RuleError("motion_not_open")
    if not reason.strip():
        raise RuleError("reason_missing")
    motion.state, motion.withdrawn_reason = MotionState.WITHDRAWN, reason.strip()
    motion.save(update_fields=["state", "withdrawn_reason"])
    record_member(motion.member, "motion_withdrawn", actor_key(user), motion=motion.pk, reason=reason.strip())
    return motion


def locked_motion(motion_id: int) -> RemovalMotion:
    """Return the motion with its member, locked until the transaction ends. Raises `RemovalMotion.DoesNotExist`."""
    found = RemovalMotion.objects.select_for_update(of=("self",)).select_related("member__city")
    return found.get(pk=motion_id)


def prepared(motion_id: int) -> RemovalMotion:
    """Return the motion, locked and before its ballot. Raises `RuleError("motion_not_prepared")`."""
    motion = locked_motion(motion_id)
    if motion.state != MotionState.PREPARED:
        raise RuleError("motion_not_prepared")
    return motion
