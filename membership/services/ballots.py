"""Takes ballots: by the holder of a seat, by who holds its proxy, or recorded by the Secretariat for a seat in the room."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.labels.states import Attendance, Choice
from membership.models import Ballot, Objection, Proxy, Round, RoundSeat
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.selectors.proxies import proxies_of
from membership.selectors.rounds import SeatStanding, standings
from membership.services.proxies import revoke
from membership.services.record import actor_key, record
from membership.services.rounds import open_locked, seat_numbered, seat_of, set_attendance
from membership.services.telling import tell_ballot


@transaction.atomic
def cast(
    round_id: int, user: User, *, choice: Choice, reason: str, revoke_proxy: bool = False, now: datetime
) -> Ballot:
    """Store a ballot of the user's own seat; casting again adds a row and the last one counts.

    Whoever gave a proxy votes himself only after revoking it, which `revoke_proxy` does in the same act. Raises `RuleError`.
    """
    require(user, Action.CAST, day_in_the_network(now))
    round_ = open_locked(round_id)
    seat = seat_of(round_, user)
    if seat.statements.last() is None:
        raise RuleError("statement_missing")
    proxy = proxies_of(round_).filter(principal=seat.seat_id).first()
    if proxy is not None:
        if not revoke_proxy:
            raise RuleError("proxy_stands", statutes.COMMITTEE)
        revoke(proxy.pk, user, now=now)
    return _store(round_, seat, user, choice=choice, reason=reason, now=now)


@transaction.atomic
def cast_for(round_id: int, user: User, *, round_seat_id: int, choice: Choice, reason: str, now: datetime) -> Ballot:
    """Store the ballot which the user's seat gives for the seat that authorised it. Raises `RuleError("no_proxy")`."""
    require(user, Action.CAST, day_in_the_network(now))
    round_ = open_locked(round_id)
    own = seat_of(round_, user)
    if own.statements.last() is None:
        raise RuleError("statement_missing")
    seat = seat_numbered(round_, round_seat_id)
    proxy = _row(round_, seat).proxy
    if proxy is None or proxy.holder_id != own.seat_id:
        raise RuleError("no_proxy", statutes.COMMITTEE)
    set_attendance(own, Attendance.PRESENT, actor_key(user), now)
    return _store(round_, seat, user, choice=choice, reason=reason, proxy=proxy, now=now)


@transaction.atomic
def record_ballot(
    round_id: int, user: User, *, round_seat_id: int, choice: Choice, reason: str, now: datetime
) -> Ballot:
    """Store the ballot which a seat gave in the room, in person or by its proxy. In person it is thereby present."""
    require(user, Action.RECORD_BALLOT, day_in_the_network(now))
    round_ = open_locked(round_id)
    seat = seat_numbered(round_, round_seat_id)
    row = _row(round_, seat)
    proxy = row.proxy if row.is_represented else None
    return _store(round_, seat, user, choice=choice, reason=reason, proxy=proxy, by_secretariat=True, now=now)


@transaction.atomic
def object_to(round_id: int, user: User, *, reason: str, now: datetime) -> Objection:
    """Store the user's objection to the vote which the Secretariat recorded for his seat; it no longer counts.

    An earlier vote of his own stands again. Raises `RuleError("nothing_recorded")`.
    """
    require(user, Action.CAST, day_in_the_network(now))
    round_ = open_locked(round_id)
    seat = seat_of(round_, user)
    ballot = seat.ballots.last()
    if ballot is None or not ballot.recorded_by_secretariat or hasattr(ballot, "objection"):
        raise RuleError("nothing_recorded")
    objection = Objection.objects.create(ballot=ballot, reason=reason.strip(), objected_by=actor_key(user))
    record(round_.application, "ballot_objected", actor_key(user), round=round_.pk, seat=seat.pk)
    return objection


def _row(round_: Round, seat: RoundSeat) -> SeatStanding:
    return next(row for row in standings(round_) if row.seat.pk == seat.pk)


def _store(
    round_: Round,
    seat: RoundSeat,
    user: User,
    *,
    choice: Choice,
    reason: str,
    proxy: Proxy | None = None,
    by_secretariat: bool = False,
    now: datetime,
) -> Ballot:
    statement = seat.statements.last()
    if statement is not None and statement.has_conflict:
        raise RuleError("seat_recused")
    if round_.deadline is not None and now > round_.deadline:
        raise RuleError("deadline_over")
    if choice == Choice.AGAINST and not reason.strip():
        raise RuleError("reason_missing")
    ballot = Ballot.objects.create(
        round_seat=seat,
        choice=choice,
        reason=reason.strip(),
        revision_sha256=round_.revision.sha256,
        cast_by=actor_key(user),
        recorded_by_secretariat=by_secretariat,
        proxy=proxy,
    )
    if proxy is None:
        set_attendance(seat, Attendance.PRESENT, actor_key(user), now)
    details = {"round": round_.pk, "seat": seat.pk, "recorded_by_secretariat": by_secretariat}
    record(round_.application, "ballot_cast", actor_key(user), **details, proxy=proxy.pk if proxy else None)
    tell_ballot(round_, ballot)
    return ballot
