"""The star of Kosovo* and the footnote that goes with it (Rules 2024, Art. 1)."""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

# The formula stands verbatim; its first star is the one that the name refers to.
KOSOVO_FOOTNOTE = _(
    "* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ "
    "Opinion on the Kosovo declaration of independence."
)

# The name in Latin, Cyrillic and Greek script with its endings, without the adjective (kosovski, kosovar).
_NAME = re.compile(r"(?<![^\W_])(?:(?:kosov|косов)(?!s[kc]|ск|ar|ар)|κ[οό]σσ?(?:υφ|[οό]β))\w*", re.IGNORECASE)

# Inside the formula the name bears no star: there it follows the resolution's number within this many characters.
_RESOLUTION = "1244"
_FORMULA_REACH = 160


def names_kosovo(text: str) -> bool:
    """Tell whether a text needs the footnote; the footnote itself does not."""
    return bool(_mentions(unicodedata.normalize("NFC", text)))


def unstarred(text: str) -> list[str]:
    """Return each mention of the name that no star follows at once, except the one inside the footnote."""
    text = unicodedata.normalize("NFC", text)
    return [found[0] for found in _mentions(text) if not text.startswith("*", found.end())]


def _mentions(text: str) -> list[re.Match[str]]:
    def is_in_formula(found: re.Match[str]) -> bool:
        return _RESOLUTION in text[max(0, found.start() - _FORMULA_REACH) : found.start()]

    return [found for found in _NAME.finditer(text) if not is_in_formula(found)]
