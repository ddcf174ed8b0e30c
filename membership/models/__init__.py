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
from membership.models.exchange import Comment, DossierMessage, InformationRequest
from membership.models.flag import ApplicationFlag
from membership.models.notice import MayorNotice
from membership.models.outbox import OutboxMail
from membership.models.pages import JoinPage, MemberIndexPage
from membership.models.record import Event
from membership.models.saved_filter import SavedFilter

__all__ = [
    "AccessKey",
    "Application",
    "ApplicationFlag",
    "Attempt",
    "Ballot",
    "City",
    "CityName",
    "Comment",
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
    "SavedFilter",
    "Seat",
    "SectionAnswers",
    "Upload",
    "WorkingGroup",
]
