"""A walk over every address that a reader of the seeded site can reach, in all its languages."""

from __future__ import annotations

import re
from collections import deque
from urllib.parse import urlsplit

import polib
import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation

from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo, unstarred
from pages.languages.table import BY_CODE, CODES, SOURCE
from tests.crawl.reading import Reading

pytestmark = pytest.mark.django_db
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")
WORDS = re.compile(r"[A-Za-z]{2,}")
MARKUP = re.compile(r"<[^>]+>")
LONGEST_LITERAL = 20  # letters that a sentence with a placeholder must show of itself to be recognised


class Interface:
    """The words of the interface in English that a language says otherwise."""

    def __init__(self, code: str) -> None:
        folder = BY_CODE[code].locale
        entries = [
            entry for entry in polib.pofile(str(settings.LOCALE_PATHS[0] / folder / "LC_MESSAGES/django.po"))
            if not entry.obsolete and entry.msgstr != entry.msgid
        ]  # fmt: skip
        said = {text for entry in entries for text in (entry.msgid, entry.msgid_plural) if text}
        same = {entry.msgstr for entry in entries}
        self.whole = {text for text in said - same if len(WORDS.findall(text)) > 1 and not PLACEHOLDER.search(text)}
        parts = (max(PLACEHOLDER.split(text), key=len).strip() for text in said if PLACEHOLDER.search(text))
        self.parts = tuple(part for part in set(parts) if len(part) >= LONGEST_LITERAL)

    def is_english(self, text: str) -> bool:
        return text in self.whole or any(part in text for part in self.parts)


class Walk:
    """Follows the sitemap and the links below the prefix of a language, each address once, without its filters."""

    def __init__(self, client, code: str) -> None:
        self.client, self.code, self.prefix = client, code, f"/{code}/"
        self.interface = Interface(code) if code != SOURCE else None
        with translation.override(code):
            self.footnote = str(KOSOVO_FOOTNOTE)
        self.pages: dict[str, Reading] = {}
        self.wrong: list[tuple[str, str, str]] = []
        self.known: set[str] = set()

    def go(self) -> None:
        start = [self.prefix, *self._told_to_machines()]
        waiting, seen = deque(start), set(start)
        while waiting:
            path = waiting.popleft()
            for link in self._visit(path):
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)

    def _told_to_machines(self) -> list[str]:
        """Return the addresses of the sitemap, which has what only filters lead to; each is below the prefix."""
        sitemap = self.client.get(f"{self.prefix}sitemap.xml").content.decode()
        return sorted(
            {urlsplit(address).path for address in re.findall(r"<loc>([^<]+)</loc>", sitemap)} - {self.prefix}
        )

    def _visit(self, path: str) -> list[str]:
        answer = self.client.get(path)
        if answer.status_code != 200:
            self.wrong.append(("status", path, str(answer.status_code)))
            return []
        kind = answer.headers["Content-Type"]
        if not kind.startswith("text/html"):
            if kind.startswith(("text/", "application/atom+xml", "application/xml", "application/json")):
                self._has_no_bare_kosovo(path, answer.content.decode())
            return []
        page = self.pages[path] = Reading(answer.content.decode())
        self._read(path, page)
        paths = (urlsplit(link)._replace(query="", fragment="").geturl() for link in page.links)
        return [link for link in paths if link.startswith(self.prefix)]

    def _read(self, path: str, page: Reading) -> None:
        self._has_no_bare_kosovo(path, page.text)
        if names_kosovo(page.text) and self.footnote not in page.text:
            self.wrong.append(("footnote", path, ""))
        own = BY_CODE[self.code].lang
        for language, text in page.texts:
            if self.interface and language == own and text not in self.known:
                self.known.add(text)
                if self.interface.is_english(text):
                    self.wrong.append(("english", path, text))

    def _has_no_bare_kosovo(self, path: str, text: str) -> None:
        self.wrong += [("kosovo", path, name) for name in unstarred(text)]


def broken_pairs(pages: dict[str, Reading]) -> list[tuple[str, str, str]]:
    """Return the pages whose languages do not name each other, or whose addresses have no page."""
    by_address = {page.canonical: page for path, page in pages.items() if page.canonical.endswith(path)}
    wrong = []
    for address, page in by_address.items():
        for hreflang, other in page.alternates.items():
            found = by_address.get(other)
            if found is None or found.alternates != page.alternates or found.canonical != other:
                wrong.append((address, hreflang, other))
    return wrong


def test_no_address_is_broken_half_in_english_unpaired_or_names_kosovo_without_its_star(client):
    call_command("seed")
    pages, wrong = {}, []
    for code in CODES:
        walk = Walk(client, code)
        walk.go()
        pages |= walk.pages
        wrong += walk.wrong

    assert wrong == []
    assert broken_pairs(pages) == []
    counted = {code: sum(path.startswith(f"/{code}/") for path in pages) for code in CODES}
    assert min(counted.values()) >= 75, counted
    assert sum(bool(page.alternates) for page in pages.values()) > 13 * 70


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<html lang="tr"><p>Page not found</p></html>', [("tr", "Page not found")]),
        ('<html lang="tr"><p lang="en">Text</p><img alt="x"> y</html>', [("en", "Text"), ("tr", "x"), ("tr", "y")]),
    ],
)
def test_a_reading_knows_the_language_of_each_text(html, expected):
    assert Reading(html).texts == expected


def test_the_walk_would_find_english_in_the_interface():
    turkish = Interface("tr")

    assert turkish.is_english("Skip to the content")
    assert not turkish.is_english("İçeriğe geç")
