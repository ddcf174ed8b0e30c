"""How articles are cited in the languages of the site: the word before the number, or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# The stem of the word in its cases, and its short form.
STEMS = {
    "en": ("article", "art."),
    "tr": ("madde", "md."),
    "sq": ("neni", "nenit", "nenin", "nenet", "neneve"),
    "bs": ("član", "čl."),
    "bg": ("член", "чл."),
    "hr": ("član", "čl."),
    "el": ("άρθρο", "άρθρα", "άρθρου", "άρθρων"),
    "mk": ("член", "чл."),
    "cnr": ("član", "čl."),
    "ro": ("articol", "art."),
    "sr": ("члан", "чл."),
    "sr-latn": ("član", "čl."),
    "sl": ("člen", "čl."),
}
NUMBER = r"\d+[a-z]?\b"
_MORE = rf"(?:(?:,\s*|\s+[^\W\d]{{1,4}}\s+|,\s*[^\W\d]{{1,4}}\s+){NUMBER})*"


def cited_in(text: str, code: str) -> Iterator[str]:
    """Yield the numbers of the articles that a text names: “Articles 3, 5 and 13” has three of them."""
    for found in _pattern(code).finditer(text):
        yield from re.findall(NUMBER, found.group("after") or found.group("before"))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = "|".join(rf"{re.escape(stem)}" + ("" if stem.endswith(".") else r"\w*") for stem in STEMS[code])
    after = rf"\b(?:{words})\s*(?P<after>{NUMBER}{_MORE})"
    before = rf"(?P<before>{NUMBER})\.\s*(?:{words})"
    return re.compile(f"{after}|{before}", re.IGNORECASE)
