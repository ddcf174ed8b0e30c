"""What is wrong with the composition of the Committee, one sentence per finding."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from membership.rules.findings import Finding
from pages.languages.countries import country_name

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

COMPOSITION: dict[str, "StrPromise"] = {
    "seats_not_seven": _("The Committee has seven seats."),
    "role_too_often": _("This role is held more often than the statutes allow: %(subject)s."),
    "president_missing": _("No city holds the presidency."),
    "filled_below_majority": _("Fewer seats are filled than a majority of the Committee."),
    "city_twice": _("%(subject)s holds more than one seat."),
    "holder_twice": _("One person holds more than one seat."),
    "country_over_limit": _("More than two cities of one country: %(subject)s."),
    "terms_over_limit": _("%(subject)s would be elected for more than two terms in a row."),
    "mandate_unknown": _("The end of the President’s mandate is not known: %(subject)s."),
    "mandate_too_short": _("Less than a year is left of the President’s mandate: %(subject)s."),
}


def finding_sentence(finding: Finding) -> str:
    """Return a finding in words, with the name of the country where it is of one."""
    subject = country_name(finding.subject) if finding.code == "country_over_limit" else finding.subject
    return str(COMPOSITION[finding.code]) % {"subject": subject}
