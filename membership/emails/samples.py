"""The records from which a sample of each mail is written; they are invented, and nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils.translation import gettext as _

from membership.emails.visitors import VisitorMessage
from membership.labels.contact import Concern
from membership.labels.members import Authority, MemberActKind
from membership.labels.states import Outcome, SeatRole
from membership.models import (
    Application,
    Ballot,
    City,
    Confirmation,
    Correction,
    Decision,
    InformationRequest,
    Meeting,
    Member,
    MemberAct,
    Observer,
    OutboxMail,
    Proxy,
    RemovalMotion,
    Revision,
    Round,
    Seat,
    Upload,
)
from membership.rules.voting import Result
from membership.selectors.ceremonies import CeremonyList, CeremonyRow
from pages.translating.work.records import Assignment

MOMENT = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
DAY = date(2027, 3, 31)
REFERENCE = "B40-M-0000-0000"
NOT_USED = 0  # the number of no record
OPENS_NOTHING = "sample"


@dataclass(frozen=True, slots=True)
class Sample:
    """What the mails are about; all of it is invented and nothing is stored."""

    language: str

    def application(self, **values: object) -> Application:
        city = _("Sample city")
        named = {"reference": REFERENCE, "language": self.language, "name_en": city, "name_local": city}
        times = {"submitted_at": MOMENT, "state_since": MOMENT, "ceremony_on": DAY, "ceremony_event": "B40"}
        return Application(pk=NOT_USED, **{**named, **times, **values})

    def request(self) -> InformationRequest:
        return InformationRequest(application=self.application(), due_on=DAY)

    def upload(self) -> Upload:
        return Upload(application=self.application(), display_name="sample.pdf")

    def revision(self, **values: object) -> Revision:
        return Revision(application=self.application(**values), number=1, sha256="0" * 64)

    def round(self) -> Round:
        return Round(pk=NOT_USED, application=self.application())

    def decision(self, *, is_contested: bool = False, result: Result = Result.CARRIED) -> Decision:
        return Decision(round=self.round(), number="0000/1", is_contested=is_contested, result=result)

    def confirmation(self, outcome: Outcome) -> Confirmation:
        return Confirmation(decision=self.decision(), outcome=outcome)

    def correction(self, outcome: Outcome) -> Correction:
        return Correction(decision=self.decision(), number="0000/2", outcome=outcome, reason="…")

    def ballot(self, *, recorded_by_secretariat: bool = False) -> Ballot:
        return Ballot(cast_at=MOMENT, recorded_by_secretariat=recorded_by_secretariat)

    def member(self) -> Member:
        return Member(pk=NOT_USED, city=City(name_en=_("Sample city")), language=self.language, notice_given_on=DAY)

    def act(self, kind: MemberActKind, authority: Authority = Authority.PRESIDENT) -> MemberAct:
        return MemberAct(member=self.member(), act=kind, authority=authority, reason="…", decision="0000/3", at=MOMENT)

    def motion(self) -> RemovalMotion:
        return RemovalMotion(member=self.member(), reason="…", assembly="B40", assembly_on=DAY)

    def seat(self) -> Seat:
        return Seat(city=self.member().city, role=SeatRole.ELECTED, start=DAY)

    def meeting(self) -> Meeting:
        return Meeting(pk=NOT_USED, title="B40", held_on=DAY)

    def proxy(self, **values: object) -> Proxy:
        return Proxy(**{"round": self.round(), "principal": self.seat(), "holder": self.seat(), **values})

    def observer(self, reason: str = "") -> Observer:
        return Observer(name_en=_("Sample city"), ended_on=DAY, revoked_reason=reason)

    def ceremonies(self) -> CeremonyList:
        return CeremonyList(
            year=DAY.year, summit=None, rows=(CeremonyRow(self.application(signed_on=DAY), DAY.year, None),)
        )

    def assignment(self) -> Assignment:
        return Assignment(pk=NOT_USED, language=self.language, due=DAY)

    def page_title(self) -> str:
        return "B40"

    def visitor_message(self) -> VisitorMessage:
        return VisitorMessage(Concern.PRESS, "", "", "name@example.org", "…", self.language, "")

    def mail(self) -> OutboxMail:
        return OutboxMail(pk=NOT_USED, subject=REFERENCE, status_code="5.1.1")
