"""Recognises the headings of articles and parts in the languages of the region, with Arabic and Roman numerals."""

from __future__ import annotations

import re
from dataclasses import dataclass

ARTICLE_WORDS = (
    "article", "art.", "madde", "neni", "articolul", "art.", "članak", "član", "člen", "чл.", "член", "члан", "άρθρο", "αρθρο",
    "čl.",
)  # fmt: skip
PART_WORDS = (
    "part", "chapter", "section", "title", "bölüm", "kısım", "kreu", "pjesa", "capitolul", "titlul", "glava", "poglavlje", "dio",
    "deo", "poglavje", "del", "глава", "дел", "раздел", "поглавље", "део", "κεφάλαιο", "κεφαλαιο", "μέρος", "μεροσ",
)  # fmt: skip
MOST_LETTERS_OF_TITLE = 120
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
SENTENCE_ENDS = (".", ";", ",", ":")

_ROMAN = r"[ivxlc]+"
_NUMBER = rf"(?P<number>\d{{1,3}}[a-zα-ωа-я]?|{_ROMAN})"
_REST = r"(?P<rest>(?:\s*[.:)–—-]+\s*|\s+|$).*)"


def _words(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


_ARTICLE = re.compile(rf"(?:{_words(ARTICLE_WORDS)})\s*{_NUMBER}{_REST}", re.IGNORECASE | re.DOTALL)
_ORDINAL = re.compile(rf"{_NUMBER}\s*\.\s*(?:{_words(ARTICLE_WORDS)})(?!\w){_REST}", re.IGNORECASE | re.DOTALL)
_PART = re.compile(
    rf"(?:{_words(PART_WORDS)})\s+(?:\d{{1,2}}|{_ROMAN}|[a-zα-ωа-я])(?:\s*[.:)–—-]\s*.*|\s*$|\s+\S.*)", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})\s*[.)]\s+(?P<rest>\S.*)")
_MARKER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zα-ωа-я]|[ivx]+)[.)]\s|\d{1,3}\.\d{1,3}\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleHeading:
    """The heading of an article. `title` may be empty; `text` is what follows in the same paragraph."""

    number: str
    title: str
    text: str


def article_heading(line: str) -> ArticleHeading | None:
    """Return the article that a line begins: “Article 5 – Membership”, “MADDE V”, “5. člen”; None for another line."""
    found = _ARTICLE.fullmatch(folded := _upright(line)) or _ORDINAL.fullmatch(folded)
    number = arabic(found["number"]) if found else ""
    if not found or not number:
        return None
    rest = line[found.start("rest") :].strip().lstrip(".:)–—- ").strip()
    if is_title(rest):
        return ArticleHeading(number, rest, "")
    return ArticleHeading(number, "", rest)


def numbered_heading(line: str) -> ArticleHeading | None:
    """Return the part that a line like “5. Fields of work” begins."""
    found = _NUMBERED.fullmatch(line)
    if not found or not is_title(found["rest"]):
        return None
    return ArticleHeading(found["number"], found["rest"].strip(), "")


def part_heading(line: str) -> bool:
    """Tell whether a line is a heading above several articles, such as “CHAPTER II – Organs”."""
    return bool(_PART.fullmatch(_upright(line))) and is_title(line)


def is_title(line: str) -> bool:
    """Tell whether a line may be a title: short, no sentence, no entry of a list."""
    return len(line) <= MOST_LETTERS_OF_TITLE and not line.endswith(SENTENCE_ENDS) and not has_marker(line)


def has_marker(line: str) -> bool:
    """Tell whether a line begins with the number or letter of an entry or a sub-article: “(a)”, “5.1”, “ii)”."""
    return bool(_MARKER.match(line))


def arabic(number: str) -> str:
    """Return 5 for V and 5 alike; a letter after it stays. Nothing for letters that are no Roman numeral."""
    if number[0].isdigit():
        return number.lower()
    values = [ROMAN_VALUES[letter] for letter in number.lower()]
    total = sum(
        -value if any(value < later for later in values[place + 1 :][:1]) else value
        for place, value in enumerate(values)
    )
    return str(total) if roman(total) == number.lower() else ""


def roman(number: int) -> str:
    """Return the Roman numeral of 1 to 100 in small letters."""
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, sign in signs:
        written += sign * (number // value)
        number %= value
    return written


def _upright(line: str) -> str:
    """Return the line with the letters of Turkish made plain, one for one, so that cases compare."""
    return line.replace("İ", "I").replace("ı", "i")
