"""Translates what changed: a translation is opened in the editor with the words that still stand, the rest left to do."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue
from wagtail_localize.strings import validate_translation_links

from pages.origins import Origin
from pages.translating.keeping import keep_text
from pages.translating.originals import made_with_editor, source_of
from pages.translating.records import PageText
from pages.translating.sending.sources import stored
from pages.translating.sending.submission import sent


class OtherParagraphsError(ValueError):
    """A translation does not have the paragraphs of its original one by one, so that nobody can say which is which."""


@transaction.atomic
def take_up(page: Page, user: User) -> Translation | None:
    """Send what changed in the original to the editor of a live translation; None for an original.

    Paragraphs that stayed keep their words. A translation that was written by hand is taken into the editor with the words
    it has. Raises `OtherParagraphsError` where these cannot be matched.
    """
    original = source_of(page)
    if original is None:
        return None
    if made_with_editor(page) is None:
        kept = keep_text(page, now=timezone.now())
        words = words_by_text(page.specific, kept)
        source = stored(original.specific)
        sent(source, [page.locale])
        _keep_words(source, page, words, user)
        _keep_address(source, original, page, user)
    else:
        stored(original.specific)
    return made_with_editor(page)


def words_by_text(page: Page, kept: PageText) -> dict[str, list[str]]:
    """Return for each text that a translation took over what the translation says, as HTML, in the order of the page.

    Raises `OtherParagraphsError` where there are not as many texts on both sides.
    """
    found = [segment.string for segment in extract_segments(page) if isinstance(segment, StringSegmentValue)]
    own = [string.data for string in found if string.render_text().strip()]
    taken = kept.taken or []
    if len(own) != len(taken):
        raise OtherParagraphsError(f"{len(own)} texts for {len(taken)}.")
    words = defaultdict(list)
    for text, html in zip(taken, own, strict=True):
        words[text].append(html)
    return dict(words)


def _keep_words(source: TranslationSource, page: Page, words: Mapping[str, Iterable[str]], user: User) -> None:
    """Let the editor have the words of the paragraphs that stand in the original as they were translated."""
    left = {text: deque(found) for text, found in words.items()}
    kind = StringTranslation.TRANSLATION_TYPE_MANUAL
    if page.specific.origin == Origin.MACHINE:
        kind = StringTranslation.TRANSLATION_TYPE_MACHINE
    rows = []
    for segment in StringSegment.objects.filter(source=source).select_related("string").order_by("order"):
        found = left.get(" ".join(segment.string.as_value().render_text().split()))
        if found and _has_the_links(segment.string.data, found[0]):
            rows.append(
                StringTranslation(
                    translation_of=segment.string,
                    locale=page.locale,
                    context_id=segment.context_id,
                    data=found.popleft(),
                    translation_type=kind,
                    last_translated_by=None if kind == StringTranslation.TRANSLATION_TYPE_MACHINE else user,
                    updated_at=timezone.now(),
                )
            )
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)


def _keep_address(source: TranslationSource, original: Page, page: Page, user: User) -> None:
    """Let the translation keep a slug of its own: the editor would give it that of the original."""
    own = source.overridablesegment_set.filter(context__path="slug").first()
    if own is not None and page.slug != original.slug:
        SegmentOverride.objects.get_or_create(
            locale=page.locale,
            context_id=own.context_id,
            defaults={"data_json": json.dumps(page.slug), "last_translated_by": user},
        )


def _has_the_links(original: str, words: str) -> bool:
    try:
        validate_translation_links(original, words)
    except ValueError:
        return False
    return True
