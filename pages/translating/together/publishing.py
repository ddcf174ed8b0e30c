"""Publishes a page and translations of it at one moment, now or at a time to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from pages.translating.gate import Found, findings
from pages.translating.originals import made_with_editor
from pages.translating.sending.sources import stored


class HeldBackError(ValueError):
    """The gate holds some of the chosen translations back; none of the pages is published."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A translation made with the editor, and what the gate has against it; `left` says how many texts are missing."""

    page: Page
    translation: Translation
    found: list[Found]

    @property
    def is_ready(self) -> bool:
        return not self.found


def companions_of(page: Page) -> list[Companion]:
    """Return the translations of a page that are made with the editor, in the order of the site's languages."""
    others = page.get_translations().select_related("locale").order_by("locale__pk").specific()
    made = ((other, made_with_editor(other)) for other in others)
    own = [(other, found) for other, found in made if found is not None and found.source.locale_id == page.locale_id]
    return [Companion(other, found, findings(found)) for other, found in own]


def draft_of(page: Page) -> Page:
    """Return a page as it would go online."""
    return page.get_latest_revision_as_object()


def send_draft(page: Page) -> None:
    """Let the translators have the words of the draft before it goes online."""
    stored(draft_of(page))


@transaction.atomic
def publish_together(page: Page, chosen: Iterable[Page], user: User, at: datetime | None = None) -> int:
    """Publish a page and the chosen translations, or let them be published at a moment to come; return how many pages.

    All of them or none: raises `HeldBackError` where the gate has something against one.
    """
    keys = {other.pk for other in chosen}
    wanted = [companion for companion in companions_of(page) if companion.page.pk in keys]
    if len(wanted) != len(keys) or not all(companion.is_ready for companion in wanted):
        raise HeldBackError("the gate holds a translation back")
    for companion in wanted:
        companion.translation.save_target(user=user, publish=False)
    for each in [page, *(companion.page for companion in wanted)]:
        _publish(each, user, at)
    return 1 + len(wanted)


def _publish(page: Page, user: User, at: datetime | None) -> None:
    draft = draft_of(page.specific_class.objects.get(pk=page.pk))
    draft.go_live_at = at
    draft.save_revision(user=user).publish(user=user)


@transaction.atomic
def publish_due(now: datetime) -> int:
    """Publish what was to go online by now, and take offline what was to end, all at one moment; return how many go online."""
    due = Revision.objects.filter(approved_go_live_at__lt=now).count()
    call_command("publish_scheduled")
    return due
