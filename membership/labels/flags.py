"""What is flagged in a dossier, in whole sentences."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

FLAG_NAMES: dict[str, "StrPromise"] = {
    "frozen": _("Frozen"),
    "mandate_ended": _("Mandate ended"),
    "not_elected": _("Not elected"),
    "at_threshold": _("Exactly 500,000 inhabitants"),
    "by_letter": _("Came by letter"),
    "scan_pending": _("Waiting for the virus scan"),
    "infected": _("Virus found"),
    "late_file": _("Late file"),
    "like_member": _("Looks like a member"),
    "duplicate": _("Looks like another application"),
    "metropolis": _("Metropolis and district"),
    "metropolis_city": _("District of a city of the records"),
}
FLAGS: dict[str, "StrPromise"] = {
    "frozen": _(
        "The mayor’s office does not know this application. It is frozen until the Secretariat has spoken with it."
    ),
    "mandate_ended": _("The mayor’s mandate ended on %(day)s. Ask for a letter of the new mayor (Article 5)."),
    "not_elected": _("The head of the local government is acting or appointed, not elected (Article 5)."),
    "at_threshold": _("Exactly 500,000 inhabitants: Article 6 says at least, Article 2 says more than."),
    "by_letter": _("The application came by letter on %(day)s and was entered by the Secretariat."),
    "scan_pending": _("A file waits for the virus scan. Until then the application cannot be forwarded."),
    "infected": _("A virus was found in a file. The applicant was asked to send it again."),
    "late_file": _("A document came after the application was submitted. Take it in, or leave it on the shelf."),
    "like_member": _("The member %(city)s looks like this city."),
    "duplicate": _("Application %(reference)s looks as if it were of the same city."),
    "metropolis": _(
        "Application %(reference)s is of the metropolitan municipality or a district of it; both may apply."
    ),
    "metropolis_city": _("The district belongs to %(city)s, which stands in the records."),
}
