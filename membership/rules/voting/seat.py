"""A seat in a case, what it may do in a vote, and the error of a case that contradicts itself."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from ..committee import SeatRole
from ..errors import RuleError

Word = TypeVar("Word", bound=StrEnum)


class Attendance(StrEnum):
    PRESENT = "present"
    REPRESENTED = "represented"
    ABSENT = "absent"


class Ballot(StrEnum):
    YES = "yes"
    AGAINST = "against"
    ABSTAIN = "abstain"


class CaseError(RuleError):
    """A case contradicts itself. `seat` is the id of the seat to look at, empty where no single seat is meant."""

    def __init__(self, code: str, article: str = "", **details: str | int) -> None:
        super().__init__(code, article, **details)
        self.seat = str(details.get("seat", ""))


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of the Committee. A vacant seat is not in office: it counts for nothing."""

    id: str
    role: SeatRole = SeatRole.ELECTED
    is_vacant: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id.strip():
            raise CaseError("seat_id_missing")
        if not isinstance(self.is_vacant, bool):
            raise CaseError("vacant_not_boolean", seat=self.id)
        object.__setattr__(self, "role", known(SeatRole, self.role, "role_unknown", self.id))


def known(kind: type[Word], value: object, code: str, seat: str) -> Word:
    """Return the value as a member of the enumeration; raise `CaseError` with this code if it is none."""
    try:
        return kind(value)  # type: ignore[arg-type] # any value may be asked; a wrong one raises below
    except ValueError:
        raise CaseError(code, seat=seat, value=str(value)) from None
