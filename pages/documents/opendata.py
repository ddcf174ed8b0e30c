"""What documents offer to programs: the texts by article."""

from __future__ import annotations

from collections.abc import Iterator

from pages.documents.labels import DocumentKind
from pages.documents.models import DocumentPage
from pages.documents.text import articles_of
from pages.families import Families
from pages.frame import absolute
from pages.languages.table import SOURCE
from pages.opendata.resources import (
    PAGE,
    STATED_AT,
    TEXT_LANGUAGE,
    TITLE,
    Chosen,
    Field,
    Filter,
    Resource,
    Row,
    register,
)
from pages.selectors import unrestricted


def documents(language: str, chosen: Chosen) -> Iterator[Row]:
    """Yield the documents with their articles, in the language, and in English where that is missing."""
    live = unrestricted(DocumentPage.objects.live().filter(locale__language_code__in={language, SOURCE}))
    if "kind" in chosen:
        live = live.filter(kind=chosen["kind"])
    pages = list(live.select_related("locale").order_by("path"))
    translated = {page.translation_key for page in pages if page.locale.language_code == language}
    families = Families(pages)
    for page in pages:
        if page.locale.language_code == language or page.translation_key not in translated:
            yield _row(page, absolute(families.address(page, language)))


def _row(page: DocumentPage, url: str) -> Row:
    return {
        "id": str(page.translation_key),
        "title": page.title,
        "text_language": page.locale.language_code,
        "kind": page.kind,
        "version": page.version,
        "status": page.status,
        "is_description": page.is_description,
        "binding_language": page.binding_language,
        "articles": [
            {
                "anchor": article.anchor,
                "number": article.number,
                "title": article.title,
                "text": "\n".join(article.paragraphs),
            }
            for article in articles_of(page.body)
        ],
        "page": url,
        "source": page.source_url,
    }


def offer() -> None:
    """Let the open data have the documents."""
    register(
        Resource(
            "documents",
            "The network's documents, article by article.",
            (
                Field("id", "string", "The document with its translations, the same in every language."),
                TITLE,
                TEXT_LANGUAGE,
                Field("kind", "string", "What document it is."),
                Field("version", "string", "The date that the version bears, as far as known (ISO 8601)."),
                Field("status", "string", "in_force, replaced or draft."),
                Field("is_description", "boolean", "Whether the text tells of the document and is not its own."),
                Field("binding_language", "string", "The language whose text binds."),
                Field(
                    "articles", "array", "Anchor, number, title and text; without a number what stands outside them."
                ),
                PAGE,
                STATED_AT,
            ),
            documents,
            (Filter("kind", "One document.", lambda: list(DocumentKind.values)),),
        )
    )
