"""The mails to the Executive Committee and its President; none of them tells a vote, or which seat has a conflict."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from membership.emails.writing import Notice, to_office
from membership.models import Application, Ballot, Decision, Proxy, Round
from membership.rules.voting import Result


def digest_message(applications: Sequence[Application]) -> Notice:
    """To the President: which applications have arrived since the last digest."""
    return Notice("office_digest", {"applications": applications}, reverse("desk:queue"))


def ready_message(application: Application) -> Notice:
    """To the President: an application is ready, and the Committee can be convened."""
    return to_office("office_ready", application)


def round_opened_message(round_: Round) -> Notice:
    return _of_round("office_round_opened", round_)


def conflict_message(round_: Round) -> Notice:
    return _of_round("office_conflict", round_)


def proxy_message(proxy: Proxy) -> Notice:
    """That a seat filed a proxy, or revoked it: to both seats, the President and the Secretariat."""
    cities = {"principal": proxy.principal.city, "holder": proxy.holder.city}
    context = {**cities, "proxy": proxy, "application": proxy.round.application if proxy.round else None}
    return Notice("office_proxy", context, _of_scope(proxy))


def ballot_message(round_: Round, ballot: Ballot) -> Notice:
    """To the holder of a seat: which vote stands, by its moment and never by its choice."""
    return _of_round("office_ballot", round_, ballot=ballot)


def result_message(decision: Decision) -> Notice:
    """That a round was closed: computed, contested, or without a valid result."""
    return _of_round("office_result", decision.round, **_kind(decision))


def confirm_message(decision: Decision) -> Notice:
    """To the President: a result waits to be declared; of an invalid one he is told like everybody else."""
    if decision.result == Result.INVALID:
        return result_message(decision)
    return _of_round("office_confirm", decision.round, **_kind(decision))


def round_reminder_message(round_: Round) -> Notice:
    """To the holder of a seat that has not voted in an open round."""
    return _of_round("office_round_reminder", round_)


def quorum_missing_message(round_: Round) -> Notice:
    """That too few seats attend an open round for its quorum."""
    return _of_round("office_quorum_missing", round_)


def _of_scope(proxy: Proxy) -> str:
    """Return the page of the round or of the meeting for which a proxy was given."""
    if proxy.round_id is not None:
        return reverse("desk:round", args=[proxy.round_id])
    return reverse("desk:meeting", args=[proxy.meeting_id])


def _kind(decision: Decision) -> dict[str, bool]:
    return {"is_contested": decision.is_contested, "is_invalid": decision.result == Result.INVALID}


def _of_round(name: str, round_: Round, **context: object) -> Notice:
    """A mail about a round, with the address of its page."""
    return Notice(name, {"application": round_.application, **context}, reverse("desk:round", args=[round_.pk]))
