"""The records of membership, one file per concern."""

from membership.models.application import AccessKey, Application, Revision, SectionAnswers, Upload
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
from membership.models.notice import MayorNotice
from membership.models.outbox import OutboxMail
from membership.models.pages import JoinPage, MemberIndexPage
from membership.models.record import AuditHead, AuditSeal, Event

__all__ = [
    "AccessKey",
    "Application",
    "Attempt",
    "AuditHead",
    "AuditSeal",
    "Ballot",
    "City",
    "CityName",
    "Confirmation",
    "ConflictStatement",
    "Contradiction",
    "Decision",
    "DecisionRule",
    "DossierMessage",
    "Event",
    "InformationRequest",
    "JoinPage",
    "MayorNotice",
    "Member",
    "MemberIndexPage",
    "Observer",
    "OutboxMail",
    "Presidency",
    "Release",
    "Revision",
    "Round",
    "RoundSeat",
    "Seat",
    "SectionAnswers",
    "Upload",
    "WorkingGroup",
]
