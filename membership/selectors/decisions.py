"""Reads a decision as it is told: its sentence, the three readings, and whether its stored case still gives it."""

from __future__ import annotations

from dataclasses import dataclass

from membership.labels.decisions import READINGS as READING_NAMES
from membership.labels.decisions import outcome_sentence
from membership.models import Ballot, ConflictStatement, Decision, Round, RoundSeat
from membership.rules.voting import READINGS, Case, DecisionRule, decide
from membership.rules.voting.notation import case_from


@dataclass(frozen=True, slots=True)
class Reading:
    """How the case stands under one reading of the articles."""

    key: str
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Told:
    """A decision in words. `is_reproduced` says that its stored case, computed again, gives the stored result."""

    sentence: str
    readings: tuple[Reading, ...]
    is_reproduced: bool


def told(decision: Decision) -> Told:
    """Return a stored decision in words, computed again from its own case and its own rule."""
    case = case_from(decision.case)
    again = decide(case, DecisionRule(**decision.rule))
    same = (again.result, again.reason, again.is_contested) == (decision.result, decision.reason, decision.is_contested)
    return Told(outcome_sentence(again), readings_of(case), same)


def readings_of(case: Case) -> tuple[Reading, ...]:
    """Return how a case stands under each of the three readings, in words."""
    return tuple(
        Reading(key, str(READING_NAMES[key]), outcome_sentence(decide(case, reading)))
        for key, reading in READINGS.items()
    )


def standing_outcome(decision: Decision) -> str:
    """Return what stands of a declared decision: the outcome of its last confirmed correction, or its own."""
    correction = decision.corrections.filter(is_confirmed=True).order_by("pk").last()
    return correction.outcome if correction else decision.confirmation.outcome


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """What a seat did in a closed round: its statement, and every ballot it cast; the last one counted unless void."""

    seat: RoundSeat
    statement: ConflictStatement | None
    ballots: tuple[Ballot, ...]


def seat_records(decision: Decision) -> list[SeatRecord]:
    """Return the electorate of a decision with all casts, in three queries."""
    return round_records(decision.round)


def round_records(round_: Round) -> list[SeatRecord]:
    """Return the electorate of a closed round with all casts, in three queries."""
    seats = list(round_.seats.order_by("pk"))
    statements = {row.round_seat_id: row for row in ConflictStatement.objects.filter(round_seat__in=seats)}
    ballots = list(Ballot.objects.filter(round_seat__in=seats).order_by("pk"))
    return [
        SeatRecord(seat, statements.get(seat.pk), tuple(row for row in ballots if row.round_seat_id == seat.pk))
        for seat in seats
    ]
