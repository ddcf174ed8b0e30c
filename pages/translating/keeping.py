"""Keeps the text of each page when it goes live, and what a translation took over from its original."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from pages.origins import Origin
from pages.translating.gate import missing_texts
from pages.translating.originals import made_with_editor, source_of
from pages.translating.records import PageText
from pages.translating.segments import digest_of, texts_of, words_in

TRANSLATION_CHECKED = "b40.translation_checked"  # an action of Wagtail's log


@transaction.atomic
def keep_text(page: Page, *, now: datetime) -> PageText:
    """Keep the text of a page that is live.

    A translation made with the translation editor took over what was sent to it. One that is written by hand took over
    the original as it is when it first goes live; later changes count as taken over when somebody has checked them.
    """
    specific = page.specific
    texts = texts_of(specific)
    kept = PageText.objects.select_for_update().filter(page_id=page.pk).first() or PageText(page_id=page.pk)
    if kept.digest != digest_of(texts):
        kept.texts, kept.digest, kept.words, kept.changed_at = texts, digest_of(texts), words_in(texts), now
    made, source = made_with_editor(specific), source_of(specific)
    kept.untranslated = missing_texts(made) if made else 0
    kept.made_from = source or kept.made_from
    if made is not None:
        _take(kept, texts_of(made.source.as_instance()), now)
    elif kept.taken is None and source is not None:
        _take(kept, texts_of(source.specific), now)
    kept.save()
    if made is not None and not kept.is_checked:
        _tell_origin(specific, made)
    return kept


def keep_missing(now: datetime) -> int:
    """Keep the text of every live page of which none is kept, the originals first; return of how many."""
    missing = Page.objects.live().filter(depth__gt=1, kept_text__isnull=True).select_related("locale").order_by("pk")
    pages = list(missing)
    for page in pages:
        keep_text(page, now=now)
    return len(pages)


@transaction.atomic
def check(page: Page, user: User, *, now: datetime) -> PageText:
    """Record that a person has read a translation beside its original as it is now, and that it says the same."""
    source = source_of(page)
    kept = keep_text(page, now=now)
    if source is not None:
        kept.made_from = source
        _take(kept, texts_of(source.specific), now)
    kept.checked_digest, kept.checked_at, kept.checked_by = kept.digest, now, user
    kept.save()
    specific = page.specific
    if specific.origin == Origin.MACHINE:
        type(specific).objects.filter(pk=page.pk).update(origin=Origin.CHECKED)
    log(instance=page, action=TRANSLATION_CHECKED, user=user, data={"original": source.pk if source else None})
    return kept


def keep_published(instance: Any, **_kwargs: Any) -> None:
    """Listen to Wagtail's `page_published`."""
    keep_text(instance, now=timezone.now())


def _tell_origin(page: Page, made: Translation) -> None:
    """Let the page say that it is a machine's as long as one of its texts is, and that a person made it when none is."""
    by_machine = StringSegment.objects.filter(
        source=made.source_id,
        string__translations__context=F("context"),
        string__translations__locale=made.target_locale_id,
        string__translations__translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )
    origin = Origin.MACHINE if by_machine.exists() else Origin.HUMAN
    if page.origin != origin:
        page.origin = origin
        type(page).objects.filter(pk=page.pk).update(origin=origin)


def _take(kept: PageText, texts: list[str], now: datetime) -> None:
    if kept.taken_digest != digest_of(texts):
        kept.taken, kept.taken_digest, kept.taken_at = texts, digest_of(texts), now
