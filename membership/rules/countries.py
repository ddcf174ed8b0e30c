"""The twelve countries of the region (Statutes, Art. 1), and what counts as a country at all."""

import re

from .errors import RuleError
from .statutes import REGION

# XK is Kosovo*; every output that names it carries the star and its footnote.
REGION_COUNTRIES = ("AL", "BA", "BG", "HR", "GR", "XK", "ME", "MK", "RO", "RS", "SI", "TR")

# For a form that does not ask which country outside the region it is.
ELSEWHERE = "elsewhere"

# ISO 3166 leaves these to users: no country has them. XK is among them and stands in the table above.
_USER_ASSIGNED = re.compile(r"AA|Q[M-Z]|X[A-Z]|ZZ")


def is_in_region(country: str) -> bool:
    """Return whether a country is one of the twelve. Raises `RuleError` for what is neither a code nor `ELSEWHERE`."""
    if country in REGION_COUNTRIES:
        return True
    if country != ELSEWHERE and not _is_country_code(country):
        raise RuleError("country_unknown", REGION, country=str(country))
    return False


def _is_country_code(country: str) -> bool:
    return (
        isinstance(country, str)
        and re.fullmatch(r"[A-Z]{2}", country) is not None
        and not _USER_ASSIGNED.fullmatch(country)
    )
