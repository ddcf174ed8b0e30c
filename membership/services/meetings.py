"""Plans meetings of the Committee, opens and closes their sessions, and keeps the roll (Statutes, Art. 13)."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from membership.labels.states import ApplicationState, Attendance, ItemState, MeetingState, RoundState, SeatRole
from membership.models import AgendaItem, Application, Meeting, MeetingSeat, Presence, Round, Seat
from membership.permissions import Action, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.services.record import actor_key, record
from membership.services.rounds import set_attendance


@transaction.atomic
def plan(user: User, *, title: str, held_on: date, place: str, now: datetime) -> Meeting:
    """Store a meeting to come."""
    require(user, Action.PLAN_MEETING, day_in_the_network(now))
    meeting = Meeting.objects.create(title=title.strip(), held_on=held_on, place=place.strip())
    record(None, "meeting_planned", actor_key(user), meeting=meeting.title, day=held_on.isoformat())
    return meeting


@transaction.atomic
def put_on_agenda(
    meeting_id: int, user: User, *, application_id: int | None = None, title: str = "", motion: str = "", now: datetime
) -> AgendaItem:
    """Put an application that is ready, or another matter, at the end of the agenda. Raises `RuleError`."""
    require(user, Action.PLAN_MEETING, day_in_the_network(now))
    meeting = _standing(meeting_id)
    application = Application.objects.filter(pk=application_id or 0, state=ApplicationState.READY).first()
    if application is None and (application_id or not title.strip()):
        raise RuleError("nothing_to_decide")
    if application and meeting.items.filter(application=application).exclude(state=ItemState.CLOSED).exists():
        raise RuleError("already_on_agenda")
    last = meeting.items.aggregate(last=Max("position"))["last"] or 0
    return AgendaItem.objects.create(
        meeting=meeting, position=last + 1, application=application, title=title.strip(), motion=motion.strip()
    )


@transaction.atomic
def move_item(meeting_id: int, user: User, *, item_id: int, up: bool, now: datetime) -> None:
    """Change places with the item before or after."""
    require(user, Action.PLAN_MEETING, day_in_the_network(now))
    items = list(_standing(meeting_id).items.select_for_update())
    place = next((number for number, item in enumerate(items) if item.pk == item_id), None)
    other = None if place is None else place + (-1 if up else 1)
    if place is None or other is None or not 0 <= other < len(items):
        return
    items[place], items[other] = items[other], items[place]
    for position, item in enumerate(items, start=1):
        item.position = position
        item.save(update_fields=["position"])


@transaction.atomic
def take_off_agenda(meeting_id: int, user: User, *, item_id: int, now: datetime) -> None:
    """Take an item off that was not taken up yet."""
    require(user, Action.PLAN_MEETING, day_in_the_network(now))
    _standing(meeting_id).items.filter(pk=item_id, state=ItemState.WAITING).delete()


@transaction.atomic
def open_session(meeting_id: int, user: User, *, chair_id: int | None = None, now: datetime) -> Meeting:
    """Open the session: the seats in office are its roll. The President takes the chair, or whom he names."""
    today = day_in_the_network(now)
    require(user, Action.KEEP_MEETING, today)
    meeting = _standing(meeting_id)
    if meeting.state != MeetingState.PLANNED:
        raise RuleError("meeting_open_already")
    seats = list(Seat.objects.held_on(today).select_related("city"))
    if not seats:
        raise RuleError("electorate_empty", statutes.COMMITTEE)
    president = next((seat for seat in seats if seat.role == SeatRole.PRESIDENT), None)
    meeting.chair = next((seat for seat in seats if seat.pk == chair_id), president)
    meeting.state, meeting.opened_at = MeetingState.OPEN, now
    meeting.save(update_fields=["chair", "state", "opened_at"])
    MeetingSeat.objects.bulk_create(
        MeetingSeat(meeting=meeting, seat=seat, role=seat.role, city_name=seat.city.name_en) for seat in seats
    )
    chair = meeting.chair.city.name_en if meeting.chair else ""
    record(None, "meeting_opened", actor_key(user), meeting=meeting.title, seats=len(seats), chair=chair)
    return meeting


@transaction.atomic
def note_presence(
    meeting_id: int, user: User, *, seats: list[int], is_present: bool, now: datetime, at: datetime | None = None
) -> None:
    """Store that seats came or left, by their numbers in the meeting; open rounds of the meeting follow."""
    require(user, Action.KEEP_MEETING, day_in_the_network(now))
    meeting = in_session(meeting_id)
    for seat in meeting.seats.select_for_update().filter(pk__in=seats).exclude(is_present=is_present):
        seat.is_present = is_present
        seat.save(update_fields=["is_present"])
        Presence.objects.create(
            meeting_seat=seat, is_present=is_present, at=_moment(meeting, at, now), recorded_by=actor_key(user)
        )
        _follow(meeting, seat, actor_key(user), now)
    record(None, "presence_noted", actor_key(user), meeting=meeting.pk, seats=seats, is_present=is_present)


@transaction.atomic
def close_session(meeting_id: int, user: User, *, now: datetime) -> Meeting:
    """Close the session. Raises `RuleError("item_is_open")` while an item is being decided."""
    require(user, Action.KEEP_MEETING, day_in_the_network(now))
    meeting = in_session(meeting_id)
    if meeting.items.filter(state=ItemState.OPEN).exists():
        raise RuleError("item_is_open")
    meeting.state, meeting.closed_at = MeetingState.CLOSED, now
    meeting.save(update_fields=["state", "closed_at"])
    record(None, "meeting_closed", actor_key(user), meeting=meeting.title)
    return meeting


def in_session(meeting_id: int) -> Meeting:
    """Return a meeting, locked, that is in session. Raises `RuleError("meeting_not_open")`."""
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting_id)
    if meeting.state != MeetingState.OPEN:
        raise RuleError("meeting_not_open")
    return meeting


def _standing(meeting_id: int) -> Meeting:
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting_id)
    if meeting.state == MeetingState.CLOSED:
        raise RuleError("meeting_is_closed")
    return meeting


def _moment(meeting: Meeting, at: datetime | None, now: datetime) -> datetime:
    """Return when a seat came or left: as it was entered, where that lies within the session."""
    opened = meeting.opened_at or now
    return at if at is not None and opened <= at <= now else now


def _follow(meeting: Meeting, seat: MeetingSeat, by: str, now: datetime) -> None:
    attendance = Attendance.PRESENT if seat.is_present else Attendance.ABSENT
    for round_ in Round.objects.filter(meeting=meeting, state=RoundState.OPEN):
        for row in round_.seats.filter(seat_id=seat.seat_id):
            set_attendance(row, attendance, by, now)
