"""Sorts names as each language does: letters first, then accents, then capitals.

The order is that of the Unicode collation (CLDR), in pure Python because neither SQLite nor Python has it: own script
first, spaces and punctuation before digits, digits before letters, small letters before capitals.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pages.languages import alphabets
from pages.languages.table import BY_CODE, Language

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]

NOT_A_LETTER = "#"

_PUNCTUATION = " _-\u2011–—,;:!?.·'\"«»()[]{}§@*/\\&#%†`^°+<=>|~$€"
_VARIANTS = {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "ς": "σ"}
_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304\u0309\u0323\u0326"
_STROKE = "\u0338"
_WITHOUT_DECOMPOSITION = {"đ": f"d{_STROKE}", "ł": f"l{_STROKE}", "ø": f"o{_STROKE}", "ґ": f"г{_STROKE}"}
_WITHOUT_DECOMPOSITION |= {"ß": "ss", "æ": "ae", "œ": "oe"}
_ROOT_ALPHABETS = {"Latn": alphabets.LATIN, "Grek": alphabets.GREEK, "Cyrl": alphabets.CYRILLIC}

_FIRST_DIGIT = len(_PUNCTUATION)
_FIRST_LETTER = _FIRST_DIGIT + 10
_FIRST_UNKNOWN = _FIRST_LETTER + 1000


def sort_key(code: str) -> Callable[[str], SortKey]:
    """Return the key function for a language: `sorted(names, key=sort_key("hr"))`."""
    return collation_of(code).key


def index_letter(code: str, text: str) -> str:
    """Return the heading under which a name stands in an index: "Lj" for Ljubuški in Croatian, "#" without a letter."""
    return collation_of(code).index_letter(text)


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sign of a text, decomposed and small, and what it was: 0 itself, 1 a capital, 2 another form (ς, ’)."""

    small: str
    form: int


@dataclass(frozen=True, slots=True)
class _Element:
    """One letter of an alphabet (or another sign) with the accents that follow it; `form` is 0, 1 (Lj) or 2 (LJ)."""

    position: int
    form: int
    accents: tuple[int, ...]


class Collation:
    """The order of one language."""

    def __init__(self, language: Language) -> None:
        others = language.scripts[1:]
        self.dotless_capital = language.alphabet == alphabets.TURKISH
        self.letters = " ".join([language.alphabet, *(_ROOT_ALPHABETS[script] for script in others)]).split()
        self.positions = {_decompose(letter): number for number, letter in enumerate(self.letters, _FIRST_LETTER)}
        self.longest = max(map(len, self.positions))
        if "ș" in self.letters:  # Romanian: the old cedilla is the same letter
            self.positions |= {_decompose(old): self.positions[_decompose(new)] for old, new in ("şș", "ţț")}

    def key(self, text: str) -> SortKey:
        """Return what compares as the language sorts; the text itself breaks the last ties."""
        elements = list(self._elements(text))
        accents = tuple(weight for element in elements for weight in (0, *element.accents))
        return (
            tuple(element.position for element in elements),
            accents,
            tuple(element.form for element in elements),
            text,
        )

    def index_letter(self, text: str) -> str:
        for element in self._elements(text):
            if _FIRST_LETTER <= element.position < _FIRST_UNKNOWN:
                return self._capitalise(self.letters[element.position - _FIRST_LETTER])
            if element.position >= _FIRST_DIGIT:
                break
        return NOT_A_LETTER

    def _capitalise(self, letter: str) -> str:
        if self.dotless_capital and letter == "i":
            return "İ"
        return letter.capitalize()

    def _elements(self, text: str) -> Iterator[_Element]:
        signs = list(self._signs(text))
        start = 0
        while start < len(signs):
            length = self._length_of_letter(signs, start)
            letter, start = signs[start : start + length], start + length
            end = start
            while end < len(signs) and unicodedata.combining(signs[end].small):
                end += 1
            yield _Element(
                position=self._position("".join(sign.small for sign in letter)),
                form=sum(sign.form for sign in letter),
                accents=tuple(_accent(sign.small) for sign in signs[start:end]),
            )
            start = end

    def _length_of_letter(self, signs: list[_Sign], start: int) -> int:
        """Return how many signs the longest letter takes; lJ is no letter, Lj and LJ are."""
        for length in range(min(self.longest, len(signs) - start), 1, -1):
            letter = signs[start : start + length]
            rises = not letter[0].form and any(sign.form for sign in letter)
            if not rises and "".join(sign.small for sign in letter) in self.positions:
                return length
        return 1

    def _position(self, letter: str) -> int:
        if letter in self.positions:
            return self.positions[letter]
        if letter in _PUNCTUATION:
            return _PUNCTUATION.index(letter)
        digit = unicodedata.digit(letter, None)
        return _FIRST_UNKNOWN + ord(letter) if digit is None else _FIRST_DIGIT + digit

    def _signs(self, text: str) -> Iterator[_Sign]:
        for sign in unicodedata.normalize("NFC", text):
            if self.dotless_capital and sign in "Iİ":
                yield _Sign("ı" if sign == "I" else "i", form=1)
                continue
            form = 2 if sign in _VARIANTS else int(sign.isupper())
            for part in _decompose(self._spelling(_VARIANTS.get(sign, sign))):
                if unicodedata.category(part) not in {"Cf", "Cc"}:
                    yield _Sign(part.lower(), form=0 if unicodedata.combining(part) else form)

    def _spelling(self, sign: str) -> str:
        """Return a letter that Unicode does not decompose by its parts, unless it is one of the alphabet's."""
        small = sign.lower()
        return sign if small in self.positions else _WITHOUT_DECOMPOSITION.get(small, sign)


@cache
def collation_of(code: str) -> Collation:
    return Collation(BY_CODE[code])


def _decompose(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _accent(mark: str) -> int:
    """Return the weight of an accent; those that no language here uses come after the others."""
    return 1 + _ACCENTS.index(mark) if mark in _ACCENTS else 1000 + ord(mark)
