"""The letter with which a mayor applies, filled in from the answers (Statutes, Art. 5)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from membership.models import Application
from membership.selectors.drafts import sections_of
from pages.languages.active import active_language
from pages.languages.countries import country_name
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo
from pages.typesetting.values import Letter

BLANK = "……………………"


def mayor_letter(application: Application) -> Letter:
    """Return the letter, ready to be printed and signed; what was not answered yet is left to be filled in by hand."""
    answers = {key: row.answers for key, row in sections_of(application).items()}
    city, mandate, contacts = (answers.get(key, {}) for key in ("city", "mandate", "contacts"))
    country = str(country_name(city["country"])) if city.get("country") else BLANK
    name = city.get("name_local") or BLANK
    words = {"city": name, "country": country}
    return Letter(
        lang=active_language().code,
        sender=(name, city.get("postal_address") or BLANK),
        recipient=(_("B40 Balkan Cities Network"), _("Permanent Secretariat")),
        place_and_date=_("Place, date: %(blank)s") % {"blank": BLANK},
        subject=_("Application for membership in the B40 Balkan Cities Network"),
        paragraphs=(
            _("Dear President, dear members of the Executive Committee,"),
            _("In the name of %(city)s (%(country)s) I apply for membership in the B40 Balkan Cities Network.") % words,
            _(
                "Our city has read the Istanbul Declaration of 30 November 2021 and the Organisational Structure and"
                " Working Principles of the network, and adheres to them."
            ),
            _("What our city would contribute stands in the form that we have filled in."),
            _("Your contact in our administration is %(name)s.") % {"name": contacts.get("contact_name") or BLANK},
        ),
        closing=_("Yours faithfully,"),
        signature_lines=(
            mandate.get("head_name") or BLANK,
            mandate.get("head_title") or BLANK,
            _("Signature and seal"),
        ),
        footnote=str(KOSOVO_FOOTNOTE) if names_kosovo(country) else "",
    )
