"""What stands between a translation in the editor and its readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.strings import StringValue

from pages.languages.kosovo import unstarred
from pages.languages.messages import scripts
from pages.languages.messages.quotes import wrong_quotes
from pages.languages.table import BY_CODE, SOURCE, Language
from pages.translating.terms import agreed_terms, lacking


class Kind(StrEnum):
    """What is wrong: only what is wrong by the rules of the language or of the network can never be published."""

    MISSING = "missing"
    TERM = "term"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Found:
    """Something to mend: the text of the original where it is, and what is wrong in a few words."""

    kind: Kind
    source: str
    problem: str = ""


def findings(translation: Translation) -> list[Found]:
    """Return what a reader of the translation would stumble over, in the order of the page."""
    language = BY_CODE[translation.target_locale.language_code]
    terms = agreed_terms(language.code) if translation.source.locale.language_code == SOURCE else []
    segments = StringSegment.objects.filter(source=translation.source).select_related("string").order_by("order", "pk")
    found: list[Found] = []
    for segment in segments.annotate_translation(translation.target_locale):
        source = segment.string.as_value().render_text()
        if segment.translation is None:
            found.append(Found(Kind.MISSING, source))
            continue
        text = _plain(segment.translation)
        found += [Found(Kind.FAULT, source, problem) for problem in _faults(language, text)]
        found += [Found(Kind.TERM, source, f"{term.source}: {term.text}") for term in lacking(source, text, terms)]
    return found


def missing_texts(translation: Translation) -> int:
    """Return how many texts of a page have no translation without a fault."""
    total, done = translation.get_progress()
    return int(total - done)


def _faults(language: Language, text: str) -> Iterator[str]:
    yield from (f"{name}: *" for name in unstarred(text))
    yield from scripts.mixed_words(text)
    yield from scripts.wrong_signs(language, text)
    yield from wrong_quotes(language, text)


def _plain(html: str) -> str:
    return str(StringValue(html).render_text())
