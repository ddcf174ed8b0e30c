"""What no case may say at once. Each check raises `CaseError` naming the seat to look at."""

from collections import Counter
from typing import TYPE_CHECKING

from .. import statutes
from ..committee import SeatRole
from .seat import Attendance, CaseError, Seat

if TYPE_CHECKING:
    from .case import Case


def refuse_contradictions(case: "Case") -> None:
    """Return if the case can be true. The order: seats, unknown, vacant, ballots, recusals, proxies."""
    _refuse_doubtful_seats(case.seats)
    _refuse_unknown_seats(case)
    _refuse_vacant_seats(case)
    _refuse_ballots(case)
    _refuse_representations(case)
    for principal, holder in case.proxies.items():
        _refuse_proxy(case, principal, holder)


def refuse_too_many_proxies(case: "Case", proxy_max: int) -> None:
    """Return if nobody holds more proxies than the rule allows."""
    for holder, count in Counter(case.proxies.values()).items():
        if count > proxy_max:
            raise CaseError("proxies_too_many", statutes.COMMITTEE, seat=holder, count=count, proxy_max=proxy_max)


def _refuse_doubtful_seats(seats: tuple[Seat, ...]) -> None:
    if not seats:
        raise CaseError("seats_empty")
    for seat, count in Counter(seat.id for seat in seats).items():
        if count > 1:
            raise CaseError("seat_twice", seat=seat)
    presidents = [seat.id for seat in seats if seat.role is SeatRole.PRESIDENT]
    if len(presidents) > 1:
        raise CaseError("two_presidents", statutes.PRESIDENCY, seat=presidents[1], other=presidents[0])


def _refuse_unknown_seats(case: "Case") -> None:
    ids = {seat.id for seat in case.seats}
    for code, named in (
        ("attendance_of_unknown_seat", case.attendance),
        ("proxy_of_unknown_seat", case.proxies),
        ("proxy_to_unknown_seat", case.proxies.values()),
        ("recusal_of_unknown_seat", sorted(case.recused)),
        ("ballot_of_unknown_seat", case.ballots),
    ):
        for seat in named:
            if seat not in ids:
                raise CaseError(code, seat=seat)


def _refuse_vacant_seats(case: "Case") -> None:
    """A vacant seat may be listed as absent, and as nothing else."""
    for seat in case.seats:
        if not seat.is_vacant:
            continue
        for code, is_so in (
            ("vacant_attends", case.attends(seat)),
            ("proxy_of_vacant", seat.id in case.proxies),
            ("proxy_to_vacant", seat.id in case.proxies.values()),
            ("vacant_recused", seat.id in case.recused),
            ("vacant_votes", seat.id in case.ballots),
        ):
            if is_so:
                raise CaseError(code, statutes.COMMITTEE, seat=seat.id)


def _refuse_ballots(case: "Case") -> None:
    for seat in case.in_office:
        if seat.id not in case.ballots:
            continue
        if seat.id in case.recused:
            raise CaseError("recused_votes", statutes.COMMITTEE, seat=seat.id)
        if not case.attends(seat):
            raise CaseError("absent_votes", statutes.COMMITTEE, seat=seat.id)


def _refuse_representations(case: "Case") -> None:
    """Whoever is represented has given a proxy, and whoever has given one is represented."""
    for seat in case.in_office:
        attendance = case.attendance_of(seat)
        if attendance is Attendance.REPRESENTED and seat.id not in case.proxies:
            raise CaseError("represented_without_proxy", statutes.COMMITTEE, seat=seat.id)
        if attendance is not Attendance.REPRESENTED and seat.id in case.proxies:
            raise CaseError(f"proxy_of_{attendance}", statutes.COMMITTEE, seat=seat.id, holder=case.proxies[seat.id])


def _refuse_proxy(case: "Case", principal: str, holder: str) -> None:
    """Return if the holder is another seat which is present itself, and neither of the two is recused."""
    if principal == holder:
        raise CaseError("proxy_to_self", statutes.COMMITTEE, seat=principal)
    if principal in case.recused:
        raise CaseError("proxy_of_recused", statutes.COMMITTEE, seat=principal, holder=holder)
    if holder in case.recused:
        raise CaseError("proxy_to_recused", statutes.COMMITTEE, seat=holder, principal=principal)
    if holder in case.proxies:
        raise CaseError("proxy_chain", statutes.COMMITTEE, seat=holder, principal=principal, last=case.proxies[holder])
    if case.attendance.get(holder, Attendance.ABSENT) is Attendance.ABSENT:
        raise CaseError("proxy_to_absent", statutes.COMMITTEE, seat=holder, principal=principal)
