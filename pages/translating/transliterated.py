"""Keeps the pages of a language that is made by transliteration in step with those they are made from.

Serbian in Latin script is made from Serbian in Cyrillic whenever that goes live. What an editor wrote otherwise in the
Latin page stays, as long as the text it stands for does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.segments.types import StringSegmentValue
from wagtail_localize.strings import StringValue

from pages.languages.table import TRANSLITERATED
from pages.languages.transliteration import message_to_latin
from pages.origins import Origin
from pages.translating.records import PageText, ScriptOverride

MADE_FROM = {source: made for made, source in TRANSLITERATED.items()}
_following: ContextVar[bool] = ContextVar("following", default=False)


def follow_published(instance: Any, **_kwargs: Any) -> None:
    """Listen to `page_published`: write the page in the other script, or remember what an editor wrote in it."""
    code = instance.locale.language_code
    if code in MADE_FROM:
        follow(instance)
    elif code in TRANSLITERATED and not _following.get():
        remember_overrides(instance)


def follow_unpublished(instance: Any, **_kwargs: Any) -> None:
    """Listen to `page_unpublished`: what was made from a page goes offline with it."""
    made = _made_page(instance) if instance.locale.language_code in MADE_FROM else None
    if made is not None and made.live:
        made.unpublish()


@transaction.atomic
def follow(page: Page) -> Page | None:
    """Make or renew the page in the other script, and publish it.

    None where the site does not have that script, where the page above is not in it either, and where the page is
    translated in the editor of translations.
    """
    locale = Locale.objects.filter(language_code=MADE_FROM[page.locale.language_code]).first()
    if (
        locale is None
        or Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=locale, enabled=True
        ).exists()
    ):
        return None
    source = type(page.specific).objects.get(pk=page.pk)  # a copy of its own: its body is taken over and changed
    made = _made_page(page) or _new_page(source, locale)
    if made is None:
        return None
    slug = made.slug
    copy_synchronised_fields(source, made)
    ingest_segments(source, made, source.locale, locale, list(_in_latin(source, made)))
    made.slug, made.origin = slug, _origin(source)
    _publish(made)
    _take_over(page, made)
    return made


@transaction.atomic
def remember_overrides(made: Page) -> int:
    """Store where an editor wrote otherwise than the transliteration; return how many texts now stand so."""
    found = made.get_translations().filter(locale__language_code=TRANSLITERATED[made.locale.language_code]).first()
    if found is None:
        return 0
    originals, written = _texts(found.specific), _texts(made.specific)
    ScriptOverride.objects.filter(page_id=made.pk).delete()
    other = {originals[key]: written[key] for key in originals.keys() & written.keys()}
    rows = [
        ScriptOverride(page_id=made.pk, original=original, text=text)
        for original, text in other.items()
        if text != message_to_latin(original)
    ]
    return len(ScriptOverride.objects.bulk_create(rows))


def _made_page(page: Page) -> Page | None:
    code = MADE_FROM[page.locale.language_code]
    found = page.get_translations().filter(locale__language_code=code).first()
    return found.specific if found else None


def _new_page(source: Page, locale: Locale) -> Page | None:
    above = source.get_parent()
    if above.depth > 1 and not above.get_translations().filter(locale=locale).exists():
        return None
    return source.copy_for_translation(locale)


def _in_latin(source: Page, made: Page) -> Iterator[Any]:
    """Yield the segments of a page in the other script, with what an editor wrote in place of one."""
    overrides = dict(ScriptOverride.objects.filter(page_id=made.pk).values_list("original", "text"))
    for segment in extract_segments(source):
        if isinstance(segment, StringSegmentValue):
            original = segment.string.data
            segment.string = StringValue(overrides.get(original, message_to_latin(original)))
        yield segment


def _texts(page: Page) -> dict[tuple[str, int], str]:
    """Return the texts of a page as HTML, by the path of each and its number among those of the path."""
    seen: Counter[str] = Counter()
    found = {}
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            found[segment.path, seen[segment.path]] = segment.string.data
            seen[segment.path] += 1
    return found


def _origin(source: Page) -> str:
    """A machine's text that nobody has checked stays one in the other script too."""
    return Origin.MACHINE if source.origin == Origin.MACHINE else Origin.TRANSLITERATED


def _publish(made: Page) -> None:
    token = _following.set(True)
    try:
        made.save()
        made.save_revision().publish()
    finally:
        _following.reset(token)


def _take_over(page: Page, made: Page) -> None:
    """Let the page stand to its original, and to the check by a person, as the one it was made from."""
    kept = PageText.objects.filter(page_id=page.pk).first()
    own = PageText.objects.filter(page_id=made.pk).first()
    if kept is None or own is None:
        return
    own.made_from = kept.made_from
    own.taken, own.taken_digest, own.taken_at = kept.taken, kept.taken_digest, kept.taken_at
    own.checked_digest = own.digest if kept.is_checked else ""
    own.checked_at, own.checked_by = (kept.checked_at, kept.checked_by) if kept.is_checked else (None, None)
    own.save()
