"""One case to decide: the seats, who attends, who stands for whom, who is recused, and the ballots."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..committee import SeatRole
from .contradictions import refuse_contradictions
from .seat import Attendance, Ballot, Seat, Word, known


@dataclass(frozen=True, slots=True)
class Case:
    """What a decision is made from. Raises `CaseError` when its parts contradict each other.

    A seat not in `attendance` is absent. `proxies` names principal → holder. A seat that attends, is not recused and
    has no ballot abstains. The ballot of a represented seat is the one its holder cast for it.
    """

    seats: tuple[Seat, ...]
    attendance: Mapping[str, Attendance] = field(default_factory=dict)
    proxies: Mapping[str, str] = field(default_factory=dict)
    recused: frozenset[str] = frozenset()
    ballots: Mapping[str, Ballot] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keep = object.__setattr__  # a frozen value stores its own copies, which the caller cannot change
        keep(self, "seats", tuple(self.seats))
        keep(self, "attendance", _frozen(Attendance, self.attendance, "attendance_unknown"))
        keep(self, "proxies", MappingProxyType(dict(self.proxies)))
        keep(self, "recused", frozenset(self.recused))
        keep(self, "ballots", _frozen(Ballot, self.ballots, "ballot_unknown"))
        refuse_contradictions(self)

    @property
    def in_office(self) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if not seat.is_vacant)

    @property
    def participating(self) -> tuple[Seat, ...]:
        """The seats that attend, in person or by proxy, and are not recused."""
        return tuple(seat for seat in self.in_office if self.attends(seat) and seat.id not in self.recused)

    @property
    def president(self) -> Seat | None:
        """The President's seat, if somebody holds it."""
        return next((seat for seat in self.in_office if seat.role is SeatRole.PRESIDENT), None)

    def attendance_of(self, seat: Seat) -> Attendance:
        return self.attendance.get(seat.id, Attendance.ABSENT)

    def attends(self, seat: Seat) -> bool:
        return self.attendance_of(seat) is not Attendance.ABSENT


def _frozen(kind: type[Word], words: Mapping[str, Word], code: str) -> Mapping[str, Word]:
    return MappingProxyType({seat: known(kind, word, code, seat) for seat, word in words.items()})
