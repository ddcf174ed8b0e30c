"""Keeps the place of a public page that gets another slug, moves below another page, or is deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from wagtail.models import Page

from pages.past.records import PastPlace
from pages.selectors import HOME_DEPTH, in_private_section


def keep_place(page: Page, parent_key: UUID, slug: str) -> None:
    """Record a place that a page leaves now; not that of a page which the public could never read, or not there."""
    if not _is_private(page):
        _record(page, parent_key, slug, now=timezone.now())


def keep_renamed(instance: Any, instance_before: Any, **_kwargs: Any) -> None:
    """Listen to `page_slug_changed`."""
    keep_place(instance_before, instance.get_parent().translation_key, instance_before.slug)


def keep_moved(instance: Any, parent_page_before: Any, parent_page_after: Any, **_kwargs: Any) -> None:
    """Listen to `pre_page_move`, while the page is still where its readers know it; a new order is no new place."""
    if parent_page_before.translation_key != parent_page_after.translation_key:
        keep_place(instance, parent_page_before.translation_key, instance.slug)


def keep_deleted(instance: Any, **_kwargs: Any) -> None:
    """Listen to `pre_delete`, which is sent for every page of a subtree before the first of them goes.

    With the last page of a family that is private, what was known of its places goes too: its old addresses would
    else tell the public that it is gone.
    """
    if not _is_private(instance):
        if parent := instance.get_parent():
            _record(instance, parent.translation_key, instance.slug, now=timezone.now())
    elif not Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk).exists():
        PastPlace.objects.filter(translation_key=instance.translation_key).delete()


def _record(page: Page, parent_key: UUID, slug: str, *, now: datetime) -> None:
    if page.depth <= HOME_DEPTH or not (page.live or page.first_published_at):
        return
    place = PastPlace(translation_key=page.translation_key, parent_key=parent_key, slug=slug, since=now)
    PastPlace.objects.bulk_create(
        [place],
        update_conflicts=True,
        unique_fields=["slug", "parent_key", "translation_key"],
        update_fields=["since"],
    )


def _is_private(page: Page) -> bool:
    return Page.objects.filter(in_private_section(), pk=page.pk).exists()
