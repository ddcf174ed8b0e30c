"""The records of membership, one file per concern."""

from membership.models.agenda import AgendaItem, MatterBallot, MatterDecision, MatterStatement, MeetingEntry
from membership.models.application import AccessKey, Application, Revision, SectionAnswers, Upload
from membership.models.assembly import AssemblyBallot, AssemblyResult, ConveningNotice, RemovalMotion, RollEntry
from membership.models.attempt import Attempt
from membership.models.city import City, CityName, Member, Observer
from membership.models.committee import CompositionOverride, Contradiction, Presidency, Seat, WorkingGroup
from membership.models.decision import (
    AttendanceEntry,
    Ballot,
    Confirmation,
    ConflictStatement,
    Correction,
    Decision,
    DecisionRule,
    MeetingDemand,
    Objection,
    Release,
    Round,
    RoundSeat,
    RuleProposal,
    Ruling,
)
from membership.models.exchange import Comment, DossierMessage, InformationRequest
from membership.models.flag import ApplicationFlag
from membership.models.meeting import Meeting, MeetingSeat, Presence, Proxy
from membership.models.member_record import CeremonyMove, MemberAct, Participation
from membership.models.notice import MayorNotice
from membership.models.organisation import (
    AssemblyDecision,
    AssemblyDecisionText,
    GroupCity,
    MayorTerm,
    SecretaryTerm,
    Twinning,
)
from membership.models.outbox import OutboxMail
from membership.models.pages import JoinPage, MemberIndexPage, OrganisationPage
from membership.models.record import AuditHead, AuditSeal, Event
from membership.models.saved_filter import SavedFilter
from membership.models.timer import TimerLease

__all__ = [
    "AccessKey",
    "AgendaItem",
    "Application",
    "ApplicationFlag",
    "AssemblyBallot",
    "AssemblyDecision",
    "AssemblyDecisionText",
    "AssemblyResult",
    "Attempt",
    "AttendanceEntry",
    "AuditHead",
    "AuditSeal",
    "Ballot",
    "CeremonyMove",
    "City",
    "CityName",
    "Comment",
    "CompositionOverride",
    "Confirmation",
    "ConflictStatement",
    "Contradiction",
    "ConveningNotice",
    "Correction",
    "Decision",
    "DecisionRule",
    "DossierMessage",
    "Event",
    "GroupCity",
    "InformationRequest",
    "JoinPage",
    "MatterBallot",
    "MatterDecision",
    "MatterStatement",
    "MayorNotice",
    "MayorTerm",
    "Meeting",
    "MeetingDemand",
    "MeetingEntry",
    "MeetingSeat",
    "Member",
    "MemberAct",
    "MemberIndexPage",
    "Objection",
    "Observer",
    "OrganisationPage",
    "OutboxMail",
    "Participation",
    "Presence",
    "Presidency",
    "Proxy",
    "Release",
    "RemovalMotion",
    "Revision",
    "RollEntry",
    "Round",
    "RoundSeat",
    "RuleProposal",
    "Ruling",
    "SavedFilter",
    "Seat",
    "SecretaryTerm",
    "SectionAnswers",
    "TimerLease",
    "Twinning",
    "Upload",
    "WorkingGroup",
]
