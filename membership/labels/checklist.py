"""What the Secretariat checks before an application goes to the Committee (Statutes, Art. 5)."""

from django.utils.translation import gettext_lazy as _

CHECKLIST = {
    "local_government": _("The applicant is a local government of one of the twelve countries (Article 1)."),
    "elected": _("The city government is elected, and its mandate has not ended (Article 5)."),
    "letter": _("The letter is signed by the mayor (Article 5)."),
    "size_and_role": _("Size and national and international role are shown (Article 5)."),
    "contribution": _("The pledge names a contribution to projects and aims (Article 5)."),
    "declaration": _("The city adheres to the declaration and the working principles (Article 8)."),
    "not_duplicate": _("No other application of the same city is open."),
}
