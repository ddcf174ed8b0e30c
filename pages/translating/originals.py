"""Which page a translation is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail_localize.models import Translation

from pages.languages.table import SOURCE
from pages.models import BasePage
from pages.origins import Origin
from pages.translating.records import PageText


def source_of(page: Page) -> Page | None:
    """Return the live page that a translation is made from; None for an original, and where it is offline.

    What is made with the translation editor has the page that was sent to it. Another one keeps the page from which it
    took its text, until that goes offline; then it is the original among those that are live.
    """
    others = (
        Page.objects.live().filter(translation_key=page.translation_key).exclude(pk=page.pk).select_related("locale")
    )
    if made := made_with_editor(page):
        return others.filter(locale=made.source.locale_id).first()
    kept = PageText.objects.filter(page_id=page.pk, made_from__isnull=False).values_list("made_from", flat=True).first()
    live = list(others)
    if found := next((other for other in live if other.pk == kept), None):
        return found
    family = [*live, page] if page.live else live
    original = original_among(family, _origins(page))
    return original if original is not None and original.pk != page.pk else None


def original_among(family: Iterable[Page], origins: Mapping[int, str]) -> Page | None:
    """Return the page that is written in its own language; of several the English one, else the first that was there."""
    return min(
        family,
        key=lambda page: (
            origins.get(page.pk, Origin.ORIGINAL) != Origin.ORIGINAL,
            page.locale.language_code != SOURCE,
            page.pk,
        ),
        default=None,
    )


def made_with_editor(page: Page) -> Translation | None:
    """Return the work of the translation editor on a page, which has the original as it was last sent; else None."""
    return in_editor().filter(source__object_id=page.translation_key, target_locale_id=page.locale_id).first()


def in_editor() -> QuerySet[Translation]:
    """Return the translations that are made with the editor, with their languages."""
    return Translation.objects.filter(enabled=True).select_related("source__locale", "target_locale")


def _origins(page: Page) -> dict[int, str]:
    """Return page → origin of a family; nothing for a type of page that has none."""
    model = page.specific_class
    if model is None or not issubclass(model, BasePage):
        return {}
    return dict(model.objects.filter(translation_key=page.translation_key).values_list("pk", "origin"))
