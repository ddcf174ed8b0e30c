"""Whether a translation says what the network's glossary says, whatever the ending of a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pages.certainty import Certainty
from pages.glossary import Term

SHORTEST_STEM, ENDING = 3, 3  # letters that a stem keeps at least, and those at the end that an inflection may change


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term of the glossary in English, and the word that a language has agreed on."""

    source: str
    text: str


def agreed_terms(language: str) -> list[Wanted]:
    """Return the terms for which a language has an attested or approved word; what is doubtful or proposed binds nobody."""
    rows = Term.objects.filter(language=language, is_proposal=False).exclude(text="").exclude(certainty=Certainty.LOW)
    found = [Wanted(source, text) for source, text in rows.values_list("text_en", "text")]
    return sorted(found, key=lambda wanted: -len(wanted.source))


def lacking(source: str, text: str, terms: Iterable[Wanted]) -> Iterator[Wanted]:
    """Yield the terms that the source has and the text lacks; a longer term hides the shorter one inside it."""
    left = plain(source)
    for wanted in terms:
        pattern = rf"(?<!\w){re.escape(plain(wanted.source))}(?:e?s)?(?!\w)"
        if not re.search(pattern, left):
            continue
        left = re.sub(pattern, " ", left)
        if not says(text, wanted.text):
            yield wanted


def says(text: str, term: str) -> bool:
    """Tell whether a text has the words of a term, in any order and with any ending."""
    words = re.findall(r"\w+", plain(text))
    return all(any(word.startswith(stem(part)) for word in words) for part in re.findall(r"\w+", plain(term)))


def stem(word: str) -> str:
    """Return the beginning of a word that no inflection changes, as far as its length tells."""
    return word[: max(SHORTEST_STEM, len(word) - ENDING)]


def plain(text: str) -> str:
    """Return a text in small letters without accents: Greek moves them with the ending, Turkish dots its İ."""
    parts = unicodedata.normalize("NFD", text.replace("İ", "i").casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
