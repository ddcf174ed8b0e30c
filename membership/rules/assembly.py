"""The General Assembly's vote on removing a member (Statutes, Art. 9 and 10)."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from . import statutes


@dataclass(frozen=True, slots=True)
class AssemblyVote:
    """One ballot of the Assembly, counted in members. `attending` counts members present or represented."""

    members: int
    attending: int
    yes: int

    def __post_init__(self) -> None:
        if not 0 <= self.yes <= self.attending <= self.members or self.members == 0:
            raise ValueError("an assembly vote counts yes ≤ attending ≤ members, and members from 1")

    @property
    def is_quorate(self) -> bool:
        """Whether two thirds of the members attend (Art. 10), reached at equality."""
        return self.attending >= self.members * statutes.ASSEMBLY_QUORUM

    @property
    def has_absolute_majority(self) -> bool:
        """Whether more than half of all members, not only of those attending, voted Yes (Art. 9)."""
        return self.yes > self.members * statutes.ASSEMBLY_ABSOLUTE_MAJORITY


def quorum_of(members: int) -> int:
    """Return how many of so many members must attend: the smallest number that reaches two thirds (Art. 10)."""
    return ceil(Fraction(members) * statutes.ASSEMBLY_QUORUM)


def majority_of(members: int) -> int:
    """Return how many Yes of so many members remove one: the smallest number that exceeds half of them (Art. 9)."""
    return floor(Fraction(members) * statutes.ASSEMBLY_ABSOLUTE_MAJORITY) + 1
