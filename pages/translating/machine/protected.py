"""Keeps the network's words out of a translation service's hands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup

from pages.languages.kosovo import unstarred
from pages.translating.terms import Wanted

TAG = re.compile(r"(<[^>]*>)")
KEPT = "code"  # services that translate HTML leave what is in this element as it is, and it occurs in no text of ours


def protect(html: str, terms: Iterable[Wanted]) -> str:
    """Return the HTML of a text with each term of the glossary in the words of the language, marked as not to be translated.

    `terms` are in the order in which they win, the longer before the shorter.
    """
    wanted = {term.source.casefold(): term.text for term in terms}
    if not wanted:
        return html
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(source) for source in wanted)})(?!\w)", re.IGNORECASE)

    def marked(found: re.Match[str]) -> str:
        term = wanted[found[0].casefold()]
        own = term[0].upper() + term[1:] if found[0][0].isupper() else term
        return f'<{KEPT} translate="no">{own}</{KEPT}>'

    parts = TAG.split(html)
    return "".join(part if TAG.fullmatch(part) else pattern.sub(marked, part) for part in parts)


def restored(protected: str, answer: str) -> str | None:
    """Return what a service made of a protected text, without the marks; None where it lost a term, a link or a star."""
    asked, found = BeautifulSoup(protected, "html.parser"), BeautifulSoup(answer, "html.parser")
    if _kept(asked) != _kept(found) or _tags(asked) != _tags(found) or list(unstarred(found.get_text())):
        return None
    for mark in found.find_all(KEPT):
        mark.unwrap()
    return str(found)


def _kept(soup: BeautifulSoup) -> list[str]:
    return sorted(mark.get_text().strip() for mark in soup.find_all(KEPT))


def _tags(soup: BeautifulSoup) -> list[tuple[str, str]]:
    """Return the elements of a text with their names; the order of words, and so of elements, differs between languages."""
    return sorted((tag.name, str(tag.get("id", ""))) for tag in soup.find_all(True))
