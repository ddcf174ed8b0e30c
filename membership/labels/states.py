"""The names of states, roles and kinds, as readers see them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ApplicationState(TextChoices):
    """Where an application stands; the moves between them are in `rules.lifecycle`."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    IN_CHECK = "in_check", _("Being checked")
    INFO_REQUESTED = "info_requested", _("Waiting for the applicant")
    RETURNED = "returned", _("Returned")
    READY = "ready", _("Ready for the Committee")
    IN_ROUND = "in_round", _("With the Committee")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Not approved")
    DECLARATION_SIGNED = "declaration_signed", _("Declaration signed")
    CEREMONY_DONE = "ceremony_done", _("Ceremony held")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    LAPSED = "lapsed", _("Lapsed")
    LAPSED_APPROVAL = "lapsed_approval", _("Approval lapsed")


class MemberState(TextChoices):
    """Where a member stands (Statutes, Art. 9)."""

    ACTIVE = "active", _("Member")
    SUSPENDED = "suspended", _("Suspended")
    LEAVING = "leaving", _("Leaving")
    ENDED = "ended", _("Membership ended")
    REMOVED = "removed", _("Removed")


class SeatRole(TextChoices):
    """The seats of the Executive Committee (Statutes, Art. 13)."""

    PRESIDENT = "president", _("President")
    FORMER = "former", _("Former President")
    NEXT = "next", _("Next President")
    ELECTED = "elected", _("Elected member")


class RoundState(TextChoices):
    """Where a round of the Committee stands."""

    OPEN = "open", _("Open")
    PAUSED = "paused", _("Paused, the applicant is asked")
    SUSPENDED = "suspended", _("Suspended, the Committee changed")
    CLOSED = "closed", _("Closed, waiting for the President")
    CONFIRMED = "confirmed", _("Confirmed")
    DEFERRED = "deferred", _("Deferred")
    INVALID = "invalid", _("Invalid, without quorum or voters")
    MOOT = "moot", _("Without object")


class Choice(TextChoices):
    """What a seat answers in a ballot."""

    YES = "yes", _("Yes")
    AGAINST = "against", _("Against")
    ABSTAIN = "abstain", _("Abstain")


class Attendance(TextChoices):
    """Whether the holder of a seat takes part himself; who is represented is told by a proxy, not here."""

    PRESENT = "present", _("Present")
    ABSENT = "absent", _("Absent")


class RoundMode(TextChoices):
    """How the Committee votes: Article 13 speaks of meetings only, votes by circulation need a decision that allows them."""

    MEETING = "meeting", _("In a meeting")
    CIRCULAR = "circular", _("By circulation")


class RulingKind(TextChoices):
    """What a recorded decision of the Committee settles."""

    CIRCULAR_ALLOWED = "circular_allowed", _("Votes by circulation are allowed")
    CIRCULAR_WITHDRAWN = "circular_withdrawn", _("Votes by circulation are no longer allowed")
    INTERPRETATION = "interpretation", _("How the articles are to be read")


class ItemState(TextChoices):
    """Where an item of the agenda stands."""

    WAITING = "waiting", _("To come")
    OPEN = "open", _("Being decided")
    CLOSED = "closed", _("Decided")


class MeetingState(TextChoices):
    """Where a meeting of the Committee stands."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("In session")
    CLOSED = "closed", _("Closed")


class Outcome(TextChoices):
    """What the President declared about a closed round."""

    APPROVED = "approved", _("Approved")
    NOT_APPROVED = "not_approved", _("Not approved")
    DEFERRED = "deferred", _("Deferred")


class MailState(TextChoices):
    """Where a message of the outbox stands."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("With the mail server")
    SENT = "sent", _("Sent")
    UNSURE = "unsure", _("Not known whether it arrived")
    FAILED = "failed", _("Given up")
    BOUNCED = "bounced", _("Came back")


class UploadKind(TextChoices):
    """What an uploaded file is."""

    MAYOR_LETTER = "mayor_letter", _("Letter signed by the mayor")
    COUNCIL_DECISION = "council_decision", _("Decision of the council")
    TRANSLATION = "translation", _("English translation")
    LOGO = "logo", _("Coat of arms or logo")
    OTHER = "other", _("Other document")


class ScanState(TextChoices):
    """What the virus scanner said of a file; only a clean one is opened, or one where there is no scanner."""

    NOT_SCANNED = "not_scanned", _("Not scanned: there is no scanner")
    PENDING = "pending", _("Waiting for the virus scan")
    CLEAN = "clean", _("Scanned, nothing found")
    INFECTED = "infected", _("Virus found, file removed")


class Route(TextChoices):
    """What is applied for (Statutes, Art. 5 and 6)."""

    MEMBERSHIP = "membership", _("Membership")
    OBSERVER = "observer", _("Observer status")


class ObserverKind(TextChoices):
    """For how long an observer is invited (Statutes, Art. 6)."""

    STANDING = "standing", _("Standing observer")
    EVENT = "event", _("Observer at one event")


class CeremonyAnswer(TextChoices):
    """Whether the city comes to the ceremony of the next summit (Statutes, Art. 5 and 10)."""

    ACCEPTED = "accepted", _("Takes part in the next ceremony")
    POSTPONED = "postponed", _("Takes part at a later summit")


class NoticeAnswer(TextChoices):
    """What the mayor's office answered."""

    CONFIRMED = "confirmed", _("Confirmed by the mayor’s office")
    DISOWNED = "disowned", _("Not made by the city")


class ReturnGround(TextChoices):
    """Why the Secretariat may return an application: objective grounds only, since the Committee decides (Art. 5)."""

    COUNTRY = "country", _("The country is not one of the twelve of Article 1.")
    NOT_LOCAL_GOVERNMENT = "not_local_government", _("The applicant is not a local government.")
    DUPLICATE = "duplicate", _("Another application of the same city is open.")
    DISOWNED = "disowned", _("The city says that the application is not its own.")
