"""What the record tells of a member, one sentence per verb; placeholders are the event's own details."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

MEMBER_EVENTS: dict[str, "StrPromise"] = {
    "member_suspended": _("The membership was suspended (reason: %(reason)s)."),
    "member_lifted": _("The suspension was lifted (reason: %(reason)s)."),
    "member_noted": _("The Committee took note of an act of the President (%(decision)s)."),
    "member_notice_given": _("The member gave notice of leaving on %(day)s."),
    "member_notice_revoked": _("The member withdrew its notice of leaving."),
    "member_ended": _("The membership ended."),
    "member_removed": _("The General Assembly removed the member (%(decision)s)."),
    "member_contact_changed": _("The address or the language for mails to the member was changed."),
    "member_opened": _("The dossier of the member was opened."),
    "motion_prepared": _("A motion to remove the member was prepared for the Assembly of %(day)s."),
    "motion_convened": _("The convening notice with the motion was sent to %(count)s members."),
    "motion_convened_by_letter": _("The convening notice with the motion went by letter to %(count)s members."),
    "motion_opened": _("The ballot on the motion was opened: %(attending)s of %(members)s members attend."),
    "motion_closed": _("The ballot on the motion was closed: %(yes)s Yes of %(members)s members."),
    "motion_withdrawn": _("The motion was withdrawn (reason: %(reason)s)."),
    "participation_recorded": _("The participation in “%(name)s” was recorded."),
    "participation_withdrawn": _("The participation in “%(name)s” was taken back."),
    "ceremony_moved": _("The ceremony was moved to the summit of %(year)s (reason: %(note)s)."),
    "ceremony_listed": _("The list of the ceremony of %(year)s was sent."),
    "observer_revoked": _("The President withdrew the invitation of the observer (reason: %(reason)s)."),
    "observer_ended": _("The invitation of the observer ended."),
}
