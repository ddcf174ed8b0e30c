"""Which pages refer to which article of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from pages.documents.labels import DocumentKind
from pages.documents.models import DocumentPage
from pages.documents.text import articles_of
from pages.documents.words import cited_in
from pages.families import Families
from pages.languages.table import Language
from pages.navigation import Link, crumb
from pages.translating.records import PageText

# What parts of the site that are no pages refer to: for a language, pairs of a number of an article of the statutes and a link.
Citer = Callable[[Language], Iterable[tuple[str, Link]]]

_citers: list[Citer] = []


def register(citer: Citer) -> Citer:
    """Let the articles of the statutes tell that something that is no page refers to them; once is enough."""
    if citer not in _citers:
        _citers.append(citer)
    return citer


def references_to(document: DocumentPage, language: Language) -> Mapping[str, list[Link]]:
    """Return number of an article → links to what refers to it, for a reader of a language; each once, pages first.

    A page refers to an article that it names in its text, if it also links to the document. The queries do not grow
    with the pages.
    """
    numbers = {article.number for article in articles_of(document.body)}
    found: dict[str, dict[Link, None]] = defaultdict(dict)
    pages = list(_citing(document))
    families = Families(pages)
    texts = dict(PageText.objects.filter(page__in=pages).values_list("page_id", "texts"))
    for page in pages:
        link = crumb(families, page, language)
        for number in cited_in(" ".join(texts.get(page.pk, [])), page.locale.language_code):
            found[number][link] = None
    for number, link in _cited_elsewhere(document, language):
        found[number][link] = None
    return {number: list(links) for number, links in found.items() if number in numbers}


def _citing(document: DocumentPage) -> Iterable[Page]:
    """Return the live pages, in the language of the document, that link to it in any of its languages or versions."""
    family = DocumentPage.objects.filter(kind=document.kind).values_list("pk", flat=True)
    page_type = ContentType.objects.get_for_model(Page)
    rows = ReferenceIndex.objects.filter(
        to_content_type=page_type, to_object_id__in=[str(pk) for pk in family], base_content_type=page_type
    )
    numbers = [int(number) for number in rows.values_list("object_id", flat=True).distinct()]
    pages = Page.objects.live().filter(pk__in=numbers, locale=document.locale_id)
    return pages.exclude(pk=document.pk).select_related("locale").order_by("path")


def _cited_elsewhere(document: DocumentPage, language: Language) -> Iterable[tuple[str, Link]]:
    if document.kind != DocumentKind.STATUTES:
        return []
    return [pair for citer in _citers for pair in citer(language)]
