"""The versions of a document, and what changed from one to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from pages.documents.models import DocumentPage
from pages.documents.text import Article, articles_of
from pages.selectors import unrestricted
from pages.translating.differences import Change, changes_between


class Fate(StrEnum):
    """What became of an article between two versions."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Compared:
    """An article in two versions: the article as the newer has it, or the older where it is gone, and what changed."""

    article: Article
    fate: Fate
    changes: Sequence[Change]


def root_of(page: DocumentPage) -> DocumentPage:
    """Return the page of the document itself, below which its versions stand."""
    above = DocumentPage.objects.filter(pk=page.get_parent().pk, kind=page.kind).select_related("locale").first()
    return above or page


def versions_of(page: DocumentPage) -> list[DocumentPage]:
    """Return the versions of a document that the public may read, the newest first; those without a date are none."""
    root = root_of(page)
    pages = DocumentPage.objects.live().filter(Q(pk=root.pk) | Q(pk__in=root.get_children()), kind=page.kind)
    found = unrestricted(pages.exclude(version="")).select_related("locale")
    return sorted(found, key=lambda version: (version.version, version.pk), reverse=True)


def comparable(versions: Iterable[DocumentPage]) -> list[DocumentPage]:
    """Return the versions that are the text itself: a description says nothing of what changed in the text."""
    return [version for version in versions if not version.is_description]


def compared(older: DocumentPage, newer: DocumentPage) -> list[Compared]:
    """Return every article of the newer version, then those that only the older has, each with its changes."""
    before = {article.anchor: article for article in articles_of(older.body)}
    after = {article.anchor: article for article in articles_of(newer.body)}
    kept = [_compared(before.get(anchor), article) for anchor, article in after.items()]
    gone = [Compared(article, Fate.REMOVED, ()) for anchor, article in before.items() if anchor not in after]
    return kept + gone


def _compared(old: Article | None, new: Article) -> Compared:
    if old is None:
        return Compared(new, Fate.ADDED, ())
    changes = changes_between(old.paragraphs, new.paragraphs)
    return Compared(new, Fate.CHANGED if changes else Fate.SAME, changes)
