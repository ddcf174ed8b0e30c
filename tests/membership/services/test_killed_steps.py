"""A process killed at any write of a step leaves all of the step or nothing, and the step can be taken again."""

import os
import signal
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.apps import apps
from django.db import connection

from membership.labels.states import ApplicationState, CeremonyAnswer, Choice, Outcome
from membership.models import Application, OutboxMail, Round
from membership.services import (
    accession,
    afterwards,
    ballots,
    checking,
    corrections,
    decisions,
    dossier,
    information,
    messages,
    pausing,
    proxies,
    recomposing,
    returning,
    roll,
    rounds,
    statements,
    submission,
    withdrawal,
)
from membership.services.files import attach
from tests.membership.factories import (
    NOW,
    PAPER,
    TODAY,
    ApplicationFactory,
    CityFactory,
    make_letter,
    make_ready_application,
)
from tests.membership.services.test_concurrency import make_draft
from tests.membership.services.voting import close, state, vote

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.once,
    pytest.mark.xdist_group("private files"),
]
WRITES = ("INSERT", "UPDATE", "DELETE")
MOST_WRITES = 60
Act = Callable[[], object]


class Office:
    """What a step needs: people, a Committee, and applications at each point of the way."""

    def __init__(self, committee, secretary, rule):
        self.committee, self.secretary, self.rule = committee, secretary, rule
        self.holders = [seat.holder for seat in committee]
        self.president = self.holders[0]

    def opened(self) -> Round:
        application = make_ready_application()
        return rounds.open_round(
            application.pk, self.secretary, rule_id=self.rule.pk, ordered_by_president=True, now=NOW
        )

    def voted(self) -> Round:
        round_ = self.opened()
        for holder in self.holders:
            vote(round_, holder)
        return round_

    def closed(self, choices: str = "yyyyyyy") -> Round:
        round_ = self.opened()
        close(round_, self.secretary, self.holders, choices)
        return round_

    def confirmed(self) -> Round:
        round_ = self.closed()
        decisions.confirm(round_.pk, self.president, now=NOW)
        return round_

    def released(self) -> Round:
        round_ = self.confirmed()
        decisions.release(round_.pk, self.secretary, now=NOW)
        return round_

    def in_check(self) -> Application:
        return make_ready_application(state=ApplicationState.IN_CHECK)

    def asked(self) -> Application:
        application = self.in_check()
        information.request_information(application.pk, self.secretary, **QUESTION)
        return application

    def paused(self) -> Round:
        round_ = self.opened()
        seat = round_.seats.first()
        pausing.ask_from_round(round_.pk, self.secretary, asked_by=seat.pk, **QUESTION)
        return round_


QUESTION = {"text": "Why?", "sections": ["city"], "kinds": [], "due_on": TODAY + timedelta(days=30), "now": NOW}
SIGNATURE = {"signed_on": TODAY, "place": "Kraljevo", "signatory": "Mayor", "now": NOW}


def _submit(office: Office) -> Act:
    draft = make_draft()
    make_letter(draft)
    return partial(submission.submit, draft.pk, sections=[], now=NOW)


def _take(office: Office) -> Act:
    return partial(checking.take, ApplicationFactory().pk, office.secretary, now=NOW)


def _save_check(office: Office) -> Act:
    words = {"checked": ["letter"], "recommendation": "Yes.", "incomplete_note": "", "now": NOW}
    return partial(checking.save_check, office.in_check().pk, office.secretary, **words)


def _forward(office: Office) -> Act:
    return partial(checking.forward, office.in_check().pk, office.secretary, now=NOW)


def _request(office: Office) -> Act:
    return partial(information.request_information, office.in_check().pk, office.secretary, **QUESTION)


def _answer(office: Office) -> Act:
    return partial(information.answer, office.asked().pk, text="Because.", now=NOW)


def _return(office: Office) -> Act:
    words = {"ground": "duplicate", "reason": "Twice.", "now": NOW}
    return partial(returning.return_application, office.in_check().pk, office.secretary, **words)


def _write(office: Office) -> Act:
    return partial(messages.write_to_applicant, office.in_check().pk, office.secretary, body="Good day.", now=NOW)


def _open_round(office: Office) -> Act:
    words = {"rule_id": office.rule.pk, "ordered_by_president": True, "now": NOW}
    return partial(rounds.open_round, make_ready_application().pk, office.secretary, **words)


def _state(office: Office) -> Act:
    words = {"has_conflict": True, "explanation": "Twin city.", "now": NOW}
    return partial(statements.state_conflict, office.opened().pk, office.holders[3], **words)


def _attendance(office: Office) -> Act:
    round_ = office.opened()
    seats = list(round_.seats.values_list("pk", flat=True))
    return partial(roll.record_attendance, round_.pk, office.secretary, present=seats, now=NOW)


def _cast(office: Office) -> Act:
    round_ = office.opened()
    state(round_, office.holders[3])
    return partial(ballots.cast, round_.pk, office.holders[3], choice=Choice.YES, reason="", now=NOW)


def _record_ballot(office: Office) -> Act:
    round_ = office.opened()
    words = {"round_seat_id": round_.seats.first().pk, "choice": Choice.YES, "reason": "", "now": NOW}
    return partial(ballots.record_ballot, round_.pk, office.secretary, **words)


