"""Two people at the same moment: threads on a real database, one outcome, and nothing lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.core import mail
from django.db import connections

from membership.emails import Message
from membership.labels.states import ApplicationState, Choice
from membership.models import (
    Application,
    ApplicationFlag,
    Ballot,
    Confirmation,
    Decision,
    Event,
    Member,
    MemberAct,
    OutboxMail,
    Release,
    Revision,
    Round,
    TimerLease,
)
from membership.rules.errors import RuleError
from membership.services.access import open_application, send_key
from membership.services.accession import sign_declaration
from membership.services.checking import assign, take
from membership.services.decisions import close_round, confirm, defer, release
from membership.services.delivery import deliver
from membership.services.drafts import save_section
from membership.services.flagging import refresh_flags
from membership.services.leaving import end_memberships
from membership.services.outbox import post
from membership.services.rounds import open_round
from membership.services.submission import submit
from membership.services.suspending import suspend
from membership.services.timers import run_due
from tests.membership.factories import (
    NOW,
    TODAY,
    ApplicationFactory,
    MemberFactory,
    UserFactory,
    make_letter,
    make_ready_application,
)
from tests.membership.services.voting import cast, close, state, vote

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE_SECONDS = 60


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Begin all acts at the same moment, each in a thread of its own; return what they returned, or the code of a refusal."""
    start = Barrier(len(acts))

    def _act(act: Callable[[], Any]) -> Any:
        try:
            start.wait(PATIENCE_SECONDS)
            return act()
        except RuleError as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(PATIENCE_SECONDS) for future in [threads.submit(_act, act) for act in acts]]


def refusals(outcomes: list[Any]) -> list[str]:
    return [outcome for outcome in outcomes if isinstance(outcome, str)]


def test_a_round_closed_twice_at_once_has_one_decision(opened, secretary, holders):
    for holder in holders:
        vote(opened, holder)

    outcomes = together(*[partial(close_round, opened.pk, secretary, now=NOW)] * 2)

    assert refusals(outcomes) == ["round_is_closed"]
    assert (Decision.objects.count(), Event.objects.filter(verb="round_closed").count()) == (1, 1)


@pytest.mark.parametrize("attempt", range(4))
def test_a_ballot_cast_while_the_round_closes_counts_or_is_refused(opened, secretary, holders, attempt):
    for holder in holders[:4]:
        vote(opened, holder)
    for holder in holders[4:6]:
        state(opened, holder)

    outcomes = together(
        partial(cast, opened, holders[4], Choice.AGAINST, "Too early."),
        partial(close_round, opened.pk, secretary, now=NOW),
        partial(cast, opened, holders[5], Choice.YES),
    )

    cast_now = [outcome for outcome in outcomes if isinstance(outcome, Ballot)]
    decision = Decision.objects.get()
    assert outcomes[1] == decision
    assert refusals(outcomes) == ["round_is_closed"] * (2 - len(cast_now))
    assert len(decision.case["ballots"]) == Ballot.objects.count() == 4 + len(cast_now)
    assert decision.result == ("not_carried" if outcomes[0] in cast_now else "carried")


