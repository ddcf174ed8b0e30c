"""Proposes to a translator what the neighbouring languages say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from pages.translating.neighbours.words import NEIGHBOURS, adapt
from pages.translating.records import PageText
from pages.translating.sending.changed import OtherParagraphsError, words_by_text


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a neighbour says for a text that is missing, in the words of the language; it waits for somebody to read it."""

    segment: StringSegment
    language: str
    html: str
    exchanged: tuple[tuple[str, str], ...]


def proposals_for(translation: Translation) -> list[Proposal]:
    """Return a proposal of the nearest neighbour for each missing text, in the order of the page."""
    target = translation.target_locale.language_code
    if target not in NEIGHBOURS:
        return []
    missing = [segment for segment in _segments(translation) if segment.translation is None]
    found = _known(missing, translation)
    proposals = []
    for segment in missing:
        words = found.get(segment.string.data, {})
        language = next((code for code in NEIGHBOURS[target] if code in words), None)
        if language is not None:
            adapted = adapt(words[language], language, target)
            proposals.append(Proposal(segment, language, adapted.text, adapted.exchanged))
    return proposals


def _segments(translation: Translation) -> list[StringSegment]:
    rows = StringSegment.objects.filter(source=translation.source).select_related("string").order_by("order")
    return list(rows.annotate_translation(translation.target_locale))


def _known(missing: list[StringSegment], translation: Translation) -> dict[str, dict[str, str]]:
    """Return text → language → what the language says: on this very page, else wherever the same text was translated."""
    target = translation.target_locale.language_code
    found: dict[str, dict[str, str]] = defaultdict(dict)
    rows = StringTranslation.objects.filter(
        translation_of__in=[segment.string_id for segment in missing],
        locale__language_code__in=NEIGHBOURS[target],
        has_error=False,
    )
    for text, code, html in rows.order_by("pk").values_list("translation_of__data", "locale__language_code", "data"):
        found[text][code] = html
    by_text = _by_page(translation, NEIGHBOURS[target]) if missing else {}
    for segment in missing:
        plain = " ".join(segment.string.as_value().render_text().split())
        for code, words in by_text.items():
            if plain in words:
                found[segment.string.data].setdefault(code, words[plain])
    return found


def _by_page(translation: Translation, codes: tuple[str, ...]) -> dict[str, Mapping[str, str]]:
    """Return language → text → words, of the live pages that are not made with the editor."""
    pages = Page.objects.live().filter(translation_key=translation.source.object_id, locale__language_code__in=codes)
    kept = {row.page_id: row for row in PageText.objects.filter(page__in=pages)}
    found: dict[str, Mapping[str, str]] = {}
    for page in pages.select_related("locale").specific():
        with suppress(OtherParagraphsError, KeyError):
            words = words_by_text(page, kept[page.pk])
            found[page.locale.language_code] = {text: html[0] for text, html in words.items()}
    return found