def _file_proxy(office: Office) -> Act:
    seats = {"principal_id": office.committee[3].pk, "holder_id": office.committee[4].pk}
    return partial(proxies.file_proxy, office.secretary, **seats, document=PAPER, round_id=office.opened().pk, now=NOW)


def _ask(office: Office) -> Act:
    round_ = office.opened()
    seat = round_.seats.first()
    return partial(pausing.ask_from_round, round_.pk, office.secretary, asked_by=seat.pk, **QUESTION)


def _resume(office: Office) -> Act:
    round_ = office.paused()
    information.answer(round_.application_id, text="Because.", now=NOW)
    return partial(pausing.resume, round_.pk, office.secretary, now=NOW)


def _restart(office: Office) -> Act:
    round_ = office.opened()
    office.committee[6].end = TODAY - timedelta(days=1)
    office.committee[6].save()
    recomposing.suspend(round_.pk, office.secretary, now=NOW)
    return partial(recomposing.restart, round_.pk, office.secretary, now=NOW)


def _close(office: Office) -> Act:
    return partial(decisions.close_round, office.voted().pk, office.secretary, now=NOW)


def _confirm(office: Office) -> Act:
    return partial(decisions.confirm, office.closed().pk, office.president, now=NOW)


def _defer(office: Office) -> Act:
    return partial(decisions.defer, office.closed().pk, office.president, reason="Later.", now=NOW)


def _release(office: Office) -> Act:
    return partial(decisions.release, office.confirmed().pk, office.secretary, now=NOW)


def _correct(office: Office) -> Act:
    decision = office.released().decision
    words = {"outcome": Outcome.NOT_APPROVED, "reason": "Wrong.", "now": NOW}
    correction = corrections.propose(decision.pk, office.secretary, **words)
    return partial(corrections.answer, correction.pk, office.president, confirms=True, now=NOW)


def _sign(office: Office) -> Act:
    return partial(accession.sign_declaration, office.released().application_id, office.secretary, **SIGNATURE)


def _ceremony(office: Office) -> Act:
    application = office.released().application
    accession.sign_declaration(application.pk, office.secretary, **SIGNATURE)
    words = {"held_on": TODAY, "summit": "Summit 2027", "now": NOW}
    return partial(accession.hold_ceremony, application.pk, office.secretary, **words)


def _answer_ceremony(office: Office) -> Act:
    return partial(afterwards.answer_ceremony, office.released().application_id, CeremonyAnswer.ACCEPTED)


def _withdraw(office: Office) -> Act:
    return partial(withdrawal.withdraw, office.voted().application_id, now=NOW)


def _match(office: Office) -> Act:
    words = {"city_id": CityFactory(country="RS").pk, "reason": "", "now": NOW}
    return partial(dossier.match_to_city, office.in_check().pk, office.secretary, **words)


def _attach(office: Office) -> Act:
    return partial(attach, office.in_check().pk, "other", PAPER, now=NOW)


def _take_in(office: Office) -> Act:
    application = office.in_check()
    make_letter(application)
    late = attach(application.pk, "other", PAPER, now=NOW)
    return partial(dossier.take_in, application.pk, office.secretary, upload_id=late.pk, now=NOW)


STEPS = [
    _submit, _take, _save_check, _forward, _request, _answer, _return, _write, _open_round, _state, _attendance, _cast,
    _record_ballot, _file_proxy, _ask, _resume, _restart, _close, _confirm, _defer, _release, _correct, _sign, _ceremony,
    _answer_ceremony, _withdraw, _match, _attach, _take_in,
]  # fmt: skip


def stands() -> dict[str, object]:
    """Return how many rows each table has, and where applications and rounds stand."""
    counts = {
        model.__name__: model._default_manager.count() for model in apps.get_app_config("membership").get_models()
    }
    states = list(Application.objects.order_by("pk").values_list("pk", "state", "version"))
    return {**counts, "applications": states, "rounds": list(Round.objects.order_by("pk").values_list("pk", "state"))}


def killed_at(act: Act, write: int) -> bool:
    """Take the step in a process of its own that dies at its n-th write; return whether it died before the step ended."""
    connection.close()
    child = os.fork()
    if child == 0:
        _die_at(act, write)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _die_at(act: Act, write: int) -> None:
    seen = 0

    def count(execute, sql, params, many, context):
        nonlocal seen
        seen += sql.startswith(WRITES)
        if seen == write:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    try:
        with connection.execute_wrapper(count):
            act()
    finally:
        os._exit(0)  # whatever happens, the child never goes on as a test run


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__.removeprefix("_"))
def test_a_step_is_taken_whole_or_not_at_all(committee, secretary, rule, step):
    act = step(Office(committee, secretary, rule))
    before = stands()
    after = None

    for write in range(1, MOST_WRITES):
        was_killed = killed_at(act, write)
        now = stands()
        if now != before:
            after = after or now
            break
        assert was_killed, "the step ended and nothing was stored"

    assert write > 1
    assert {key: after[key] for key in before if after[key] != before[key]}
    assert whole(after, before)
    assert all(count == 1 for count in _by_key().values())


def whole(after: dict, before: dict) -> bool:
    """Whether the step left its event: it is written in the same transaction as everything else."""
    return after["Event"] > before["Event"]


def _by_key() -> dict[str, int]:
    keys = list(OutboxMail.objects.values_list("key", flat=True))
    return {key: keys.count(key) for key in keys}
