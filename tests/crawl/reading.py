"""Reads a page as a crawler does: its texts with the language each is in, its links, and what its head says."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SILENT = {"script", "style"}
SPOKEN = ("alt", "aria-label", "title", "placeholder", "data-offer", "data-close")


class Reading(HTMLParser):
    """`texts` are (language, text) pairs; `links` the addresses of anchors; `alternates` hreflang → address."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[tuple[str, str]] = []
        self.links: set[str] = set()
        self.alternates: dict[str, str] = {}
        self.canonical = ""
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    @property
    def language(self) -> str:
        return self._open[-1][1] if self._open else ""

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.texts)

    def handle_starttag(self, tag, attributes):
        found = {name: value or "" for name, value in attributes}
        language = found.get("lang", self.language)
        if tag not in VOID:
            self._open.append((tag, language))
        if tag == "a" and "href" in found:
            self.links.add(found["href"])
        if tag == "link":
            self._link(found)
        if tag == "meta" and (found.get("name") or found.get("property")):
            self._say(language, found.get("content", ""))
        for name in SPOKEN:
            self._say(found.get("hreflang", language) if name == "data-offer" else language, found.get(name, ""))

    def handle_endtag(self, tag):
        while self._open:
            name, _ = self._open.pop()
            if name == tag:
                return

    def handle_data(self, data):
        if not self._open or self._open[-1][0] not in SILENT:
            self._say(self.language, data)

    def _link(self, found):
        kind = found.get("rel", "")
        if kind == "canonical":
            self.canonical = found.get("href", "")
        if kind == "alternate" and "hreflang" in found and "type" not in found:
            self.alternates[found["hreflang"]] = found.get("href", "")

    def _say(self, language, text):
        if words := " ".join(text.split()):
            self.texts.append((language, words))
