"""The quotation marks of a text: those of its language, in pairs."""

import re
from collections.abc import Iterator

from pages.languages.table import Language

_ANY = re.compile('[“”„‟«»"]')


def wrong_quotes(language: Language, text: str) -> Iterator[str]:
    """Yield what is wrong with the quotation marks of a text without its markup; none inside another are expected."""
    opening, closing = language.quotes
    found = _ANY.findall(text)
    if foreign := sorted(set(found) - {opening, closing}):
        yield f"the quotation mark {' '.join(foreign)}, where those of the language are {opening}…{closing}"
    elif found != [opening, closing] * (len(found) // 2):
        yield f"quotation marks that are not in pairs {opening}…{closing}"
