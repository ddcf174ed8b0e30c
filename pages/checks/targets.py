"""Links to pages and documents of this site that are not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from pages.checks.content import Content, Link
from pages.checks.values import Finding, Level


def targets(content: Content) -> Iterator[Finding]:
    """Find links whose page or document is deleted, or has no language in which it is published."""
    dead = dead_links(content.links)
    message = _("The link “%(words)s” leads to something that is deleted or not published.")
    for link in content.links:
        if link in dead:
            yield Finding("dead_link", Level.ERROR, message % {"words": link.words}, link.place)


def dead_links(links: Iterable[Link]) -> set[Link]:
    """Return the links that lead nowhere; a page that is live in some language can be read. Two queries at most."""
    links = list(links)
    to_pages = [link for link in links if link.page is not None]
    to_documents = [link for link in links if link.document is not None]
    pages = _live_pages({link.page for link in to_pages if link.page}) if to_pages else set()
    documents = _documents({link.document for link in to_documents if link.document}) if to_documents else set()
    return {link for link in to_pages if link.page not in pages} | {
        link for link in to_documents if link.document not in documents
    }


def _live_pages(numbers: set[int]) -> set[int]:
    live = Page.objects.live().order_by().values("translation_key")
    return set(Page.objects.filter(pk__in=numbers, translation_key__in=live).values_list("pk", flat=True))


def _documents(numbers: set[int]) -> set[int]:
    return set(get_document_model().objects.filter(pk__in=numbers).values_list("pk", flat=True))
