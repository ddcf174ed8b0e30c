"""Gives a page to translators."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.dispatch import Signal
from wagtail.models import Page

from pages.translating.work.records import Assignment

asked = Signal()  # sent with `assignment`, `page` and `by` when somebody is asked who was not, or by another day


@dataclass(frozen=True, slots=True)
class Given:
    """Who is to translate into a language, and by when; nobody where `translator` is None."""

    language: str
    translator: User | None
    due: date | None


@transaction.atomic
def assign(page: Page, languages: Iterable[Given], by: User, *, now: datetime) -> None:
    """Let a page be translated by these people; whoever is asked anew, or by another day, is told."""
    known = {row.language: row for row in Assignment.objects.select_for_update().filter(page_key=page.translation_key)}
    for given in languages:
        row = known.get(given.language)
        if given.translator is None:
            if row is not None:
                row.delete()
            continue
        if row is not None and (row.translator_id, row.due) == (given.translator.pk, given.due):
            continue
        assignment, _ = Assignment.objects.update_or_create(
            page_key=page.translation_key,
            language=given.language,
            defaults={"translator": given.translator, "due": given.due, "given_by": by, "given_at": now},
        )
        asked.send(sender=Assignment, assignment=assignment, page=page, by=by)
