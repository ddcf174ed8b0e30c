"""What of a text can be printed with the documents' fonts."""

import re
import unicodedata
from functools import cache
from pathlib import Path

MISSING = "\N{REPLACEMENT CHARACTER}"

_LIST = Path(__file__).parent / "fonts" / "characters.txt"
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SIGNS = {"←": "<-", "→": "->", "↔": "<->", "≤": "<=", "≥": ">=", "≈": "~", "■": "•", "●": "•", "▪": "•"}


# Marks that steer the direction of text, invisible letters, and what XML cannot hold.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})


def composed(text: str) -> str:
    """Return the text in composed letters (NFC), with line ends as newlines and without control characters."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    return "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) not in _DROPPED)


def printable(text: str) -> str:
    """Return the text as the fonts can show it, composed (`composed`).

    A letter that the fonts lack is replaced by a plainer form of itself or else by `MISSING`; a lone accent that they
    lack is dropped.
    """
    known = characters()
    return "".join(letter if letter in known else _substitute(letter) for letter in composed(text))


@cache
def characters() -> frozenset[str]:
    """Return all characters of the fonts, and the newline."""
    ranges = (line.split("-") for line in _LIST.read_text().split())
    codes = (code for first, last in ranges for code in range(int(first, 16), int(last, 16) + 1))
    return frozenset(map(chr, codes)) - {"\N{SOFT HYPHEN}"} | {"\n"}


@cache
def _substitute(letter: str) -> str:
    if unicodedata.category(letter) in {"Mn", "Me", "Mc"}:
        return ""
    plainer = _SIGNS.get(letter) or unicodedata.normalize("NFKC", letter)
    return plainer if characters().issuperset(plainer) else MISSING
