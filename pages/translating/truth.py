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
    source = families_of(page).source(page)
    if source is None or page.pk is None or source.pk == page.pk:
        return None
    kept = {
        row.page_id: row for row in PageText.objects.filter(page_id__in=[page.pk, source.pk]).defer("texts", "taken")
    }
    own, original = kept.get(page.pk), kept.get(source.pk)
    if own is None or original is None:
        return None
    return Truth(
        page_id=page.pk,
        original=BY_CODE[source.locale.language_code],
        checked_at=own.checked_at if own.is_checked else None,
        changed_at=original.changed_at if own.is_behind(original) else None,
        untranslated=own.untranslated,
    )
