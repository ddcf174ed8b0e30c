"""Submits a page for translation into many languages at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.contrib.auth.models import User
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from pages.languages.table import TRANSLITERATED
from pages.selectors import HOME_DEPTH
from pages.translating.sending.drafts import make_drafts
from pages.translating.sending.sources import stored


@transaction.atomic
def submit(page: Page, locales: Iterable[Locale], user: User | None) -> list[Page]:
    """Send a page to the translation editor in these languages; return the drafts made, in the order of the tree.

    Where a page above is missing in a language, that is sent along, so that the draft has its place. A language that
    has the page already is left as it is; one that is made by transliteration needs nobody where its source is there.
    """
    wanted = _by_hand(page, locales)
    return [draft for each in _line(page) for draft in _submit_one(each, wanted, user)]


@transaction.atomic
def submit_subtree(page: Page, locales: Iterable[Locale], user: User | None) -> list[Page]:
    """Send all the pages below a page that is sent already."""
    wanted = _by_hand(page, locales)
    below = page.get_descendants().filter(locale=page.locale, alias_of=None).order_by("path").specific()
    return [draft for each in below for draft in _submit_one(each, wanted, user)]


def sent(source: TranslationSource, locales: Iterable[Locale]) -> None:
    """Let a stored text be translated into languages; a translation that was stopped is taken up again."""
    wanted = {locale.pk for locale in locales} - {source.locale_id}
    source.translations.filter(target_locale__in=wanted, enabled=False).update(enabled=True)
    wanted -= set(source.translations.values_list("target_locale", flat=True))
    Translation.objects.bulk_create(Translation(source=source, target_locale_id=pk) for pk in sorted(wanted))


def _by_hand(page: Page, locales: Iterable[Locale]) -> list[Locale]:
    """Leave out the languages that are made from one that the page has, or will have with this submission."""
    wanted = {locale.language_code: locale for locale in locales}
    there = set(page.get_translations(inclusive=True).values_list("locale__language_code", flat=True)) | set(wanted)
    return [locale for code, locale in sorted(wanted.items()) if TRANSLITERATED.get(code) not in there]


def _line(page: Page) -> Iterator[Page]:
    """Yield the pages from the start page down to this one."""
    yield from page.get_ancestors().filter(depth__gte=HOME_DEPTH).specific()
    yield page


def _submit_one(page: Page, locales: list[Locale], user: User | None) -> list[Page]:
    there = set(Page.objects.filter(translation_key=page.translation_key).values_list("locale", flat=True))
    missing = [locale for locale in locales if locale.pk not in there]
    if not missing:
        return []
    sent(stored(page), missing)
    return make_drafts(page, missing, user)
