"""A motion on its way through the Assembly, for the tests of removals."""

from datetime import date

from membership.labels.states import Choice
from membership.models import Member, RemovalMotion
from membership.rules.roll_call import Call, Presence
from membership.services import assembly, assembly_ballot
from tests.membership.factories import NOW, TODAY, CityFactory, MemberFactory

WORDS = {"y": Choice.YES, "n": Choice.AGAINST, "a": Choice.ABSTAIN}


def make_members(number: int) -> list[Member]:
    """Members named member-0, member-1, …, without an address for mails."""
    return [MemberFactory(city=CityFactory(slug=f"member-{n}")) for n in range(number)]


def prepare(member: Member, secretary, *, on: date = TODAY) -> RemovalMotion:
    words = {"reason": "No contribution since 2023.", "assembly": "Summit 2027", "assembly_on": on}
    return assembly.prepare_motion(member.pk, secretary, **words, now=NOW)


def convened(member: Member, secretary) -> RemovalMotion:
    motion = prepare(member, secretary)
    assembly.convened_by_letter(motion.pk, secretary, now=NOW)
    return motion


def call(motion: RemovalMotion, secretary, members: list[Member], letters: str) -> None:
    """Call members: p present, x absent; who has no letter is not called."""
    answers = {"p": Call(Presence.PRESENT), "x": Call(Presence.ABSENT)}
    calls = {member.pk: answers[letter] for member, letter in zip(members, letters, strict=False)}
    assembly_ballot.call_roll(motion.pk, secretary, calls, now=NOW)


def vote(motion: RemovalMotion, secretary, members: list[Member], letters: str) -> int:
    choices = {member.pk: WORDS[letter] for member, letter in zip(members, letters, strict=False)}
    return assembly_ballot.record_ballots(motion.pk, secretary, choices, now=NOW)


def opened(member: Member, secretary, members: list[Member], letters: str) -> RemovalMotion:
    motion = convened(member, secretary)
    call(motion, secretary, members, letters)
    return assembly_ballot.open_ballot(motion.pk, secretary, now=NOW)
