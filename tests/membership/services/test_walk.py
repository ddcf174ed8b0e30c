"""A random walk through the life of applications: whatever is tried, in whatever order, what must hold holds."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from membership.labels.states import ApplicationState, Attendance, Choice, Outcome
from membership.models import Application, Ballot, City, Decision, Round, RoundSeat
from membership.models.application import BEFORE_DECISION
from membership.models.decision import STANDING
from membership.rules.errors import RuleError
from membership.rules.voting import DecisionRule, decide
from membership.rules.voting.notation import read_case
from membership.services import (
    accession,
    ballots,
    checking,
    corrections,
    decisions,
    dossier,
    information,
    pausing,
    proxies,
    recomposing,
    returning,
    roll,
    rounds,
    statements,
    withdrawal,
)
from membership.services.round_timers import close_overdue, confirm_silently, suspend_changed
from tests.membership.factories import (
    NOW,
    PAPER,
    CityFactory,
    make_committee,
    make_ready_application,
    make_rules,
    make_secretary,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.xdist_group("private files")]
EXAMPLES, STEPS = 50, 50  # of each of the four walks: ten thousand steps in all
REFUSALS = (RuleError, PermissionDenied, ObjectDoesNotExist)
PLACE = st.integers(0, 6)
WHICH = st.integers(0, 2)
REASON = st.sampled_from(["", "A reason."])


class Walk(RuleBasedStateMachine):
    """Three applications of two cities, a Committee of seven and the office; every act may be tried at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.now = NOW
        self.seats = make_committee()
        self.holders = [seat.holder for seat in self.seats]
        self.secretary, self.rule = make_secretary(), make_rules()
        self.cities = [CityFactory(country="RS") for _ in range(2)]
        states = (ApplicationState.SUBMITTED, ApplicationState.READY, ApplicationState.READY)
        self.applications = [make_ready_application(state=state).pk for state in states]
        for ready in self.applications[1:]:
            rounds.open_round(ready, self.holders[0], rule_id=self.rule.pk, now=NOW)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def attempt(self, act, *args, **words) -> None:
        """Try an act; what is refused must leave everything as it was, which the savepoint of its service sees to."""
        self.now += timedelta(minutes=7)
        try:
            act(*args, **words, now=self.now)
        except REFUSALS:
            return

    def round_of(self, which: int) -> int:
        """Return one of the rounds that stand, or the newest: an act on no round at all would try little."""
        standing = list(Round.objects.filter(state__in=STANDING).order_by("pk"))
        found = standing[which % len(standing)] if standing else Round.objects.order_by("pk").last()
        return found.pk if found else 0

    def seat_of(self, which: int, place: int) -> int:
        seat = RoundSeat.objects.filter(round_id=self.round_of(which), seat=self.seats[place]).first()
        return seat.pk if seat else 0

    def question(self) -> dict:
        due = self.now.date() + timedelta(days=20)
        return {"text": "Why?", "sections": ["city"], "kinds": [], "due_on": due}

    # The office.

    @rule(which=WHICH)
    def take(self, which):
        self.attempt(checking.take, self.applications[which], self.secretary)

    @rule(which=WHICH)
    def forward(self, which):
        self.attempt(checking.forward, self.applications[which], self.secretary)

    @rule(which=WHICH)
    def request(self, which):
        self.attempt(information.request_information, self.applications[which], self.secretary, **self.question())

    @rule(which=WHICH)
    def answer(self, which):
        self.attempt(information.answer, self.applications[which], text="Because.")

    @rule(which=WHICH, ground=st.sampled_from(["duplicate", "dislike"]))
    def give_back(self, which, ground):
        words = {"ground": ground, "reason": ""}
        self.attempt(returning.return_application, self.applications[which], self.secretary, **words)

    @rule(which=WHICH)
    def insist(self, which):
        self.attempt(returning.insist, self.applications[which], reason="We are one.")

    @rule(which=WHICH, is_meant=st.integers(0, 4))
    def withdraw(self, which, is_meant):
        if not is_meant:  # seldom, or no application comes far
            self.attempt(withdrawal.withdraw, self.applications[which])

    @rule(which=WHICH, city=st.integers(0, 1))
    def match(self, which, city):
        words = {"city_id": self.cities[city].pk, "reason": ""}
        self.attempt(dossier.match_to_city, self.applications[which], self.secretary, **words)

    # The Committee.

    @rule(which=WHICH, ordered=st.booleans(), place=st.integers(0, 1))
    def open_round(self, which, ordered, place):
        user = self.secretary if ordered else self.holders[place]
        words = {"rule_id": self.rule.pk, "ordered_by_president": ordered}
        self.attempt(rounds.open_round, self.applications[which], user, **words)

    @rule(which=WHICH, choices=st.lists(st.sampled_from(Choice), min_size=7, max_size=7))
    def vote_together(self, which, choices):
        """All seats state that they have no conflict, and vote: by chance alone a quorum would seldom come together."""
        for holder, choice in zip(self.holders, choices, strict=True):
            self.attempt(statements.state_conflict, self.round_of(which), holder, has_conflict=False, explanation="")
            self.attempt(ballots.cast, self.round_of(which), holder, choice=choice, reason="R")

    @rule(which=WHICH, choices=st.lists(st.sampled_from([Choice.YES, Choice.ABSTAIN]), min_size=7, max_size=7))
    def decide(self, which, choices):
        """A round goes to its end: what is seldom reached by chance is tried from there on."""
        round_id = self.round_of(which)
        self.vote_together(which, choices)
        self.attempt(decisions.close_round, round_id, self.secretary)
        self.attempt(decisions.confirm, round_id, self.holders[0])
        self.release()

    @rule(which=WHICH, place=PLACE, has_conflict=st.booleans(), explanation=REASON)
    def state(self, which, place, has_conflict, explanation):
        words = {"has_conflict": has_conflict, "explanation": explanation}
        self.attempt(statements.state_conflict, self.round_of(which), self.holders[place], **words)

    @rule(which=WHICH, place=PLACE, choice=st.sampled_from(Choice), reason=REASON, revoking=st.booleans())
    def cast(self, which, place, choice, reason, revoking):
        words = {"choice": choice, "reason": reason, "revoke_proxy": revoking}
        self.attempt(ballots.cast, self.round_of(which), self.holders[place], **words)

    @rule(which=WHICH, voter=PLACE, place=PLACE, choice=st.sampled_from(Choice))
    def cast_for(self, which, voter, place, choice):
        words = {"round_seat_id": self.seat_of(which, place), "choice": choice, "reason": "R"}
        self.attempt(ballots.cast_for, self.round_of(which), self.holders[voter], **words)

    @rule(which=WHICH, place=PLACE, choice=st.sampled_from(Choice))
    def record_ballot(self, which, place, choice):
        words = {"round_seat_id": self.seat_of(which, place), "choice": choice, "reason": "R"}
        self.attempt(ballots.record_ballot, self.round_of(which), self.secretary, **words)

    @rule(which=WHICH, place=PLACE)
    def object_to(self, which, place):
        self.attempt(ballots.object_to, self.round_of(which), self.holders[place], reason="")

    @rule(which=WHICH, place=PLACE, attendance=st.sampled_from(Attendance))
    def come_or_leave(self, which, place, attendance):
        words = {"round_seat_id": self.seat_of(which, place), "attendance": attendance}
        self.attempt(roll.note_attendance, self.round_of(which), self.secretary, **words)

    @rule(which=WHICH, principal=PLACE, holder=PLACE, received=st.booleans())
    def authorise(self, which, principal, holder, received):
        words = {"principal_id": self.seats[principal].pk, "holder_id": self.seats[holder].pk, "document": PAPER}

        def file(*, now):
            proxy = proxies.file_proxy(self.secretary, **words, round_id=self.round_of(which), now=now)
            if received:
                proxies.receive(proxy.pk, self.holders[0], now=now)
                proxies.receive(proxy.pk, self.secretary, now=now)

        self.attempt(file)

    @rule(which=WHICH, place=PLACE)
    def ask(self, which, place):
        words = {"asked_by": self.seat_of(which, place), **self.question()}
        self.attempt(pausing.ask_from_round, self.round_of(which), self.secretary, **words)

    @rule(which=WHICH)
    def resume(self, which):
        self.attempt(pausing.resume, self.round_of(which), self.secretary)

    @rule(place=st.integers(1, 6))
    def change_committee(self, place):
        seat = self.seats[place]
        seat.end = None if seat.end else self.now.date() - timedelta(days=1)
        seat.save()
        suspend_changed(self.now)

    @rule(which=WHICH, anew=st.booleans())
    def go_on(self, which, anew):
        if anew:
            self.attempt(recomposing.restart, self.round_of(which), self.secretary)
        else:
            self.attempt(recomposing.let_go_on, self.round_of(which), self.holders[0], reason="So be it.")

    @rule(which=WHICH)
    def close(self, which):
        self.attempt(decisions.close_round, self.round_of(which), self.secretary)

    @rule(which=WHICH, place=st.integers(0, 1), reading=st.sampled_from(["", "art13", "cumulative", "none"]))
    def confirm(self, which, place, reading):
        words = {"reading": reading, "interpretation": "A paper."}
        self.attempt(decisions.confirm, self.round_of(which), self.holders[place], **words)

    @rule(which=WHICH, reason=REASON)
    def defer(self, which, reason):
        self.attempt(decisions.defer, self.round_of(which), self.holders[0], reason=reason)

    @rule(which=WHICH, reason=REASON)
    def not_approve(self, which, reason):
        self.attempt(decisions.not_approve, self.round_of(which), self.holders[0], reason=reason)

    @rule()
    def release(self):
        for declared in Decision.objects.filter(confirmation__isnull=False):
            self.attempt(decisions.release, declared.round_id, self.secretary)

    @rule(outcome=st.sampled_from(Outcome), confirms=st.booleans())
    def correct(self, outcome, confirms):
        decision = Decision.objects.order_by("pk").last()

        def propose_and_answer(*, now):
            words = {"outcome": outcome, "reason": "Wrong.", "now": now}
            correction = corrections.propose(decision.pk if decision else 0, self.secretary, **words)
            corrections.answer(correction.pk, self.holders[0], confirms=confirms, now=now)

        self.attempt(propose_and_answer)

    @rule()
    def sign(self):
        words = {"signed_on": self.now.date(), "place": "Here", "signatory": "Mayor"}
        for pk in self.applications:
            self.attempt(accession.sign_declaration, pk, self.secretary, **words)

    @rule(days=st.integers(1, 8))
    def wait(self, days):
        self.now += timedelta(days=days)
        close_overdue(self.now)
        confirm_silently(self.now)
        information.remind_and_lapse(self.now)

    # What must hold.

    @invariant()
    def a_city_has_one_open_application(self):
        for city in City.objects.all():
            assert Application.objects.filter(city=city, state__in=BEFORE_DECISION).count() <= 1

    @invariant()
    def a_round_stands_where_its_application_does(self):
        standing = set(
            Round.objects.filter(state__in=["open", "suspended", "closed"]).values_list("application", flat=True)
        )
        assert standing == set(Application.objects.filter(state=ApplicationState.IN_ROUND).values_list("pk", flat=True))

    @invariant()
    def what_was_computed_is_computed_again(self):
        for decision in Decision.objects.select_related("round"):
            again = decide(read_case(json.dumps(decision.case)), DecisionRule(**decision.rule))
            assert (str(again.result), str(again.reason)) == (decision.result, decision.reason)
            seats = set(decision.round.seats.values_list("pk", flat=True))
            assert {int(seat.rsplit("-", 1)[1]) for seat in decision.case["ballots"]} <= seats

    @invariant()
    def ballots_come_from_the_electorate(self):
        cast = Ballot.objects.select_related("round_seat__round")
        assert all(ballot.round_seat.seat_id in self.electorate(ballot.round_seat.round_id) for ballot in cast)

    def electorate(self, round_id: int) -> set[int]:
        return set(RoundSeat.objects.filter(round_id=round_id).values_list("seat_id", flat=True))


@pytest.mark.parametrize("walk", range(4))
def test_whatever_is_tried_what_must_hold_holds(walk):
    quiet = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        derandomize=True,
        database=None,
        phases=[Phase.generate],  # a failing walk is told as it was; making it shorter takes minutes
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(type(f"Walk{walk}", (Walk,), {}), settings=quiet)
