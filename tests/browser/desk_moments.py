"""More records for the pages of the office: the same pages at other moments; run inside the served site."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.urls import reverse

from membership.desk.urls import urlpatterns
from membership.labels.states import Route, SeatRole
from membership.models import Application, City, Member, Round
from membership.services import accession, assembly, committee, decisions, meetings, observing, pausing
from tests.browser.desk_records import REASON, Records
from tests.membership.dossiers import attach_letter


class Moments:
    """Makes records that have come further, or not as far; each method leaves its addresses by their moment."""

    def __init__(self, records: Records) -> None:
        self.records, self.now, self.today = records, records.now, records.now.date()
        self.secretary, self.president = records.secretary, records.president
        self.addresses: dict[str, str] = {}

    def tell(self, moment: str, name: str, *numbers: int) -> None:
        self.addresses[moment] = reverse(f"desk:{name}", args=numbers)

    def dossiers(self) -> None:
        checked = self.records.application("Checked", country="RS", contact_email="a@example.org")
        attach_letter(checked)
        Application.objects.filter(pk=checked.pk).update(state="in_check", assignee=self.secretary)
        self.tell("dossier in check", "dossier", checked.pk)
        self.tell("dossier ready", "dossier", self.records.application("Prepared").pk)

    def observers(self) -> None:
        words = {"route": Route.OBSERVER, "category": "international_body", "state": "in_check", "country": ""}
        asked, invited = (self.records.application(name, **words) for name in ("Asking body", "Invited body"))
        observing.invite(invited.pk, self.president, kind="standing", now=self.now)
        self.tell("dossier of an observer", "dossier", asked.pk)

    def approvals(self) -> None:
        approved, signed = (self.approve(name) for name in ("Approved", "Signed"))
        words = {"signed_on": self.today, "place": "Istanbul", "signatory": "The mayor"}
        member = accession.sign_declaration(signed.pk, self.secretary, **words, now=self.now)
        self.tell("dossier approved", "dossier", approved.pk)
        self.tell("dossier signed", "dossier", signed.pk)
        self.tell("new member", "member", member.pk)

    def approve(self, name: str) -> Application:
        round_ = self.voted(name)
        decisions.confirm(round_.pk, self.president, now=self.now)
        decisions.release(round_.pk, self.secretary, now=self.now)
        return round_.application

    def voted(self, name: str, **words: Any) -> Round:
        """Return a round in which everybody voted, closed."""
        round_ = self.records.open_round(self.records.application(name), **words)
        for seat in self.records.seats:
            self.records.vote(round_, seat.holder)
        decisions.close_round(round_.pk, self.secretary, now=self.now)
        return round_

    def rounds(self) -> None:
        self.tell("round in the room", "round", self.records.open_round(self.records.application("Room")).pk)
        self.tell("round closed", "round", self.voted("Closed").pk)
        paused = self.records.open_round(self.records.application("Paused"))
        due = self.today + timedelta(days=20)
        seat = paused.seats.order_by("pk").first()
        words = {"text": "Which council?", "sections": ["city"], "kinds": [], "due_on": due}
        pausing.ask_from_round(paused.pk, self.secretary, asked_by=seat.pk, **words, now=self.now)
        self.tell("round paused", "round", paused.pk)
        suspended = self.records.open_round(self.records.application("Suspended"))
        Round.objects.filter(pk=suspended.pk).update(state="suspended")
        self.tell("round suspended", "round", suspended.pk)

    def meetings(self) -> None:
        planned, ended = (
            meetings.plan(self.secretary, title=title, held_on=self.today, place="Video", now=self.now)
            for title in ("Planned", "Ended")
        )
        for number in range(2):
            meetings.put_on_agenda(planned.pk, self.secretary, title=f"Letter {number}", motion="Send.", now=self.now)
        meetings.open_session(ended.pk, self.secretary, now=self.now)
        meetings.close_session(ended.pk, self.secretary, now=self.now)
        self.tell("meeting planned", "meeting", planned.pk)
        self.tell("meeting ended", "meeting", ended.pk)

    def motions(self) -> None:
        for position, moment in ((4, "motion prepared"), (5, "motion convened")):
            member = Member.objects.holding().order_by("pk")[position]
            words = {"reason": REASON, "assembly": moment, "assembly_on": self.today}
            motion = assembly.prepare_motion(member.pk, self.secretary, **words, now=self.now)
            if position > 4:
                assembly.convened_by_letter(motion.pk, self.secretary, now=self.now)
            self.tell(moment, "motion", motion.pk)

    def committee(self) -> None:
        leaving = next(seat for seat in self.records.seats if seat.role == SeatRole.ELECTED)
        city = City.objects.exclude(pk__in=[seat.city_id for seat in self.records.seats]).first()
        day, override = self.today + timedelta(days=30), "So the Assembly decided."
        joining = [committee.NewSeat(role=leaving.role, city_id=city.pk)]
        words = {"leaving": [leaving.pk], "joining": joining, "override": override}
        committee.prepare_handover(self.secretary, day=day, **words, now=self.now)
        self.addresses["committee to come"] = f"{reverse('desk:committee')}?day={day.isoformat()}"

    def fill(self) -> None:
        """Make everything; the Committee of a later day comes last, since what is open then speaks of it."""
        for make in ("dossiers", "observers", "approvals", "rounds", "meetings", "motions", "committee"):
            getattr(self, make)()


def main() -> None:
    """Make everything, and print as one line of JSON where it is and what the office answers to."""
    records = Records()
    records.fill()
    moments = Moments(records)
    moments.fill()
    patterns = {str(pattern.name): str(pattern.pattern) for pattern in urlpatterns}
    told = {"numbers": records.numbers, "moments": moments.addresses, "patterns": patterns}
    print("records", json.dumps({"root": reverse("desk:queue"), **told}))
