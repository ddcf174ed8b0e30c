"""Addresses of the office, below `/admin/membership/`. An act has an address of its own; opened, it leads to its page."""

from django.urls import path

from membership.desk import applicant_acts, decisions, dossier_acts, observer_acts, round_acts
from membership.desk.by_letter import ByLetterView
from membership.desk.dossier import DossierView
from membership.desk.files import FileView
from membership.desk.outbox import SendAgain
from membership.desk.queue import QueueView
from membership.desk.rounds import RoundView
from membership.desk.with_reason import ReasonView

app_name = "desk"
urlpatterns = [
    path("applications/", QueueView.as_view(), name="queue"),
    path("applications/<int:pk>/", DossierView.as_view(), name="dossier"),
    path("applications/<int:pk>/take/", dossier_acts.Take.as_view(), name="take"),
    path("applications/<int:pk>/check/", dossier_acts.Check.as_view(), name="check"),
    path("applications/<int:pk>/forward/", dossier_acts.Forward.as_view(), name="forward"),
    path("applications/<int:pk>/open-round/", dossier_acts.OpenRound.as_view(), name="open_round"),
    path("applications/<int:pk>/sign/", dossier_acts.Sign.as_view(), name="sign"),
    path("applications/<int:pk>/ceremony/", dossier_acts.Ceremony.as_view(), name="ceremony"),
    path("applications/by-letter/", ByLetterView.as_view(), name="by_letter"),
    path("applications/<int:pk>/request/", applicant_acts.RequestInformation.as_view(), name="request"),
    path("applications/<int:pk>/extend/", applicant_acts.Extend.as_view(), name="extend"),
    path("applications/<int:pk>/reopen/", applicant_acts.Reopen.as_view(), name="reopen"),
    path("applications/<int:pk>/extend-approval/", applicant_acts.ExtendApproval.as_view(), name="extend_approval"),
    path("applications/<int:pk>/message/", applicant_acts.Write.as_view(), name="message"),
    path("applications/<int:pk>/return/", applicant_acts.Return.as_view(), name="return"),
    path("applications/<int:pk>/release-freeze/", applicant_acts.ReleaseFreeze.as_view(), name="release_freeze"),
    path("applications/<int:pk>/contact/", applicant_acts.Transfer.as_view(), name="transfer"),
    path("applications/<int:pk>/erase/", applicant_acts.Erase.as_view(), name="erase"),
    path("applications/<int:pk>/match/", applicant_acts.Match.as_view(), name="match"),
    path("applications/<int:pk>/take-in/<int:upload>/", applicant_acts.TakeIn.as_view(), name="take_in"),
    path("applications/<int:pk>/invite/", observer_acts.Invite.as_view(), name="invite"),
    path("applications/<int:pk>/decline/", observer_acts.DeclineObserver.as_view(), name="decline_observer"),
    path("applications/with-reason/", ReasonView.as_view(), name="reason"),
    path("files/<int:pk>/", FileView.as_view(), name="file"),
    path("rounds/<int:pk>/", RoundView.as_view(), name="round"),
    path("rounds/<int:pk>/statement/", round_acts.Statement.as_view(), name="statement"),
    path("rounds/<int:pk>/cast/", round_acts.Cast.as_view(), name="cast"),
    path("rounds/<int:pk>/attendance/", round_acts.Attendance.as_view(), name="attendance"),
    path("rounds/<int:pk>/ballots/", round_acts.RecordBallot.as_view(), name="record_ballot"),
    path("rounds/<int:pk>/close/", round_acts.Close.as_view(), name="close"),
    path("rounds/<int:pk>/confirm/", round_acts.Confirm.as_view(), name="confirm"),
    path("rounds/<int:pk>/not-approve/", round_acts.NotApprove.as_view(), name="not_approve"),
    path("rounds/<int:pk>/defer/", round_acts.Defer.as_view(), name="defer"),
    path("rounds/<int:pk>/release/", round_acts.Release.as_view(), name="release"),
    path("messages/<int:pk>/send-again/", SendAgain.as_view(), name="send_again"),
    path("decisions/", decisions.RegisterView.as_view(), name="decisions"),
    path("decisions/<int:pk>/", decisions.DecisionView.as_view(), name="decision"),
]
