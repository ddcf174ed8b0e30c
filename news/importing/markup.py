"""Turns the HTML of a post into blocks: what a layout builder wrote around the text goes, every word that can be read stays."""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from news.importing.fields import plain
from news.importing.values import Block, Body, OldPicture
from pages.characters import without_controls

SILENT = frozenset({"style", "script", "noscript", "template", "svg", "head", "iframe", "object"})
INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "sup": "sup"}
BREAKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
HEADINGS = {"h1": "2", "h2": "2", "h3": "3", "h4": "3", "h5": "3", "h6": "3"}
HEADING_LENGTH = 200
# What the plugins of the former site wrote in square brackets; other brackets are text.
SHORTCODE = re.compile(
    r"\[/?(?:av_|vc_|et_pb_|fusion_)[^\[\]]*\]|\[/?(?:caption|gallery|embed|audio|video|playlist)\b[^\[\]]*\]"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def body_of(html: str, address: str) -> Body:
    """Return the blocks of a post; links are made whole with its address. Nothing that can be read is lost or doubled."""
    cleaned = _cleaned(html)
    reader = _Blocks(address)
    reader.feed(cleaned)
    reader.close()
    blocks = reader.finish()
    return Body(blocks, len(_readable(cleaned).split()), sum(len(_words_of(block).split()) for block in blocks))


def text_of(html: str) -> str:
    """Return the readable text of a short piece of HTML, in one line."""
    return plain(_readable(_cleaned(html)))


def _cleaned(html: str) -> str:
    return SHORTCODE.sub(" ", _COMMENT.sub("", without_controls(html)))


def _words_of(block: Block) -> str:
    kind, value = block
    if kind == "old_picture":
        return ""
    return _readable(value) if kind == "paragraph" else str(value["text"])


def _readable(html: str) -> str:
    words = _Words()
    words.feed(html)
    words.close()
    return "".join(words.texts)


class _Words(HTMLParser):
    """The words of HTML that a reader sees, apart where a block ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)

    def _part(self, tag: str) -> None:
        if tag in BREAKS or tag == "br":
            self.texts.append(" ")


class _Blocks(HTMLParser):
    """Collects blocks: paragraphs that follow each other are one block, and lists are part of it."""

    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.blocks: list[Block] = []
        self.rich: list[str] = []  # finished paragraphs and lists of the block that is open
        self.inline: list[str] = []  # the line that is open
        self.open: list[str] = []  # inline elements that are open in it
        self.lists: list[str] = []
        self.items: list[str] = []  # finished items of the list that is open
        self.heading, self.quote, self.silent = "", 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in SILENT:
            self.silent += 1
        elif self.silent:
            return
        elif tag == "img":
            self._picture(values)
        elif tag == "br":
            self.inline.append("<br/>" if not self.heading else " ")
        elif tag == "a":
            self._begin("a", f'<a href="{escape(self._whole(values.get("href", "")))}">')
        elif tag in INLINE:
            self._begin(INLINE[tag], f"<{INLINE[tag]}>")
        elif tag in BREAKS:
            self._block_begins(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif self.silent:
            return
        elif tag == "a" or tag in INLINE:
            self._end(INLINE.get(tag, tag))
        elif tag in BREAKS:
            self._block_ends(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.inline.append(escape(data, quote=False))

    def finish(self) -> list[Block]:
        """Return the blocks; the first heading is of the upper level, whatever the post began with."""
        self._line_ends()
        self._list_ends()
        self._text_ends()
        level_seen = False
        for kind, value in self.blocks:
            if kind == "heading":
                value["level"] = value["level"] if level_seen else "2"
                level_seen = True
        return self.blocks

    def _block_begins(self, tag: str) -> None:
        self._line_ends()
        if tag in HEADINGS:
            self.heading = HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self.lists.append(tag)
        elif tag == "blockquote":
            self._list_ends()
            self._text_ends()
            self.quote += 1

    def _block_ends(self, tag: str) -> None:
        self._line_ends()
        if tag in HEADINGS:
            self.heading = ""
        elif tag in ("ul", "ol") and self.lists:
            kind = self.lists.pop()
            if not self.lists:
                self._list_ends(kind)
        elif tag == "blockquote" and self.quote:
            self.quote -= 1
            self._text_ends(is_quote=True)

    def _line_ends(self) -> None:
        for tag in reversed(self.open):
            self.inline.append(f"</{tag}>")
        self.open = []
        text = re.sub(r"(?:\s|<br/>)*\Z|\A(?:\s|<br/>)*", "", re.sub(r"\s+", " ", "".join(self.inline)))
        self.inline = []
        readable = plain(re.sub(r"<[^>]*>", "", text))
        if not readable:
            return
        if self.heading and len(readable) <= HEADING_LENGTH:
            self._list_ends()
            self._text_ends()
            self.blocks.append(("heading", {"text": readable, "level": self.heading}))
        elif self.lists:
            self.items.append(f"<li>{text}</li>")
        else:
            self.rich.append(f"<p>{text}</p>")

    def _list_ends(self, kind: str = "ul") -> None:
        if self.items:
            self.rich.append(f"<{kind}>{''.join(self.items)}</{kind}>")
        self.items = []

    def _text_ends(self, *, is_quote: bool = False) -> None:
        text = "".join(self.rich)
        self.rich = []
        if not text:
            return
        if is_quote:
            lines = re.sub(r"</(?:p|li)>", "\n", text)
            self.blocks.append(("quote", {"text": _unmarked(lines), "source": ""}))
        else:
            self.blocks.append(("paragraph", text))

    def _picture(self, values: dict[str, str]) -> None:
        source = values.get("src", "")
        address = self._whole(source)
        if source and not source.lstrip().lower().startswith("data:"):
            self._line_ends()
            self._list_ends()
            self._text_ends()
            self.blocks.append(("old_picture", OldPicture(address, plain(values.get("alt", "")))))

    def _begin(self, tag: str, written: str) -> None:
        if tag in self.open:  # such an element in itself says nothing more
            return
        self.open.append(tag)
        self.inline.append(written)

    def _end(self, tag: str) -> None:
        """Close an element, and those that were opened in it and not closed."""
        if tag not in self.open:
            return
        while self.open:
            last = self.open.pop()
            self.inline.append(f"</{last}>")
            if last == tag:
                return

    def _whole(self, href: str) -> str:
        try:
            whole = urljoin(self.address, href.strip())
            return whole if urlsplit(whole).scheme in ("http", "https", "mailto") else self.address
        except ValueError:
            return self.address


def _unmarked(text: str) -> str:
    lines = unescape(re.sub(r"<[^>]*>", "", text.replace("<br/>", "\n"))).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
