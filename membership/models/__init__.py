"""The records of membership, one file per concern."""

from membership.models.application import AccessKey, Application, Revision, SectionAnswers, Upload
from membership.models.assembly import AssemblyBallot, AssemblyResult, ConveningNotice, RemovalMotion, RollEntry
from membership.models.attempt import Attempt
from membership.models.city import City, CityName, Member, Observer
from membership.models.committee import Contradiction, Presidency, Seat, WorkingGroup
from membership.models.decision import (
    Ballot,
    Confirmation,
    ConflictStatement,
    Decision,
    DecisionRule,
    Release,
    Round,
    RoundSeat,
)
from membership.models.exchange import DossierMessage, InformationRequest
from membership.models.member_record import CeremonyMove, MemberAct, Participation
from membership.models.notice import MayorNotice
from membership.models.outbox import OutboxMail
from membership.models.pages import JoinPage, MemberIndexPage
from membership.models.record import Event
from membership.models.timer import TimerLease

__all__ = [
    "AccessKey",
    "Application",
    "AssemblyBallot",
    "AssemblyResult",
    "Attempt",
    "Ballot",
    "CeremonyMove",
    "City",
    "CityName",
    "Confirmation",
    "ConflictStatement",
    "Contradiction",
    "ConveningNotice",
    "Decision",
    "DecisionRule",
    "DossierMessage",
    "Event",
    "InformationRequest",
    "JoinPage",
    "MayorNotice",
    "Member",
    "MemberAct",
    "MemberIndexPage",
    "Observer",
    "OutboxMail",
    "Participation",
    "Presidency",
    "Release",
    "RemovalMotion",
    "Revision",
    "RollEntry",
    "Round",
    "RoundSeat",
    "Seat",
    "SectionAnswers",
    "TimerLease",
    "Upload",
    "WorkingGroup",
]
