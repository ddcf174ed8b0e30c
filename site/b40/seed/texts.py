"""Reads the texts the site starts with: Markdown with a title, a menu title and a summary, turned into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pages.languages.table import TRANSLITERATED
from pages.languages.transliteration import message_to_latin

PAGES = Path(__file__).parent / "pages"
RECORDS = re.compile(r"\{\{ block:(?P<kind>[a-z_]+) \}\}")
ARTICLE_LEVEL = "h4"  # "#### 5 How a city joins" begins the article of this number
Block = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A page's text in one language. A link to another page is still `page:key`; the loader puts the page in."""

    title: str
    menu: str
    summary: str
    body_blocks: tuple[Block, ...]


@cache
def languages_of(key: str) -> tuple[str, ...]:
    """Return the codes of the languages in which a text exists, or is made by transliteration."""
    written = {path.stem for path in (PAGES / key).glob("*.md")}
    return tuple(sorted(written | {made for made, source in TRANSLITERATED.items() if source in written}))


@cache
def read_text(key: str, language: str) -> Text:
    """Return the text of a page. Raises `FileNotFoundError` if it does not exist in the language."""
    written = (PAGES / key / f"{TRANSLITERATED.get(language, language)}.md").read_text(encoding="utf-8")
    _, head, markdown = (message_to_latin(written) if language in TRANSLITERATED else written).split("---\n", 2)
    values = dict(line.split(": ", 1) for line in head.splitlines())
    return Text(values["title"], values["menu"], values["summary"], tuple(_blocks(markdown)))


def _blocks(markdown: str) -> Iterator[Block]:
    """Yield headings, quotations and lists from the records as blocks, and what is between as paragraphs or articles."""
    parser = MarkdownIt("commonmark")
    run: list[Token] = []
    article: dict[str, str] | None = None
    for group in [*_top_level(parser.parse(markdown)), []]:
        block = _block_of(group) if group else None
        if group and block is None:
            run += group
            continue
        if run:
            html = parser.renderer.render(run, parser.options, {})
            yield ("article", {**article, "text": html}) if article else ("paragraph", html)
            run, article = [], None
        if block and block[0] == "article":
            article = block[1]
        elif block:
            yield block


def _top_level(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each top-level element."""
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


def _block_of(group: list[Token]) -> Block | None:
    """Return the block of an element that is more than running text."""
    first, inline = group[0], next((token for token in group if token.type == "inline"), None)
    if first.type == "heading_open" and first.tag == ARTICLE_LEVEL and inline:
        number, _, title = inline.content.partition(" ")
        return "article", {"number": number, "title": title}
    if first.type == "heading_open" and inline:
        return "heading", {"text": inline.content, "level": first.tag.removeprefix("h")}
    if first.type == "blockquote_open" and inline:
        return "quote", {"text": inline.content, "source": ""}
    found = RECORDS.fullmatch(inline.content.strip()) if inline and first.type == "paragraph_open" else None
    return ("records", {"kind": found["kind"]}) if found else None
