"""A document in several languages, article beside article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pages.documents.models import DocumentPage
from pages.documents.text import Article, articles_of
from pages.languages.table import BY_CODE, Language
from pages.selectors import unrestricted

MOST = 3  # columns that can be read side by side


@dataclass(frozen=True, slots=True)
class Column:
    """One language of the document, with its text."""

    language: Language
    page: DocumentPage


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands under one anchor, a cell for each column; None where a language does not have it."""

    anchor: str
    cells: Sequence[tuple[Column, Article | None]]


def texts_of_family(page: DocumentPage) -> dict[str, DocumentPage]:
    """Return the live texts of a document by the code of their language, in the order of the site's languages."""
    family = DocumentPage.objects.live().filter(translation_key=page.translation_key).select_related("locale")
    found = {text.locale.language_code: text for text in unrestricted(family)}
    return {code: found[code] for code in BY_CODE if code in found}


def columns_of(pages: Iterable[DocumentPage]) -> list[Column]:
    return [Column(BY_CODE[page.locale.language_code], page) for page in pages]


def aligned(columns: Sequence[Column]) -> list[Beside]:
    """Return the articles in the order of the first column, then those that only others have."""
    texts = [{article.anchor: article for article in articles_of(column.page.body)} for column in columns]
    anchors = dict.fromkeys(anchor for text in texts for anchor in text)
    return [
        Beside(anchor, [(column, text.get(anchor)) for column, text in zip(columns, texts, strict=True)])
        for anchor in anchors
    ]
