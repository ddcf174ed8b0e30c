"""The names of the network's twelve countries (Rules 2024, Art. 1) by ISO 3166 code."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KOSOVO = "XK"  # not assigned by ISO 3166, in common use

COUNTRY_NAMES: dict[str, Promise] = {
    "AL": _("Albania"),
    "BA": _("Bosnia and Herzegovina"),
    "BG": _("Bulgaria"),
    "HR": _("Croatia"),
    "GR": _("Greece"),
    KOSOVO: _("Kosovo*"),
    "ME": _("Montenegro"),
    "MK": _("North Macedonia"),
    "RO": _("Romania"),
    "RS": _("Serbia"),
    "SI": _("Slovenia"),
    "TR": _("Türkiye"),
}


def country_name(code: str) -> Promise | str:
    """Return the name, translated when it is shown; for a country outside the network, its code."""
    return COUNTRY_NAMES.get(code, code)
