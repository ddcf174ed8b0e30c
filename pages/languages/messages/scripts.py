"""Which script a letter belongs to, and the look-alikes that hide in a catalogue."""

import re
import unicodedata
from collections.abc import Iterator

from pages.languages.table import Language

_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek"}
_WORD = re.compile(r"[^\W\d_]+")
_CEDILLAS = {"ş": "ș", "ţ": "ț"}
_GREEK_QUESTION_MARK = "\u037e"


def scripts_of(text: str) -> set[str]:
    """Return the scripts (ISO 15924) of the letters in a text, as far as the thirteen languages use them."""
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha())
    return {_SCRIPTS[name] for name in names if name in _SCRIPTS}


def mixed_words(text: str) -> list[str]:
    """Return each word that has letters of more than one script: a Cyrillic а in a Latin word."""
    return [word for word in _WORD.findall(text) if len(scripts_of(word)) > 1]


def foreign_letters(language: Language, source: str, text: str) -> str:
    """Return the letters whose script is neither the language's nor Latin nor the source's."""
    allowed = {language.script, "Latn"} | scripts_of(source)
    return "".join(letter for letter in text if scripts_of(letter) - allowed)


def wrong_signs(language: Language, text: str) -> Iterator[str]:
    """Yield what is wrong with the signs that look like the right ones."""
    for old, new in _CEDILLAS.items():
        if new in language.alphabet.split() and old in text.lower():
            yield f"{old} with cedilla, where {new} has a comma below"
    if _GREEK_QUESTION_MARK in text:
        yield "the sign U+037E, where the question mark of Greek is the semicolon"
    if language.script == "Grek" and "?" in text:
        yield "a question mark, where that of Greek is the semicolon"
