"""Changes the Committee: dated seats are filled, ended and handed over; nothing is deleted that was in office (Art. 13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from membership.models import City, CompositionOverride, Event, Seat
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.selectors.composition import findings_on, not_overridden
from membership.services.record import actor_key, record


@dataclass(frozen=True, slots=True)
class NewSeat:
    """A seat that is to begin: role, city, and who votes for it, if he has an account."""

    role: str
    city_id: int
    holder_id: int | None = None
    holder_title: str = ""
    mandate_ends: date | None = None


@transaction.atomic
def fill_seat(
    user: User, new: NewSeat, *, start: date, end: date | None = None, override: str = "", now: datetime
) -> Seat:
    """Let a city take a seat from a day on. Raises `RuleError("composition_warns")` for what no reason was given for."""
    _allow(user, now)
    seat = _begin(new, start, end)
    _check(start, override, user)
    record(None, "seat_filled", actor_key(user), city=seat.city.name_en, role=seat.role, day=start.isoformat())
    return seat


@transaction.atomic
def end_seat(user: User, seat_id: int, *, last_day: date, reason: str, override: str = "", now: datetime) -> Seat:
    """End a seat with its last day. Raises `RuleError`: no reason, or a day before its first or after its last."""
    _allow(user, now)
    seat = Seat.objects.select_for_update(of=("self",)).select_related("city").get(pk=seat_id)
    if not reason.strip():
        raise RuleError("reason_missing")
    if last_day < seat.start or (seat.end is not None and last_day > seat.end):
        raise RuleError("day_outside_the_term")
    seat.end = last_day
    seat.save(update_fields=["end"])
    _check(last_day + timedelta(days=1), override, user)
    details = {"city": seat.city.name_en, "day": last_day.isoformat(), "reason": reason.strip()}
    record(None, "seat_ended", actor_key(user), **details)
    return seat


@transaction.atomic
def change_holder(
    user: User, seat_id: int, *, holder_id: int | None, title: str, mandate_ends: date | None, now: datetime
) -> Seat:
    """Let another person hold the same seat, which keeps what was voted for it. One person holds one seat at a time."""
    _allow(user, now)
    seat = Seat.objects.select_for_update(of=("self",)).select_related("city").get(pk=seat_id)
    _refuse_second_seat(holder_id, seat.start, seat.end, besides=seat.pk)
    seat.holder_id, seat.holder_title, seat.mandate_ends = holder_id, title.strip(), mandate_ends
    seat.save(update_fields=["holder", "holder_title", "mandate_ends"])
    record(None, "seat_holder_changed", actor_key(user), city=seat.city.name_en)
    return seat


@transaction.atomic
def prepare_handover(
    user: User, *, day: date, leaving: Sequence[int], joining: Sequence[NewSeat], override: str = "", now: datetime
) -> list[Seat]:
    """Prepare the change of the Committee for a day to come: it takes effect by its dates, without any further act.

    Seats that leave end the day before, and new ones begin on the day; a city that changes its role does both.
    """
    _allow(user, now)
    if day <= day_in_the_network(now):
        raise RuleError("handover_not_ahead")
    former = {}
    for seat in Seat.objects.select_for_update().filter(pk__in=leaving):
        former[str(seat.pk)] = seat.end.isoformat() if seat.end else None
        seat.end = day - timedelta(days=1)
        seat.save(update_fields=["end"])
    begun = [_begin(new, day, None) for new in joining]
    _check(day, override, user)
    details = {"day": day.isoformat(), "leaving": former, "joining": [seat.pk for seat in begun]}
    record(None, "handover_prepared", actor_key(user), **details)
    return begun


@transaction.atomic
def withdraw_handover(user: User, *, day: date, now: datetime) -> None:
    """Take a prepared change back before its day: who would have left stays, who would have come does not."""
    _allow(user, now)
    prepared = Event.objects.filter(verb="handover_prepared", details__day=day.isoformat()).last()
    if prepared is None or day <= day_in_the_network(now):
        raise RuleError("handover_not_ahead")
    Seat.objects.filter(pk__in=prepared.details["joining"], start=day).delete()
    for pk, end in prepared.details["leaving"].items():
        last_day = date.fromisoformat(end) if end else None
        Seat.objects.filter(pk=int(pk), end=day - timedelta(days=1)).update(end=last_day)
    record(None, "handover_withdrawn", actor_key(user), day=day.isoformat())


@transaction.atomic
def resign(user: User, *, last_day: date, reason: str, now: datetime) -> int:
    """End every seat, because the whole Committee resigned (Art. 13); open rounds are suspended by the next timer."""
    _allow(user, now)
    if not reason.strip():
        raise RuleError("reason_missing")
    ended = Seat.objects.held_on(last_day).update(end=last_day)
    if not ended:
        raise RuleError("electorate_empty")
    record(None, "committee_resigned", actor_key(user), day=last_day.isoformat(), reason=reason.strip())
    return ended


def _allow(user: User, now: datetime) -> None:
    require(user, Action.EDIT_SEATS, day_in_the_network(now))


def _begin(new: NewSeat, start: date, end: date | None) -> Seat:
    city = City.objects.get(pk=new.city_id)
    _refuse_second_seat(new.holder_id, start, end)
    return Seat.objects.create(
        role=new.role,
        city=city,
        holder_id=new.holder_id,
        holder_title=new.holder_title.strip(),
        mandate_ends=new.mandate_ends,
        start=start,
        end=end,
    )


def _refuse_second_seat(holder_id: int | None, start: date, end: date | None, *, besides: int | None = None) -> None:
    if holder_id is None:
        return
    held = Seat.objects.filter(holder_id=holder_id).exclude(pk=besides or 0).exclude(end__lt=start)
    if (held.exclude(start__gt=end) if end else held).exists():
        raise RuleError("one_person_one_seat")


def _check(day: date, override: str, user: User) -> None:
    """Refuse what the statutes warn of, unless a reason is given, which is kept with each finding."""
    found = not_overridden(findings_on(day), day)
    if found and not override.strip():
        raise RuleError("composition_warns", found[0].article)
    for finding in found:
        CompositionOverride.objects.create(
            finding=finding.code,
            subject=finding.subject,
            article=finding.article,
            day=day,
            reason=override.strip(),
            overridden_by=actor_key(user),
        )
