"""The text of a document as values: its parts and articles, each with the anchor that all languages share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext
from wagtail.blocks.stream_block import StreamValue

from pages.languages.table import Language
from pages.typesetting.richtext import plain_paragraphs

OUTSIDE = ""  # the anchor of what stands outside the articles


@dataclass(frozen=True, slots=True)
class Article:
    """An article, or with an empty number what stands outside the articles; `blocks` are those of the page's body."""

    anchor: str
    number: str
    title: str
    blocks: tuple[Any, ...]

    @property
    def paragraphs(self) -> list[str]:
        """The text without its form, paragraph by paragraph."""
        return [text for block in self.blocks for text in paragraphs_of(block)]


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the contents list, with the place to which it leads."""

    anchor: str
    text: str


def articles_of(body: StreamValue) -> list[Article]:
    """Return the articles in their order, then what stands outside them; footnotes are part of that."""
    articles = [block for block in body if block.block_type == "article"]
    outside = tuple(block for block in body if block.block_type not in ("article", "records"))
    found = [Article(block.value.anchor, block.value["number"], block.value["title"], (block,)) for block in articles]
    return [*found, Article(OUTSIDE, "", "", outside)] if outside else found


def contents_of(body: StreamValue, language: Language) -> list[Heading]:
    """Return what the contents list names: articles, parts of several, and headings of the second level."""
    return list(_headings(body, language))


def _headings(body: StreamValue, language: Language) -> Iterator[Heading]:
    for block in body:
        if block.block_type == "article":
            yield Heading(block.value.anchor, named(block.value["number"], block.value["title"], language))
        elif block.block_type == "heading" and block.value["level"] == "2":
            yield Heading(block.value.anchor, block.value["text"])


def label(number: str, language: Language) -> str:
    """Return what an article is called in the language of its text, which need not be that of the page's frame."""
    with translation.override(language.code):
        return gettext("Article %(number)s") % {"number": number}


def named(number: str, title: str, language: Language) -> str:
    """Return an article's name with its title."""
    return f"{label(number, language)}. {title}" if title else label(number, language)


def paragraphs_of(block: Any) -> list[str]:
    """Return the texts of one block of a body, without their form."""
    value = block.value
    if block.block_type in ("article", "footnote"):
        head = [value["title"]] if value.get("title") else []
        return head + plain_paragraphs(value["text"].source)
    if block.block_type == "paragraph":
        return plain_paragraphs(value.source)
    return [" ".join(str(value.get(name, "")).split()) for name in ("text", "title") if value.get(name)]
