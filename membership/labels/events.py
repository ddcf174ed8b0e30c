"""What the record tells of an application, one sentence per verb; placeholders are the event's own details."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

EVENTS: dict[str, "StrPromise"] = {
    "draft_begun": _("The application was begun."),
    "draft_deleted": _("The draft was deleted."),
    "file_attached": _("A file was attached."),
    "file_late": _("A file came after the check and waits on the shelf of late files."),
    "file_removed": _("A file was removed."),
    "file_infected": _("A virus was found in a file (%(signature)s). The file was deleted."),
    "file_taken_in": _("A late file was taken in, as revision %(revision)s."),
    "letter_entered": _("An application that came by letter on %(received_on)s was begun by the Secretariat."),
    "handover_offered": _("The alternate contact was asked to take the application over."),
    "contact_changed": _("The contact of the application changed; older links no longer work."),
    "contact_transferred": _("The Secretariat changed the contact (reason: %(reason)s)."),
    "mayor_notified": _("The mayor’s office was written to again, at a corrected address."),
    "mayor_confirmed": _("The mayor’s office confirmed revision %(revision)s."),
    "disowned": _("The mayor’s office does not know the application. It was frozen."),
    "freeze_released": _("The application was released to go on (reason: %(reason)s)."),
    "message_received": _("The applicant wrote a message."),
    "message_sent": _("The Secretariat wrote a message to the applicant."),
    "information_requested": _("The applicant was asked for information by %(due_on)s."),
    "information_extended": _("The applicant was given time until %(due_on)s."),
    "information_given": _("The applicant answered, as revision %(revision)s."),
    "reopened": _("The application was reopened until %(due_on)s."),
    "approval_extended": _("The approval was extended (decision of the Committee: %(decision)s)."),
    "begun_again": _("A new application was begun with the answers of this one."),
    "lapsed": _("The application lapsed, because it was not completed in time."),
    "returned": _("The application was returned (reason: %(reason)s)."),
    "insisted": _("The applicant insists on a decision (reason: %(reason)s)."),
    "matched": _("The application was matched with the city %(city)s (reason: %(reason)s)."),
    "ceremony_answered": _("The city answered to the ceremony: %(answer)s."),
    "approval_lapsed": _("The approval lapsed, because the declaration was not signed in time."),
    "person_erased": _("Personal data were erased (reason: %(reason)s)."),
    "observer_invited": _("The President invited the observer."),
    "observer_declined": _("The President declined the request (reason: %(reason)s)."),
    "submitted": _("The application was submitted as revision %(revision)s."),
    "withdrawn": _("The applicant withdrew the application."),
    "taken": _("The check was taken on."),
    "checked": _("The check was saved."),
    "forwarded": _("The application was forwarded to the Committee."),
    "round_opened": _("A round was opened on revision %(revision)s, with %(seats)s seats."),
    "conflict_stated": _("A seat stated whether it has a conflict of interest."),
    "attendance_recorded": _("The attendance was recorded."),
    "ballot_cast": _("A seat voted."),
    "round_closed": _("The round was closed, with decision %(decision)s."),
    "decision_declared": _("The President declared decision %(decision)s."),
    "decision_released": _("Decision %(decision)s was released to the applicant."),
    "declaration_signed": _("The signature of the declaration was recorded."),
    "ceremony_held": _("The ceremony was recorded."),
    "mail_sent_again": _("A message to the applicant was sent again."),
    "logged_in": _("A user logged in."),
    "login_failed": _("A log-in failed."),
    "second_factor_set": _("A second factor was set."),
    "second_factor_removed": _("The second factor of %(user)s was removed (reason: %(reason)s)."),
    "opened_with_reason": _("An administrator opened the dossier (reason: %(reason)s)."),
    "dossier_opened": _("The dossier was opened."),
    "file_opened": _("A file of the dossier was opened."),
}
ACTORS: dict[str, "StrPromise"] = {
    "applicant": _("Applicant"),
    "clock": _("Deadline"),
    "server": _("Server"),
    "mayor_office": _("Mayor’s office"),
}
ACCOUNT_GONE = _("an account that was removed")
READING = ("dossier_opened", "file_opened", "opened_with_reason")  # what was read, told apart from what was done
