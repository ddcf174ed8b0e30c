"""Reads a meeting as the one screen of its session shows it: roll, quorum, agenda, and each item with its seats."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User

from membership.labels.case_faults import fault_sentence
from membership.labels.decisions import need_sentence, outcome_sentence
from membership.labels.states import ItemState, SeatRole
from membership.models import AgendaItem, Ballot, Decision, MatterDecision, Meeting
from membership.rules.voting import CaseError, decide, what_is_needed
from membership.rules.voting import Decision as Decided
from membership.rules.voting import DecisionRule as Rule
from membership.rules.voting.notation import case_from
from membership.rules.voting.readings import ART13
from membership.rules.voting.tally import count, quorum
from membership.selectors.calendar import today_in_the_network
from membership.selectors.decisions import Reading, readings_of
from membership.selectors.matters import matter_rows, roll_of
from membership.selectors.rounds import SeatStanding, case_of, rule_of
from membership.selectors.rules import default_rule
from membership.selectors.sealing import ballot_for, own_of, sees_all


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat on an item; `number` is its number in the meeting.

    `ballot` is None where there is none that counts, or where it is sealed for the reader.
    """

    number: int
    city: str
    role: str
    standing: SeatStanding
    ballot: Ballot | None = None


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of the agenda, what it still needs while it is open, and its result with the readings once it is closed."""

    item: AgendaItem
    rows: tuple[SeatRow, ...]
    needs: tuple[str, ...]
    result: str
    readings: tuple[Reading, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting at a moment. `current` is the item that is being decided, or else the next one."""

    meeting: Meeting
    roll: tuple[SeatRow, ...]
    quorum_need: int
    quorum_have: int
    items: tuple[ItemView, ...]
    current: int | None


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a session; without a user, one who sees no vote on what is not decided."""

    user: User | None = None
    keeps_record: bool = False


def session_of(meeting: Meeting, user: User | None = None, *, keeps_record: bool = False) -> Session:
    """Return the meeting with all items, each as it stands, with the votes that are not sealed for the reader."""
    roll = roll_of(meeting)
    numbers = {row.seat.seat_id: row.seat.pk for row in roll}
    found = quorum(count(case_of(roll, ART13)).counts, ART13) if roll else None
    items = meeting.items.select_related(
        "application", "round__revision", "round__rule", "round__decision", "matter_decision", "meeting"
    )
    default = default_rule(today_in_the_network())
    to_come = Rule(**default.parameters) if default else ART13
    reader = Reader(user, keeps_record)
    views = tuple(_view(item, roll, numbers, to_come, reader) for item in items)
    return Session(
        meeting=meeting,
        roll=_rows(roll, numbers),
        quorum_need=found.need if found else 0,
        quorum_have=found.have if found else 0,
        items=views,
        current=next((view.item.pk for view in views if view.item.state != ItemState.CLOSED), None),
    )


def decided_of(item: AgendaItem) -> Decided | None:
    """Return the computed decision of a closed item, from its stored case and rule."""
    stored = _stored(item)
    return decide(case_from(stored.case), Rule(**stored.rule)) if stored else None


def _stored(item: AgendaItem) -> Decision | MatterDecision | None:
    """Return what is stored of a closed item, None where its round ended without a result."""
    return getattr(item.round, "decision", None) if item.round else getattr(item, "matter_decision", None)


def _view(
    item: AgendaItem, roll: list[SeatStanding], numbers: dict[int, int], to_come: Rule, reader: Reader
) -> ItemView:
    if item.state == ItemState.CLOSED:
        return _closed(item, numbers)
    standing = matter_rows(item) if item.state == ItemState.OPEN else roll
    rows = _rows(standing, numbers, reader)
    silent = tuple(row.city for row in rows if row.standing.is_silent) if item.state == ItemState.OPEN else ()
    is_sealed = any(row.standing.ballot and row.ballot is None for row in rows)
    return ItemView(item, rows, () if is_sealed else _needs(item, standing, to_come), "", (), silent)


def _closed(item: AgendaItem, numbers: dict[int, int]) -> ItemView:
    stored = _stored(item)
    if stored is None:
        return ItemView(item, (), (), "", (), ())
    case = case_from(stored.case)
    result = outcome_sentence(decide(case, Rule(**stored.rule)))
    readings = readings_of(case) if item.round else ()
    return ItemView(item, _rows(matter_rows(item), numbers), (), result, readings, ())


def _rows(standing: list[SeatStanding], numbers: dict[int, int], reader: Reader | None = None) -> tuple[SeatRow, ...]:
    """Return the seats; without a reader, as everybody reads them once it is decided."""
    own = own_of(standing, reader.user if reader else None)
    is_all, keeps = sees_all(own, is_open=reader is not None), reader is not None and reader.keeps_record
    return tuple(
        SeatRow(
            numbers.get(row.seat.seat_id, 0),
            row.seat.city_name,
            str(SeatRole(row.seat.role).label),
            row,
            row.ballot and ballot_for(row, own, is_all=is_all, keeps_record=keeps),
        )
        for row in standing
    )


def _needs(item: AgendaItem, standing: list[SeatStanding], to_come: Rule) -> tuple[str, ...]:
    """Return what an item still needs: by the rule of its round, by the one to come, another matter by Article 13."""
    rule = rule_of(item.round) if item.round else to_come if item.application_id else ART13
    try:
        return tuple(str(need_sentence(need)) for need in what_is_needed(case_of(standing, rule), rule))
    except CaseError as error:
        return (str(fault_sentence(error)),)
