"""Addresses of the office, below `/admin/membership/`. An act has an address of its own; opened, it leads to its page."""

from django.urls import path

from membership.desk import (
    applicant_acts,
    bulk,
    comment_acts,
    committee,
    corrections,
    decisions,
    dossier_acts,
    meetings,
    observer_acts,
    outbox,
    pausing_acts,
    proxy_acts,
    register,
    round_acts,
    rules,
    saved,
)
from membership.desk.by_letter import ByLetterView
from membership.desk.dossier import DossierView
from membership.desk.export import ExportView
from membership.desk.files import FileView
from membership.desk.live import LiveView
from membership.desk.mail_texts import MailTextsView
from membership.desk.meeting_entries import EntriesView
from membership.desk.member_urls import MEMBER_ADDRESSES
from membership.desk.minutes import MinutesView
from membership.desk.person import PersonView
from membership.desk.queue import QueueView
from membership.desk.queue_export import CsvView, XlsxView
from membership.desk.record import RecordView
from membership.desk.rounds import RoundView
from membership.desk.rulings import RecordRuling, RulingsView
from membership.desk.what_if import WhatIfView
from membership.desk.with_reason import ReasonView

app_name = "desk"
urlpatterns = [
    path("applications/", QueueView.as_view(), name="queue"),
    path("applications/export.csv", CsvView.as_view(), name="export_csv"),
    path("applications/export.xlsx", XlsxView.as_view(), name="export_xlsx"),
    path("applications/assign/", bulk.AssignSeveral.as_view(), name="assign_several"),
    path("applications/remind/", bulk.RemindSeveral.as_view(), name="remind_several"),
    path("applications/lists/", saved.SavedView.as_view(), name="saved"),
    path("applications/lists/keep/", saved.Keep.as_view(), name="keep"),
    path("applications/lists/<int:pk>/rename/", saved.Rename.as_view(), name="rename"),
    path("applications/lists/<int:pk>/drop/", saved.Drop.as_view(), name="drop"),
    path("applications/<int:pk>/", DossierView.as_view(), name="dossier"),
    path("applications/<int:pk>/comment/", comment_acts.WriteComment.as_view(), name="comment"),
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
    path("applications/<int:pk>/export/", ExportView.as_view(), name="export"),
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
    path("rounds/<int:pk>/live/", LiveView.as_view(), name="live"),
    path("rounds/<int:pk>/cast-for/", round_acts.CastFor.as_view(), name="cast_for"),
    path("rounds/<int:pk>/object/", round_acts.Object.as_view(), name="object"),
    path("rounds/<int:pk>/statements/", round_acts.RecordStatement.as_view(), name="record_statement"),
    path("rounds/<int:pk>/ask/", pausing_acts.Ask.as_view(), name="ask"),
    path("rounds/<int:pk>/resume/", pausing_acts.Resume.as_view(), name="resume"),
    path("rounds/<int:pk>/suspend/", pausing_acts.Suspend.as_view(), name="suspend"),
    path("rounds/<int:pk>/restart/", pausing_acts.Restart.as_view(), name="restart"),
    path("rounds/<int:pk>/continue/", pausing_acts.Continue.as_view(), name="continue"),
    path("rounds/<int:pk>/demand/", pausing_acts.Demand.as_view(), name="demand"),
    path("rounds/<int:pk>/proxies/", proxy_acts.FileProxy.as_view(), name="file_proxy"),
    path("rounds/<int:pk>/proxies/<int:proxy>/receive/", proxy_acts.ReceiveProxy.as_view(), name="receive_proxy"),
    path("rounds/<int:pk>/proxies/<int:proxy>/revoke/", proxy_acts.RevokeProxy.as_view(), name="revoke_proxy"),
    path("proxies/<int:pk>/", proxy_acts.ProxyDocument.as_view(), name="proxy"),
    path("meetings/", meetings.MeetingsView.as_view(), name="meetings"),
    path("meetings/plan/", meetings.Plan.as_view(), name="plan_meeting"),
    path("meetings/<int:pk>/", meetings.MeetingView.as_view(), name="meeting"),
    path("meetings/<int:pk>/applications/", meetings.AddApplication.as_view(), name="add_application"),
    path("meetings/<int:pk>/matters/", meetings.AddMatter.as_view(), name="add_matter"),
    path("meetings/<int:pk>/items/<int:item>/", meetings.ChangeAgenda.as_view(), name="change_agenda"),
    path("meetings/<int:pk>/proxies/", proxy_acts.FileMeetingProxy.as_view(), name="file_meeting_proxy"),
    path(
        "meetings/<int:pk>/proxies/<int:proxy>/receive/",
        proxy_acts.ReceiveMeetingProxy.as_view(),
        name="receive_meeting_proxy",
    ),
    path(
        "meetings/<int:pk>/proxies/<int:proxy>/revoke/",
        proxy_acts.RevokeMeetingProxy.as_view(),
        name="revoke_meeting_proxy",
    ),
    path("meetings/<int:pk>/open/", meetings.OpenSession.as_view(), name="open_session"),
    path("meetings/<int:pk>/close/", meetings.CloseSession.as_view(), name="close_session"),
    path("meetings/<int:pk>/enter/", meetings.Enter.as_view(), name="enter"),
    path("meetings/<int:pk>/entries/", EntriesView.as_view(), name="entries"),
    path("meetings/<int:pk>/minutes.<str:form>", MinutesView.as_view(), name="minutes"),
    path("committee/", committee.CommitteeView.as_view(), name="committee"),
    path("committee/fill/", committee.Fill.as_view(), name="fill_seat"),
    path("committee/end/", committee.End.as_view(), name="end_seat"),
    path("committee/holder/", committee.Holder.as_view(), name="change_holder"),
    path("committee/handover/", committee.Handover.as_view(), name="handover"),
    path("committee/handover/withdraw/", committee.WithdrawHandover.as_view(), name="withdraw_handover"),
    path("committee/resign/", committee.Resign.as_view(), name="resign"),
    path("rules/", rules.RulesView.as_view(), name="rules"),
    path("rules/propose/", rules.ProposeRule.as_view(), name="propose_rule"),
    path("rules/<int:pk>/answer/", rules.AnswerRule.as_view(), name="answer_rule"),
    path("rulings/", RulingsView.as_view(), name="rulings"),
    path("rulings/record/", RecordRuling.as_view(), name="record_ruling"),
    path("decisions/<int:pk>/correction/", corrections.Propose.as_view(), name="propose_correction"),
    path("decisions/<int:pk>/correction/<int:correction>/", corrections.Answer.as_view(), name="answer_correction"),
    path(
        "decisions/<int:pk>/correction/<int:correction>/release/",
        corrections.ReleaseCorrection.as_view(),
        name="release_correction",
    ),
    path("messages/texts/", MailTextsView.as_view(), name="mail_texts"),
    path("messages/<int:pk>/", outbox.MailView.as_view(), name="mail"),
    path("messages/<int:pk>/send-again/", outbox.SendAgain.as_view(), name="send_again"),
    path("messages/<int:pk>/settle/", outbox.Settle.as_view(), name="settle_mail"),
    path("what-if/", WhatIfView.as_view(), name="what_if"),
    path("decisions/", register.RegisterView.as_view(), name="decisions"),
    path("decisions/export.csv", register.RegisterCsv.as_view(), name="register_csv"),
    path("decisions/export.xlsx", register.RegisterXlsx.as_view(), name="register_xlsx"),
    path("decisions/<int:pk>/", decisions.DecisionView.as_view(), name="decision"),
    path("record/", RecordView.as_view(), name="record"),
    path("person/", PersonView.as_view(), name="person"),
    *MEMBER_ADDRESSES,
]
