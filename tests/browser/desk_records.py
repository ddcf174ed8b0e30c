"""Records of every kind for the pages of the office, made inside the served site."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from membership.labels.states import Choice, RoundMode, SeatRole
from membership.models import Application, DecisionRule, Member, OutboxMail, Participation, Round, Seat
from membership.rules.roll_call import Call, Presence
from membership.services import (
    assembly,
    assembly_ballot,
    ballots,
    checking,
    comments,
    corrections,
    decisions,
    information,
    meetings,
    messages,
    proxies,
    rounds,
    rules,
    rulings,
    saved,
    statements,
    suspending,
)
from tests.membership.dossiers import attach_letter
from tests.membership.factories import PAPER, make_ready_application

REASON = "Because the Committee asked for it."


class Records:
    """Makes the records one after the other; each method leaves the numbers that addresses need in `numbers`."""

    def __init__(self) -> None:
        self.now = timezone.now()
        users = get_user_model().objects
        self.secretary = users.get(username="secretariat")
        self.seats = list(Seat.objects.held_on(self.now.date()).select_related("holder", "city").order_by("pk"))
        self.president = next(seat.holder for seat in self.seats if seat.role == SeatRole.PRESIDENT)
        self.rule = DecisionRule.objects.filter(key="cumulative").latest("version")
        self.numbers: dict[str, list[Any]] = {}

    def fill(self) -> None:
        """Make everything."""
        for make in ("dossier", "decision", "round", "meeting", "members", "others"):
            getattr(self, make)()

    def application(self, name: str, **values: Any) -> Application:
        return make_ready_application(
            reference=f"B40-M-{name[:4].upper()}-0001", name_en=name, name_local=name, submitted_at=self.now, **values
        )

    def open_round(self, application: Application, **words: Any) -> Round:
        words = {"rule_id": self.rule.pk, "ordered_by_president": True, **words}
        return rounds.open_round(application.pk, self.secretary, **words, now=self.now)

    def dossier(self) -> None:
        application = self.application("Dossier", state="submitted", country="XK")
        attach_letter(application)
        Application.objects.filter(pk=application.pk).update(state="submitted")
        checking.take(application.pk, self.secretary, now=self.now)
        comments.write_comment(application.pk, self.secretary, body="Looks complete.", now=self.now)
        messages.write_to_applicant(application.pk, self.secretary, body="We read it.", now=self.now)
        due = self.now.date() + timedelta(days=20)
        words = {"text": "Which council?", "sections": ["city"], "kinds": [], "due_on": due}
        information.request_information(application.pk, self.secretary, **words, now=self.now)
        kept = saved.keep(self.secretary, name="From Kosovo*", query="country=XK", now=self.now)
        self.numbers["dossier"] = [application.pk]
        letter, late = application.uploads.order_by("is_late")
        self.numbers |= {"file": [letter.pk], "late file": [application.pk, late.pk], "saved list": [kept.pk]}

    def decision(self) -> None:
        round_ = self.open_round(self.application("Decided"))
        for seat in self.seats:
            self.vote(round_, seat.holder)
        decision = decisions.close_round(round_.pk, self.secretary, now=self.now)
        decisions.confirm(round_.pk, self.president, now=self.now)
        decisions.release(round_.pk, self.secretary, now=self.now)
        correction = corrections.propose(
            decision.pk, self.secretary, outcome="not_approved", reason=REASON, now=self.now
        )
        self.numbers |= {"decision": [decision.pk], "correction": [decision.pk, correction.pk]}

    def vote(self, round_: Round, user: Any) -> None:
        statements.state_conflict(round_.pk, user, has_conflict=False, explanation="", now=self.now)
        ballots.cast(round_.pk, user, choice=Choice.YES, reason="", now=self.now)

    def round(self) -> None:
        words = {"kind": "circular_allowed", "document": "Decision 1", "decided_on": self.now.date(), "text": ""}
        rulings.record_ruling(self.secretary, **words, now=self.now)
        deadline = self.now + timedelta(days=11)
        round_ = self.open_round(self.application("Voting"), mode=RoundMode.CIRCULAR, deadline=deadline)
        self.vote(round_, self.president)
        scope = {"principal_id": self.seats[-1].pk, "holder_id": self.seats[-2].pk, "document": PAPER}
        proxy = proxies.file_proxy(self.secretary, **scope, round_id=round_.pk, now=self.now)
        self.numbers |= {"round": [round_.pk], "round proxy": [round_.pk, proxy.pk], "proxy": [proxy.pk]}

    def meeting(self) -> None:
        meeting = meetings.plan(self.secretary, title="November", held_on=self.now.date(), place="Video", now=self.now)
        scope = {"principal_id": self.seats[-1].pk, "holder_id": self.seats[-2].pk, "document": PAPER}
        proxy = proxies.file_proxy(self.secretary, **scope, meeting_id=meeting.pk, now=self.now)
        for name in ("Agenda", "Second"):
            item = meetings.put_on_agenda(
                meeting.pk, self.secretary, application_id=self.application(name).pk, now=self.now
            )
        meetings.put_on_agenda(meeting.pk, self.secretary, title="A letter", motion="That it be sent.", now=self.now)
        meetings.open_session(meeting.pk, self.secretary, now=self.now)
        self.numbers |= {
            "meeting": [meeting.pk],
            "meeting proxy": [meeting.pk, proxy.pk],
            "item": [meeting.pk, item.pk],
        }

    def members(self) -> None:
        members = list(Member.objects.holding().order_by("pk"))
        suspended, removed = members[0], members[1]
        act = suspending.suspend(suspended.pk, self.president, reason=REASON, now=self.now)
        words = {"reason": REASON, "assembly": "Summit", "assembly_on": self.now.date()}
        motion = assembly.prepare_motion(removed.pk, self.secretary, **words, now=self.now)
        assembly.convened_by_letter(motion.pk, self.secretary, now=self.now)
        calls = {member.pk: Call(Presence.PRESENT) for member in members[:70]}
        assembly_ballot.call_roll(motion.pk, self.secretary, calls, now=self.now)
        assembly_ballot.open_ballot(motion.pk, self.secretary, now=self.now)
        event = Participation.objects.create(
            member=removed,
            kind="summit",
            name="Summit",
            held_on=self.now.date(),
            recorded_by="user:1",
            recorded_at=self.now,
        )
        self.numbers |= {"member": [suspended.pk], "act": [suspended.pk, act.pk], "motion": [motion.pk]}
        self.numbers["participants"] = [event.pk]

    def others(self) -> None:
        words = {"recipient": "a@example.org", "language": "en", "subject": "S", "body": "T"}
        self.numbers["mail"] = [OutboxMail.objects.create(key="returned", state="bounced", **words).pk]
        proposal = rules.propose_rule(
            self.secretary,
            key="strict",
            parameters={},
            is_default=False,
            reason=REASON,
            valid_from=self.now.date() + timedelta(days=9),
            now=self.now,
        )
        self.numbers["proposal"] = [proposal.pk]