def test_two_rounds_closed_at_once_have_two_numbers(committee, secretary, rule):
    rounds = [
        open_round(make_ready_application().pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
        for _ in range(4)
    ]

    outcomes = together(*(partial(close_round, round_.pk, secretary, now=NOW) for round_ in rounds))

    assert sorted(decision.number for decision in outcomes) == ["2027/1", "2027/2", "2027/3", "2027/4"]


def test_a_round_opened_twice_at_once_is_opened_once(committee, president, secretary, rule):
    application = make_ready_application()

    outcomes = together(
        partial(open_round, application.pk, president, rule_id=rule.pk, now=NOW),
        partial(open_round, application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW),
    )

    assert refusals(outcomes) == ["action_not_possible"]
    assert Round.objects.get().seats.count() == 7


def test_a_result_confirmed_and_deferred_at_once_has_one_declaration(opened, secretary, holders, president):
    close(opened, secretary, holders, "yyyyyyy")

    outcomes = together(
        partial(confirm, opened.pk, president, now=NOW),
        partial(defer, opened.pk, president, reason="Ask again.", now=NOW),
    )

    assert refusals(outcomes) == ["round_not_closed"]
    opened.application.refresh_from_db()
    stands = {"approved": "approved", "deferred": "ready"}
    assert opened.application.state == stands[Confirmation.objects.get().outcome]


def test_a_decision_released_twice_at_once_goes_out_once(opened, secretary, holders, president):
    close(opened, secretary, holders, "yyyyyyy")
    confirm(opened.pk, president, now=NOW)

    outcomes = together(*[partial(release, opened.pk, secretary, now=NOW)] * 2)

    assert refusals(outcomes) == ["already_released"]
    letters = [message for message in mail.outbox if message.to == ["contact@nis.example"]]
    written = OutboxMail.objects.filter(key__startswith="decision:")
    assert (Release.objects.count(), written.count(), len(letters)) == (1, 1, 1)


def test_a_declaration_signed_twice_at_once_makes_one_member(opened, secretary, holders, president):
    close(opened, secretary, holders, "yyyyyyy")
    confirm(opened.pk, president, now=NOW)
    release(opened.pk, secretary, now=NOW)
    words = {"signed_on": TODAY, "place": "Kraljevo", "signatory": "Mayor", "now": NOW}

    outcomes = together(*[partial(sign_declaration, opened.application.pk, secretary, **words)] * 2)

    assert refusals(outcomes) == ["action_not_possible"]
    assert Member.objects.count() == 1


def make_draft() -> Application:
    return ApplicationFactory(state=ApplicationState.DRAFT, reference=None, submitted_at=None)


def test_a_draft_submitted_twice_at_once_is_one_application():
    draft = make_draft()
    make_letter(draft)

    outcomes = together(*[partial(submit, draft.pk, sections=[], now=NOW)] * 3)

    assert {outcome.reference for outcome in outcomes} == {Application.objects.get().reference}
    assert (Revision.objects.count(), OutboxMail.objects.count(), len(mail.outbox)) == (1, 1, 1)


def test_of_two_who_take_an_application_at_once_one_has_it():
    application = ApplicationFactory()
    staff = [UserFactory(groups=["Secretariat"]) for _ in range(2)]

    outcomes = together(*(partial(take, application.pk, user, now=NOW) for user in staff))

    application.refresh_from_db()
    taken = next(outcome for outcome in outcomes if not isinstance(outcome, str))
    assert refusals(outcomes) == ["action_not_possible"]
    assert (application.assignee, application.version) == (taken.assignee, 1)


def test_of_two_tabs_that_save_at_once_one_is_shown_what_stands():
    draft = make_draft()
    tabs = [{"pledge": "one"}, {"pledge": "two"}]

    outcomes = together(
        *(partial(save_section, draft.pk, "role", answers, version=0, is_complete=True, now=NOW) for answers in tabs)
    )

    row = draft.sections.get()
    saved = next(outcome for outcome in outcomes if not isinstance(outcome, str))
    assert refusals(outcomes) == ["changed_meanwhile"]
    assert (row.answers, row.version) == (saved.answers, 1)


def test_a_key_used_twice_at_once_begins_one_draft():
    sent = send_key("contact@nis.example", "tr", now=NOW)
    body = OutboxMail.objects.get().body
    code = next(line for line in body.splitlines() if len(line) == 6 and line.isdigit())

    outcomes = together(*[partial(open_application, sent.token, code, now=NOW)] * 2)

    assert refusals(outcomes) == ["key_used"]
    assert Application.objects.count() == 1


def test_a_message_delivered_twice_at_once_goes_out_once(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    message = post("receipt:1", "contact@nis.example", Message("en", "Receipt", "Text.\n"))
    OutboxMail.objects.update(state="waiting", attempts=0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    outcomes = together(*[partial(deliver, message.pk)] * 3)

    assert "sent" in outcomes
    assert set(outcomes) <= {"sent", "sending"}  # who came second may look before the server has answered
    message.refresh_from_db()
    assert (len(mail.outbox), message.attempts) == (1, 1)


def test_two_staff_who_assign_at_once_do_not_overwrite_each_other():
    first, second = (UserFactory(groups=["Secretariat"]) for _ in range(2))
    application = ApplicationFactory()

    acts = [partial(assign, application.pk, user, assignee_id=user.pk, now=NOW, version=0) for user in (first, second)]
    outcomes = together(*acts)

    application.refresh_from_db()
    winner = first if isinstance(outcomes[0], Application) else second
    assert [outcome for outcome in outcomes if isinstance(outcome, str)] == ["changed_meanwhile"]
    assert (application.assignee, application.version) == (winner, 1)
    assert Event.objects.filter(verb="assigned").count() == 1


def test_the_flags_of_two_applications_of_one_city_are_looked_at_at_once():
    first, second = ApplicationFactory(), ApplicationFactory()

    together(*(partial(refresh_flags, pk, TODAY) for pk in (first.pk, second.pk, first.pk, second.pk)))

    rows = ApplicationFlag.objects.order_by("application").values_list("application", "key", "other")
    assert list(rows) == [(first.pk, "duplicate", second.pk), (second.pk, "duplicate", first.pk)]


def test_of_two_runs_of_the_timers_at_once_one_does_the_work():
    member = MemberFactory(state="leaving", notice_given_on=TODAY)
    after = datetime(2028, 1, 1, 10, tzinfo=NOW.tzinfo)
    begun = Barrier(2)

    def slow(now):
        begun.wait(PATIENCE_SECONDS)  # the other run was refused before this one goes on
        return end_memberships(now)

    def first():
        return run_due(after, steps=[("memberships ended", slow)])

    def second():
        while not TimerLease.objects.exclude(holder="").exists():
            pass
        done = run_due(after, steps=[("memberships ended", end_memberships)])
        begun.wait(PATIENCE_SECONDS)
        return done

    outcomes = together(first, second)

    member.refresh_from_db()
    assert outcomes[0][0].count == 1
    assert outcomes[1] is None
    assert (member.state, MemberAct.objects.count()) == ("ended", 1)


def test_a_member_suspended_twice_at_once_has_one_act(committee, president):
    member = MemberFactory()

    outcomes = together(*[partial(suspend, member.pk, president, reason="R", now=NOW)] * 2)

    assert refusals(outcomes) == ["action_not_possible"]
    assert MemberAct.objects.count() == 1
