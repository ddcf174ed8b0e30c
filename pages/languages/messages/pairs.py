"""Holds a translated text against its source: what a reader, a program or the rules would stumble over."""

import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pages.languages import kosovo, markup
from pages.languages.messages import scripts
from pages.languages.messages.quotes import wrong_quotes
from pages.languages.table import Language

_PERCENT = re.compile(f"%%|{markup.PERCENT_PLACEHOLDER}")
_BRACE = re.compile(r"\{\w+\}")
_TAG_NAME = re.compile(r"<(/?[a-zA-Z][\w-]*)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and its translation. `optional` are placeholders that one plural form may leave out."""

    language: Language
    source: str
    text: str
    optional: frozenset[str] = frozenset()


def problems(pair: Pair) -> Iterator[str]:
    """Yield each problem as a phrase; a text with none is fit to be compiled."""
    yield from _placeholder_problems(pair)
    yield from _markup_problems(pair)
    yield from _script_problems(pair)
    yield from _kosovo_problems(pair)


def says_nothing(source: str) -> bool:
    """Tell whether a source has no word that could be translated."""
    return not any(letter.isalpha() for letter in markup.text_only(source))


def _placeholder_problems(pair: Pair) -> Iterator[str]:
    wanted, found = placeholders(pair.source), placeholders(pair.text)
    for placeholder in sorted(wanted - found - pair.optional):
        yield f"the placeholder {placeholder} is missing"
    for placeholder in sorted(found - wanted - pair.optional):
        yield f"the placeholder {placeholder} is not in the source"
    if (wanted or "%%" in pair.source) and not _can_be_formatted(pair):
        yield "the text cannot be formatted: a sign % or { stands where no placeholder is"


def placeholders(text: str) -> frozenset[str]:
    """Return the placeholders of both kinds, %(name)s and {name}."""
    percent = (found for found in _PERCENT.findall(text) if found != "%%")
    return frozenset([*percent, *_BRACE.findall(text)])


def _can_be_formatted(pair: Pair) -> bool:
    is_percent = any(_PERCENT.findall(pair.source))
    try:
        if is_percent:
            positional = len([found for found in _PERCENT.findall(pair.text) if found != "%%" and "(" not in found])
            pair.text % (tuple([1] * positional) if positional else defaultdict(lambda: 1))
        if _BRACE.search(pair.source):
            list(string.Formatter().parse(pair.text))
    except (ValueError, TypeError):
        return False
    return True


def _markup_problems(pair: Pair) -> Iterator[str]:
    wanted, found = (Counter(_TAG_NAME.findall(text)) for text in (pair.source, pair.text))
    if wanted != found:
        yield f"the tags differ: {_tags(wanted)} in the source, {_tags(found)} here"
    if _margins(pair.source) != _margins(pair.text):
        yield "white space at the beginning or the end differs from the source"


def _tags(names: Counter[str]) -> str:
    return " ".join(f"<{name}>" for name in sorted(names.elements())) or "none"


def _margins(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _script_problems(pair: Pair) -> Iterator[str]:
    text = markup.text_only(pair.text)
    yield from (f"letters of two scripts in the word {word}" for word in scripts.mixed_words(text))
    yield from scripts.wrong_signs(pair.language, text)
    yield from wrong_quotes(pair.language, text)
    if foreign := scripts.foreign_letters(pair.language, pair.source, text):
        yield f"letters of a foreign script: {foreign}"


def _kosovo_problems(pair: Pair) -> Iterator[str]:
    yield from (f"{mention} without its star" for mention in kosovo.unstarred(pair.text))
    if "Kosovo*" in pair.source and "*" not in pair.text:
        yield "the source names Kosovo*, the text has no star"
