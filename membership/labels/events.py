"""What the record tells of an application, one sentence per verb; placeholders are the event's own details."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

EVENTS: dict[str, "StrPromise"] = {
    "draft_begun": _("The application was begun."),
    "draft_deleted": _("The draft was deleted."),
    "file_attached": _("A file was attached."),
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
    "dossier_opened": _("The dossier was opened."),
    "file_opened": _("A file of the dossier was opened."),
}
ACTORS: dict[str, "StrPromise"] = {"applicant": _("Applicant"), "clock": _("Deadline")}
ACCOUNT_GONE = _("an account that was removed")
READING = ("dossier_opened", "file_opened")  # what was read, told apart from what was done
