"""The words of a member's life: acts, who decided them, roll call and motions, and what a motion still needs."""

from django.db.models import TextChoices
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from membership.rules.assembly import AssemblyVote, majority_of, quorum_of


class MemberActKind(TextChoices):
    """What was done about a membership (Statutes, Art. 9)."""

    SUSPEND = "suspend", _("Membership suspended")
    LIFT = "lift", _("Suspension lifted")
    GIVE_NOTICE = "give_notice", _("Notice of leaving received")
    REVOKE = "revoke", _("Notice of leaving withdrawn")
    END = "end", _("Membership ended")
    REMOVE = "remove", _("Member removed")
    TAKE_NOTE = "take_note", _("Committee took note")


class Authority(TextChoices):
    """Who decided an act."""

    PRESIDENT = "president", _("President")
    COMMITTEE = "committee", _("Executive Committee")
    ASSEMBLY = "assembly", _("General Assembly")
    MEMBER = "member", _("The member itself")
    CLOCK = "clock", _("Deadline")


class RollPresence(TextChoices):
    """What was answered at the first roll call of the Assembly."""

    PRESENT = "present", _("Present")
    REPRESENTED = "represented", _("Represented")
    ABSENT = "absent", _("Absent")


class MotionState(TextChoices):
    """Where a motion to remove a member stands."""

    PREPARED = "prepared", _("In preparation")
    OPEN = "open", _("Ballot open")
    CARRIED = "carried", _("Carried")
    NOT_CARRIED = "not_carried", _("Not carried")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ParticipationKind(TextChoices):
    """In what a member took part."""

    SUMMIT = "summit", _("Summit")
    WORKING_GROUP = "working_group", _("Meeting of a working group")
    OTHER = "other", _("Other")


def quorum_sentence(members: int, attending: int) -> str:
    """Tell whether two thirds of the members attend, and how many are missing (Art. 10)."""
    need = quorum_of(members)
    words = {"attending": attending, "members": members, "need": need, "missing": need - attending}
    if attending >= need:
        return (
            gettext("The quorum is reached: %(attending)d of %(members)d members attend, %(need)d are needed.") % words
        )
    return (
        ngettext(
            "%(missing)d member is missing for the quorum: %(attending)d of %(members)d attend, %(need)d are needed.",
            "%(missing)d members are missing for the quorum: %(attending)d of %(members)d attend, %(need)d are needed.",
            words["missing"],
        )
        % words
    )


def majority_sentence(vote: AssemblyVote, unvoted: int) -> str:
    """Tell how many Yes the motion still needs of those who have not voted, or how it stands without them (Art. 9)."""
    need = majority_of(vote.members)
    missing = need - vote.yes
    words = {"yes": vote.yes, "need": need, "members": vote.members, "missing": missing, "unvoted": unvoted}
    if missing <= 0:
        return (
            gettext("The motion has its majority: %(yes)d Yes, and %(need)d of all %(members)d members are needed.")
            % words
        )
    if missing > unvoted:
        return (
            gettext("The motion cannot be carried: %(need)d Yes of all %(members)d members are needed, it has %(yes)d.")
            % words
        )
    return (
        ngettext(
            "The motion needs %(missing)d more Yes: it has %(yes)d of %(need)d; %(unvoted)d have not voted.",
            "The motion needs %(missing)d more Yes: it has %(yes)d of %(need)d; %(unvoted)d have not voted.",
            missing,
        )
        % words
    )
