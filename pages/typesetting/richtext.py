"""Rich text as values for the typesetter: paragraphs and lists of runs of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

LISTS = {"ul": False, "ol": True}
_SPACE = re.compile(r"\s+")
MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sup": "raised"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one form; `url` is where they lead, a whole address or `#` and an anchor of the same paper."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list, with the lists inside it."""

    runs: tuple[Run, ...]
    below: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered or not."""

    is_numbered: bool
    entries: tuple[Entry, ...]
    kind: str = "listing"


Passage = Paragraph | Listing


def passages_of(html: str, address: str) -> tuple[Passage, ...]:
    """Return the paragraphs and lists of HTML; links are counted from `address`, those to an anchor stay as they are."""
    soup = BeautifulSoup(html, "html.parser")
    return tuple(_passages(soup, address))


def plain_paragraphs(html: str) -> list[str]:
    """Return the words of each paragraph and list entry of HTML; an entry stands before the lists inside it."""
    return [" ".join("".join(run.text for run in runs).split()) for runs in _lines(passages_of(html, ""))]


def _lines(passages: Iterable[Passage]) -> Iterator[tuple[Run, ...]]:
    for passage in passages:
        if isinstance(passage, Paragraph):
            yield passage.runs
            continue
        for entry in passage.entries:
            yield entry.runs
            yield from _lines(entry.below)


def _passages(parent: Tag, address: str) -> Iterator[Passage]:
    loose: list[Any] = []
    for child in parent.children:
        if isinstance(child, Tag) and (child.name in LISTS or child.name in ("p", "div", "blockquote")):
            yield from _paragraph(loose, address)
            loose = []
            if child.name in LISTS:
                yield _listing(child, address)
            else:
                yield from _passages(child, address)
        else:
            loose.append(child)
    yield from _paragraph(loose, address)


def _paragraph(nodes: list[Any], address: str) -> Iterator[Paragraph]:
    runs = _trimmed(_runs(nodes, Run(""), address))
    if runs:
        yield Paragraph(runs)


def _listing(element: Tag, address: str) -> Listing:
    entries = element.find_all("li", recursive=False)
    return Listing(LISTS[element.name], tuple(_entry(entry, address) for entry in entries))


def _entry(element: Tag, address: str) -> Entry:
    own = [child for child in element.children if not (isinstance(child, Tag) and child.name in LISTS)]
    below = [child for child in element.children if isinstance(child, Tag) and child.name in LISTS]
    return Entry(_trimmed(_runs(own, Run(""), address)), tuple(_listing(inner, address) for inner in below))


def _runs(nodes: Iterable[Any], form: Run, address: str) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, Tag):
            yield from _tag(node, form, address)
        elif type(node) is NavigableString:
            yield replace(form, text=str(node))


def _tag(element: Tag, form: Run, address: str) -> Iterator[Run]:
    if element.name == "br":
        yield replace(form, text="\n")
        return
    if mark := MARKS.get(element.name):
        form = replace(form, **{mark: True})  # type: ignore[arg-type] # the marks are the names of fields that say yes or no
    if element.name == "a":
        form = replace(form, url=_whole(str(element.get("href") or ""), address))
    yield from _runs(element.children, form, address)


def _whole(href: str, address: str) -> str:
    """Return where a link leads; nothing for what looks like an address and is none, such as "http://["."""
    if not href or href.startswith("#"):
        return href
    try:
        return urljoin(address, href)
    except ValueError:
        return ""


def _trimmed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join white space as HTML does, and leave it out at both ends."""
    kept: list[Run] = []
    for run in runs:
        text = run.text if run.text == "\n" else _SPACE.sub(" ", run.text)
        if not kept or kept[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text:
            kept.append(replace(run, text=text))
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(run for run in kept if run.text)
