"""What a reader is told of a translation: when it was checked, and whether its original has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from pages.families import families_of
from pages.languages.table import BY_CODE, Language
from pages.translating.records import PageText


@dataclass(frozen=True, slots=True)
class Truth:
    """`changed_at` is when the original got the text that the translation does not have; None where it has it.

    `untranslated` says how many of its texts are in the language of the original. `checked_at` is when a person last
    read this very text beside the original; `original` is the original's language.
    """

    page_id: int
    original: Language
    checked_at: datetime | None
    changed_at: datetime | None
    untranslated: int


def truth_of(page: Page) -> Truth | None:
    """Return what a reader is told of a page; None for an original, and for a page that is not kept (a preview)."""
    pair = kept_pair(page)
    if pair is None:
        return None
    own, original, source = pair
    return Truth(
        page_id=page.pk,
        original=BY_CODE[source.locale.language_code],
        checked_at=own.checked_at if own.is_checked else None,
        changed_at=original.changed_at if own.is_behind(original) else None,
        untranslated=own.untranslated,
    )


def kept_pair(page: Page) -> tuple[PageText, PageText, Page] | None:
    """Return what is kept of a translation and of its original, and the original, which the public may read."""
    family = families_of(page).texts(page)
    if page.pk is None or len(family) < 2:
        return None
    rows = PageText.objects.filter(page_id__in=[other.pk for other in family]).defer("texts", "taken")
    kept = {row.page_id: row for row in rows}
    own = kept.get(page.pk)
    source = next((other for other in family if own and other.pk == own.made_from_id), None)
    if own is None or source is None or source.pk not in kept:
        return None
    return own, kept[source.pk], source
