"""Reminds the seats that have not voted in a round by circulation, and tells of a quorum that is missing (Art. 13)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from membership.emails import quorum_missing_message, round_reminder_message
from membership.labels.states import RoundState
from membership.models import Round
from membership.rules.house_rules import ROUND_REMINDER_HOURS
from membership.rules.voting import DecisionRule
from membership.rules.voting.tally import count, quorum
from membership.selectors.office import electorate, office
from membership.selectors.rounds import SeatStanding, case_of, rule_of, standings
from membership.services.outbox import post_to_people


def remind_of_rounds(now: datetime) -> int:
    """Write what is due for each open round with a deadline; return how many messages were written."""
    running = Round.objects.filter(state=RoundState.OPEN, deadline__gt=now).order_by("pk")
    return sum(_remind(round_.pk, now) for round_ in running)


@transaction.atomic
def _remind(round_id: int, now: datetime) -> int:
    round_ = Round.objects.select_related("application", "revision", "rule").get(pk=round_id)
    due = _due(round_, now)
    if not due:
        return 0
    rows, application = standings(round_), round_.application
    silent = [row.seat.seat.holder for row in rows if row.ballot is None and not row.is_recused]
    holders = [user for user in silent if user is not None and user.is_active]
    key = f"round_reminder:{round_.pk}:{due}"
    written = post_to_people(key, holders, round_reminder_message(round_), application)
    if due == "last" and not _has_quorum(rows, rule_of(round_)):
        people, key = [*electorate(round_), *office()], f"quorum_missing:{round_.pk}"
        written += post_to_people(key, people, quorum_missing_message(round_), application)
    return written


def _due(round_: Round, now: datetime) -> str:
    """Return which reminder is due: `last` in the last two days, `half` after half the time, or none."""
    if round_.deadline is None:
        return ""
    if now >= round_.deadline - timedelta(hours=ROUND_REMINDER_HOURS):
        return "last"
    return "half" if now >= round_.opened_at + (round_.deadline - round_.opened_at) / 2 else ""


def _has_quorum(rows: list[SeatStanding], rule: DecisionRule) -> bool:
    return quorum(count(case_of(rows, rule)).counts, rule).is_reached
