"""Votes and closings, for the tests of rounds."""

from django.urls import reverse

from membership.labels.states import Choice
from membership.services import ballots, decisions, statements
from tests.membership.factories import NOW


def address(name, round_):
    return reverse(f"desk:{name}", args=[round_.pk])


def vote(round_, holder, choice=Choice.YES, reason=""):
    statements.state_conflict(round_.pk, holder, has_conflict=False, explanation="", now=NOW)
    return ballots.cast(round_.pk, holder, choice=choice, reason=reason, now=NOW)


def close(round_, secretary, holders, *, against=0):
    """Close with so many votes against, the rest Yes."""
    for number, holder in enumerate(holders):
        choice = Choice.AGAINST if number >= len(holders) - against else Choice.YES
        vote(round_, holder, choice, "Too early." if choice == Choice.AGAINST else "")
    return decisions.close_round(round_.pk, secretary, now=NOW)


def shown_choices(answer):
    return [line.ballot.choice for line in answer.context["board"].lines if line.ballot]
