"""Addresses of the members' part of the office."""

from django.urls import path

from membership.desk import ceremonies, member_acts, motion_acts, observers, participation
from membership.desk.member import MemberView
from membership.desk.members import MembersView
from membership.desk.motions import MotionView

MEMBER_ADDRESSES = [
    path("members/", MembersView.as_view(), name="members"),
    path("members/<int:pk>/", MemberView.as_view(), name="member"),
    path("members/<int:pk>/suspend/", member_acts.Suspend.as_view(), name="suspend_member"),
    path("members/<int:pk>/lift/", member_acts.Lift.as_view(), name="lift_suspension"),
    path("members/<int:pk>/record-suspension/", member_acts.RecordSuspension.as_view(), name="record_suspension"),
    path("members/<int:pk>/record-lifting/", member_acts.RecordLifting.as_view(), name="record_lifting"),
    path("members/<int:pk>/acts/<int:act>/note/", member_acts.Note.as_view(), name="note"),
    path("members/<int:pk>/notice/", member_acts.GiveNotice.as_view(), name="notice"),
    path("members/<int:pk>/notice/record/", member_acts.RecordNotice.as_view(), name="record_notice"),
    path("members/<int:pk>/revoke/", member_acts.Revoke.as_view(), name="revoke"),
    path("members/<int:pk>/motion/", member_acts.PrepareMotion.as_view(), name="prepare_motion"),
    path("members/<int:pk>/contact/", member_acts.Contact.as_view(), name="member_contact"),
    path("motions/<int:pk>/", MotionView.as_view(), name="motion"),
    path("motions/<int:pk>/convene/", motion_acts.Convene.as_view(), name="convene"),
    path("motions/<int:pk>/letters/", motion_acts.Letters.as_view(), name="letters"),
    path("motions/<int:pk>/roll/", motion_acts.Roll.as_view(), name="roll"),
    path("motions/<int:pk>/open/", motion_acts.OpenBallot.as_view(), name="open_ballot"),
    path("motions/<int:pk>/ballots/", motion_acts.Ballots.as_view(), name="ballots"),
    path("motions/<int:pk>/close/", motion_acts.CloseBallot.as_view(), name="close_ballot"),
    path("motions/<int:pk>/withdraw/", motion_acts.WithdrawMotion.as_view(), name="withdraw_motion"),
    path("participation/", participation.ParticipationView.as_view(), name="participation"),
    path("participation/record/", participation.RecordParticipation.as_view(), name="record_participation"),
    path("participation/<int:pk>/", participation.EventView.as_view(), name="participants"),
    path("participation/<int:pk>/correct/", participation.CorrectParticipation.as_view(), name="correct_participation"),
    path("ceremonies/", ceremonies.CeremoniesView.as_view(), name="ceremonies"),
    path("ceremonies/list.csv", ceremonies.CeremoniesFile.as_view(), name="ceremonies_file"),
    path("ceremonies/send/", ceremonies.SendList.as_view(), name="send_ceremonies"),
    path("ceremonies/move/", ceremonies.MoveCeremony.as_view(), name="move_ceremony"),
    path("observers/", observers.ObserversView.as_view(), name="observers"),
    path("observers/revoke/", observers.RevokeObserver.as_view(), name="revoke_observer"),
]
