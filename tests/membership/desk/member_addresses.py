"""The addresses of the members' part of the office, and who may look and who may send."""

from typing import Any

from membership.models import Participation
from membership.services import suspending
from tests.membership.factories import NOW, TODAY, MemberFactory
from tests.membership.services.assembly import prepare

READERS = {"secretary", "member", "president", "auditor"}
OFFICE, PRESIDENT = {"secretary"}, {"president"}

MEMBER_TABLE = {
    "members": (READERS, READERS),
    "member": (READERS, READERS),
    "suspend_member": (READERS, PRESIDENT),
    "lift_suspension": (READERS, PRESIDENT),
    "record_suspension": (READERS, OFFICE),
    "record_lifting": (READERS, OFFICE),
    "note": (READERS, OFFICE),
    "notice": (READERS, OFFICE),
    "record_notice": (READERS, OFFICE),
    "revoke": (READERS, OFFICE),
    "prepare_motion": (READERS, OFFICE),
    "member_contact": (READERS, OFFICE),
    "motion": (READERS, READERS),
    "convene": (READERS, OFFICE),
    "letters": (READERS, OFFICE),
    "roll": (READERS, OFFICE),
    "open_ballot": (READERS, OFFICE),
    "ballots": (READERS, OFFICE),
    "close_ballot": (READERS, OFFICE),
    "withdraw_motion": (READERS, OFFICE),
    "participation": (READERS, READERS),
    "record_participation": (READERS, OFFICE),
    "participants": (READERS, READERS),
    "correct_participation": (READERS, OFFICE),
    "ceremonies": (READERS, READERS),
    "ceremonies_file": (READERS, READERS),
    "send_ceremonies": (READERS, OFFICE),
    "move_ceremony": (READERS, OFFICE),
    "observers": (READERS, READERS),
    "revoke_observer": (READERS, PRESIDENT),
}
WITHOUT_KEY = {
    *("members", "participation", "record_participation", "ceremonies", "ceremonies_file", "send_ceremonies"),
    *("move_ceremony", "observers", "revoke_observer"),
}
OF_MOTION = {"motion", "convene", "letters", "roll", "open_ballot", "ballots", "close_ballot", "withdraw_motion"}


def member_arguments(secretary, president) -> dict[str, list[Any]]:
    """Return name → what its address is made with: a member with a motion, an act of the President and an event."""
    member = MemberFactory()
    motion = prepare(member, secretary)
    act = suspending.suspend(member.pk, president, reason="R", now=NOW)
    event = Participation.objects.create(
        member=member, kind="summit", name="Summit", held_on=TODAY, recorded_by="user:1", recorded_at=NOW
    )
    made = {name: [member.pk] for name in MEMBER_TABLE} | {name: [motion.pk] for name in OF_MOTION}
    made |= {name: [] for name in WITHOUT_KEY} | {"note": [member.pk, act.pk]}
    return made | {"participants": [event.pk], "correct_participation": [event.pk]}
