"""The Assembly's first roll call, its ballot on a removal, and the result (Statutes, Art. 8, 9 and 10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.members import Authority, MotionState, RollPresence
from membership.labels.states import Choice
from membership.models import AssemblyBallot, AssemblyResult, RemovalMotion, RollEntry
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.rules.lifecycle import MemberAction, MemberFacts
from membership.rules.roles import Role
from membership.rules.roll_call import Call, check_roll
from membership.selectors.assembly import (
    Standing,
    calls_of,
    electorate,
    entries_with_votes,
    not_convened,
    standing_of_motion,
)
from membership.selectors.calendar import day_in_the_network
from membership.services.assembly import locked_motion, prepared
from membership.services.members import Decided, locked_member, move_member
from membership.services.record import actor_key, record_member


@transaction.atomic
def call_roll(motion_id: int, user: User, calls: Mapping[int, Call], *, now: datetime) -> RemovalMotion:
    """Record what these members answered at the first roll call; the others stay as they are. Raises `RuleError`."""
    require(user, Action.PREPARE_ASSEMBLY, day_in_the_network(now))
    motion = prepared(motion_id)
    _level(motion)
    entries = {entry.member_id: entry for entry in motion.roll.all()}
    if calls.keys() - entries.keys():
        raise RuleError("roll_unknown_member")
    check_roll(calls_of(motion) | dict(calls))
    for member, call in calls.items():
        entry = entries[member]
        entry.presence, entry.holder_id = call.presence or "", call.holder
    RollEntry.objects.bulk_update([entries[member] for member in calls], ["presence", "holder"])
    return motion


@transaction.atomic
def open_ballot(motion_id: int, user: User, *, now: datetime) -> RemovalMotion:
    """Freeze the roll and open the ballot; who was not called is absent.

    Raises `RuleError`: before the day of the Assembly, without the motion in every convening notice (Art. 9), without
    two thirds at the first roll call (Art. 10), or with a proxy that does not stand (Art. 8).
    """
    today = day_in_the_network(now)
    require(user, Action.PREPARE_ASSEMBLY, today)
    motion = prepared(motion_id)
    if not_convened(motion).exists():
        raise RuleError("motion_not_in_notice", statutes.EXIT)
    if today < motion.assembly_on:
        raise RuleError("assembly_not_today")
    _level(motion)
    check_roll(calls_of(motion), is_complete=True)
    standing = _standing(motion)
    if not standing.vote.is_quorate:
        raise RuleError("assembly_not_quorate", statutes.ASSEMBLY)
    motion.roll.filter(presence="").update(presence=RollPresence.ABSENT)
    motion.state, motion.opened_at = MotionState.OPEN, now
    motion.save(update_fields=["state", "opened_at"])
    words = {"members": standing.vote.members, "attending": standing.vote.attending}
    record_member(motion.member, "motion_opened", actor_key(user), motion=motion.pk, **words)
    return motion


@transaction.atomic
def record_ballots(motion_id: int, user: User, choices: Mapping[int, Choice], *, now: datetime) -> int:
    """Record the votes of these members; one that stands already is not written again. Return how many were written."""
    require(user, Action.PREPARE_ASSEMBLY, day_in_the_network(now))
    motion = _open(motion_id)
    entries = {entry.member_id: entry for entry in entries_with_votes(motion)}
    for member in choices:
        if member not in entries:
            raise RuleError("roll_unknown_member")
        if entries[member].presence == RollPresence.ABSENT:
            raise RuleError("ballot_of_absent_member", statutes.ASSEMBLY, member=member)
    changed = [
        AssemblyBallot(entry=entries[member], choice=choice, at=now, by=actor_key(user))
        for member, choice in choices.items()
        if vars(entries[member])["newest"] != choice
    ]
    AssemblyBallot.objects.bulk_create(changed)
    return len(changed)


@transaction.atomic
def close_ballot(motion_id: int, user: User, *, decision: str, now: datetime) -> AssemblyResult:
    """Count the votes; with more than half of all members the member is removed from now on (Art. 9)."""
    require(user, Action.PREPARE_ASSEMBLY, day_in_the_network(now))
    motion = _open(motion_id)
    if not decision.strip():
        raise RuleError("assembly_decision_missing", statutes.EXIT)
    standing = _standing(motion)
    is_carried = standing.vote.has_absolute_majority
    result = AssemblyResult.objects.create(
        motion=motion,
        members=standing.vote.members,
        attending=standing.vote.attending,
        **standing.counts,
        is_carried=is_carried,
        decision=decision.strip(),
        at=now,
        by=actor_key(user),
    )
    motion.state = MotionState.CARRIED if is_carried else MotionState.NOT_CARRIED
    motion.save(update_fields=["state"])
    words = {"members": result.members, "yes": result.yes, "is_carried": is_carried}
    record_member(motion.member, "motion_closed", actor_key(user), motion=motion.pk, **words)
    if is_carried:
        _remove(motion, standing, user, decision, now)
    return result


def _remove(motion: RemovalMotion, standing: Standing, user: User, decision: str, now: datetime) -> None:
    member = locked_member(motion.member_id)
    decided = Decided(Role.SECRETARY, Authority.ASSEMBLY, actor_key(user), motion.reason, decision)
    facts = MemberFacts(motion_in_convening_notice=True, assembly_vote=standing.vote)
    today = day_in_the_network(now)
    act = move_member(member, MemberAction.REMOVE, decided, facts, now=now, ended_on=today)
    record_member(member, "member_removed", actor_key(user), decision=act.decision)


def _open(motion_id: int) -> RemovalMotion:
    motion = locked_motion(motion_id)
    if motion.state != MotionState.OPEN:
        raise RuleError("motion_not_open")
    return motion


def _level(motion: RemovalMotion) -> None:
    """Let the roll hold every member whose membership stands, and nobody else."""
    wanted = set(electorate().order_by().values_list("pk", flat=True))
    known = set(motion.roll.values_list("member_id", flat=True))
    motion.roll.exclude(member_id__in=wanted).delete()
    RollEntry.objects.bulk_create(RollEntry(motion=motion, member_id=pk) for pk in sorted(wanted - known))


def _standing(motion: RemovalMotion) -> Standing:
    standing = standing_of_motion(motion)
    if standing is None:
        raise RuleError("assembly_not_quorate", statutes.ASSEMBLY)
    return standing
