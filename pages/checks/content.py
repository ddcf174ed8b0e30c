"""A page as the checks see it: its texts, headings, links and pictures, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from wagtail.blocks import CharBlock, StructValue, TextBlock
from wagtail.models import Page
from wagtail.rich_text import RichText

from pages.languages.table import BY_CODE, Language
from pages.pictures.models import Picture


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one block; those of a quotation may be in any language."""

    words: str
    place: str
    is_quotation: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second or third level."""

    words: str
    level: int
    place: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text; one of `href`, `page` and `document` says where it leads, the latter two by number."""

    words: str
    place: str
    href: str = ""
    page: int | None = None
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, or none where it was deleted."""

    picture: Picture | None
    place: str


@dataclass(slots=True)
class Content:
    """`summary` is none where the type of page has none."""

    language: Language
    title: str
    summary: str | None
    texts: list[Text] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Shown] = field(default_factory=list)


def read(page: Page) -> Content:
    """Return the content of a specific page as it is in memory, saved or not."""
    content = Content(BY_CODE[page.locale.language_code], page.title, getattr(page, "summary", None))
    for number, block in enumerate(getattr(page, "body", None) or (), start=1):
        _take(content, block.block_type, block.value, _("Block %(number)d") % {"number": number})
    return content


def links_in(html: str, place: str = "") -> Iterator[Link]:
    """Return the links of a rich text as Wagtail keeps it."""
    for anchor in BeautifulSoup(html, "html.parser").find_all("a"):
        kind, number = str(anchor.get("linktype", "")), str(anchor.get("id", ""))
        target = int(number) if number.isdecimal() else None
        yield Link(
            " ".join(anchor.get_text().split()),
            place,
            href=str(anchor.get("href", "")),
            page=target if kind == "page" else None,
            document=target if kind == "document" else None,
        )


def _take(content: Content, kind: str, value: Any, place: str) -> None:
    if isinstance(value, RichText):
        words = BeautifulSoup(value.source, "html.parser").get_text(" ")
        content.texts.append(Text(" ".join(words.split()), place))
        content.links += links_in(value.source, place)
    elif kind == "heading":
        content.headings.append(Heading(value["text"].strip(), int(value["level"]), place))
    elif isinstance(value, StructValue):
        if kind == "article":
            content.headings.append(Heading(f"{value['number']}. {value['title']}", 2, place))
        if kind == "picture":
            content.pictures.append(Shown(value["picture"], place))
        for name, child in value.block.child_blocks.items():
            if isinstance(value[name], RichText):
                _take(content, name, value[name], place)
            elif isinstance(child, CharBlock | TextBlock) and value[name]:
                content.texts.append(Text(str(value[name]), place, is_quotation=kind == "quote"))
