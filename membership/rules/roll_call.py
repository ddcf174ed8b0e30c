"""The first roll call of the General Assembly: who attends, and by whom a member is represented (Statutes, Art. 8 and 10)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from . import statutes
from .errors import RuleError


class Presence(StrEnum):
    PRESENT = "present"
    REPRESENTED = "represented"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Call:
    """What was answered when a member was called. No presence is a member not called yet; `holder` has its proxy."""

    presence: Presence | None = None
    holder: int | None = None

    @property
    def attends(self) -> bool:
        """Whether the member counts for the quorum: present, or represented by another."""
        return self.presence in (Presence.PRESENT, Presence.REPRESENTED)


def check_roll(roll: Mapping[int, Call], *, is_complete: bool = False) -> None:
    """Pass a roll in which every proxy stands (Art. 8); while it is being called a holder may not be called yet.

    Raises `RuleError` with `member`, the one whose row is wrong: a proxy without a holder on the roll, to itself, to a
    member that is itself represented or does not attend, or more to one holder than Article 8 allows.
    """
    held: Counter[int] = Counter()
    for member, call in roll.items():
        if call.presence is not Presence.REPRESENTED:
            continue
        code = _fault(member, call, roll, is_complete=is_complete)
        if code:
            raise RuleError(code, statutes.ADHERENCE, member=member)
        held[call.holder or 0] += 1
        if held[call.holder or 0] > statutes.ASSEMBLY_PROXY_MAX:
            raise RuleError("roll_proxy_too_many", statutes.ADHERENCE, member=member)


def _fault(member: int, call: Call, roll: Mapping[int, Call], *, is_complete: bool) -> str:
    if call.holder is None or call.holder not in roll:
        return "roll_proxy_missing"
    if call.holder == member:
        return "roll_proxy_to_itself"
    holder = roll[call.holder].presence
    if holder is Presence.REPRESENTED:
        return "roll_proxy_chain"
    if holder is Presence.ABSENT or (is_complete and holder is None):
        return "roll_proxy_holder_absent"
    return ""
