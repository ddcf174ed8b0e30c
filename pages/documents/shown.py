"""What the page of a document shows around the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pages.documents.columns import texts_of_family
from pages.documents.facts import citation_of, facts_of
from pages.documents.models import DocumentPage
from pages.documents.references import references_to
from pages.documents.text import Heading, contents_of, label, named
from pages.documents.versions import comparable, versions_of
from pages.families import Families, families_of
from pages.frame import absolute
from pages.languages.active import active_language
from pages.languages.table import BY_CODE
from pages.navigation import Link


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article with its name, how it is cited, and what refers to it."""

    anchor: str
    name: str
    text: Any
    citation: str
    references: Sequence[Link]


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version, and where it is read."""

    page: DocumentPage
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """`parts` are the blocks of the body in their order, articles as `ShownArticle`; footnotes stand apart.

    `paper_url`, `compare_url` and `languages_url` are empty where there is nothing to show.
    """

    facts: list[tuple[str, str]]
    contents: list[Heading]
    parts: list[tuple[str, Any]]
    footnotes: list[Any]
    versions: list[ShownVersion]
    citation: str
    paper_url: str
    compare_url: str
    languages_url: str


def shown(page: DocumentPage) -> Shown:
    """Return what a reader of the active language sees; the queries do not grow with articles, versions or pages."""
    reader = active_language()
    own = families_of(page).address(page, reader.code)
    versions = versions_of(page)
    return Shown(
        facts=facts_of(page),
        contents=contents_of(page.body, BY_CODE[page.locale.language_code]),
        parts=list(_parts(page, absolute(own))),
        footnotes=[block.value for block in page.body if block.block_type == "footnote"],
        versions=_shown_versions(page, versions, reader.code),
        citation=citation_of(page, absolute(own)),
        paper_url=f"{own}paper/" if page.body else "",
        compare_url=f"{own}compare/" if len(comparable(versions)) > 1 else "",
        languages_url=f"{own}languages/" if len(texts_of_family(page)) > 1 else "",
    )


def _parts(page: DocumentPage, url: str) -> list[tuple[str, Any]]:
    references = references_to(page, active_language())
    parts: list[tuple[str, Any]] = []
    for block in page.body:
        if block.block_type == "article":
            parts.append(("article", _article(block.value, page, url, references.get(block.value["number"], []))))
        elif block.block_type != "footnote":
            parts.append((block.block_type, block))
    return parts


def _article(value: Any, page: DocumentPage, url: str, references: Sequence[Link]) -> ShownArticle:
    language = BY_CODE[page.locale.language_code]
    citation = citation_of(page, f"{url}#{value.anchor}", label(value["number"], language))
    name = named(value["number"], value["title"], language)
    return ShownArticle(value.anchor, name, value["text"], citation, references)


def _shown_versions(page: DocumentPage, versions: Sequence[DocumentPage], code: str) -> list[ShownVersion]:
    families = Families(versions)
    return [ShownVersion(version, families.address(version, code), version.pk == page.pk) for version in versions]
