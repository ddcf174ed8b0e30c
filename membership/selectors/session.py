"""Reads a meeting as the one screen of its session shows it: roll, quorum, agenda, and each item with its seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from membership.labels.case_faults import fault_sentence
from membership.labels.decisions import READINGS as READING_NAMES
from membership.labels.decisions import need_sentence, outcome_sentence
from membership.labels.states import ItemState, SeatRole
from membership.models import AgendaItem, DecisionRule, Meeting
from membership.rules.voting import READINGS, CaseError, Decision, decide, what_is_needed
from membership.rules.voting import DecisionRule as Rule
from membership.rules.voting.notation import case_from
from membership.rules.voting.readings import ART13
from membership.rules.voting.tally import count, quorum
from membership.selectors.matters import matter_rows, roll_of
from membership.selectors.rounds import SeatStanding, case_of, rule_of


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat on an item; `number` is its number in the meeting."""

    number: int
    city: str
    role: str
    standing: SeatStanding


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of the agenda, what it still needs while it is open, and its result with the readings once it is closed."""

    item: AgendaItem
    rows: tuple[SeatRow, ...]
    needs: tuple[str, ...]
    result: str
    readings: tuple[tuple[str, str], ...]
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


def session_of(meeting: Meeting) -> Session:
    """Return the meeting with all items, each as it stands."""
    roll = roll_of(meeting)
    numbers = {row.seat.seat_id: row.seat.pk for row in roll}
    found = quorum(count(case_of(roll, ART13)).counts, ART13) if roll else None
    items = meeting.items.select_related(
        "application", "round__revision", "round__rule", "round__decision", "matter_decision", "meeting"
    )
    views = tuple(_view(item, roll, numbers) for item in items)
    return Session(
        meeting=meeting,
        roll=_rows(roll, numbers),
        quorum_need=found.need if found else 0,
        quorum_have=found.have if found else 0,
        items=views,
        current=next((view.item.pk for view in views if view.item.state != ItemState.CLOSED), None),
    )


def decided_of(item: AgendaItem) -> Decision | None:
    """Return the computed decision of a closed item, from its stored case and rule."""
    stored: Any = getattr(item.round, "decision", None) if item.round else getattr(item, "matter_decision", None)
    return decide(case_from(stored.case), Rule(**stored.rule)) if stored else None


def _view(item: AgendaItem, roll: list[SeatStanding], numbers: dict[int, int]) -> ItemView:
    if item.state == ItemState.CLOSED:
        return _closed(item, numbers)
    standing = matter_rows(item) if item.state == ItemState.OPEN else roll
    rows = _rows(standing, numbers)
    silent = tuple(row.city for row in rows if _is_silent(row.standing)) if item.state == ItemState.OPEN else ()
    return ItemView(item, rows, _needs(item, standing), "", (), silent)


def _closed(item: AgendaItem, numbers: dict[int, int]) -> ItemView:
    decided = decided_of(item)
    if decided is None:  # its round ended without a result
        return ItemView(item, (), (), "", (), ())
    stored: Any = item.round.decision if item.round else item.matter_decision  # type: ignore[attr-defined] # one of them
    case = case_from(stored.case)
    readings = tuple((str(READING_NAMES[key]), outcome_sentence(decide(case, rule))) for key, rule in READINGS.items())
    rows = _rows(matter_rows(item), numbers)
    return ItemView(item, rows, (), outcome_sentence(decided), readings if item.round else (), ())


def _rows(standing: list[SeatStanding], numbers: dict[int, int]) -> tuple[SeatRow, ...]:
    return tuple(
        SeatRow(numbers.get(row.seat.seat_id, 0), row.seat.city_name, str(SeatRole(row.seat.role).label), row)
        for row in standing
    )


def _is_silent(row: SeatStanding) -> bool:
    return row.attends and not row.is_recused and row.ballot is None


def _needs(item: AgendaItem, standing: list[SeatStanding]) -> tuple[str, ...]:
    rule = rule_of(item.round) if item.round else _rule_to_come(item)
    try:
        return tuple(str(need_sentence(need)) for need in what_is_needed(case_of(standing, rule), rule))
    except CaseError as error:
        return (str(fault_sentence(error)),)


def _rule_to_come(item: AgendaItem) -> Rule:
    if item.application_id is None:
        return ART13
    default = DecisionRule.objects.filter(is_default=True).order_by("valid_from", "version").last()
    return Rule(**default.parameters) if default else ART13
