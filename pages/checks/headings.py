"""Headings by which a page is found and walked through (WCAG 2.2, 1.3.1 and 2.4.6)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from pages.checks.content import Content
from pages.checks.values import Finding, Level

FEWEST_LETTERS = 12  # what is shorter may be a name: NALAS, ISTANBUL


def headings(content: Content) -> Iterator[Finding]:
    """Find headings that are empty, leave out a level, or stand there twice."""
    level, seen = 1, {content.title.strip().casefold()} if content.headings else set()
    for number, heading in enumerate(content.headings):
        words = heading.words.casefold()
        if not words:
            yield Finding("empty_heading", Level.ERROR, _("The heading is empty."), heading.place)
        if heading.level > level + 1:
            message = _("“%(heading)s” is a part of a section, but no section stands above it.")
            yield Finding("skipped_level", Level.WARNING, message % {"heading": heading.words}, heading.place)
        if words and words in seen:
            yield _again(heading.words, heading.place, is_title=number == 0)
        seen.add(words)
        level = heading.level


def titles(content: Content) -> Iterator[Finding]:
    """Find titles and headings in capitals only, which are hard to read and are spelt out by screen readers."""
    for words, place in [
        (content.title, _("Title")),
        *((heading.words, heading.place) for heading in content.headings),
    ]:
        if sum(map(str.isalpha, words)) >= FEWEST_LETTERS and " " in words.strip() and words.isupper():
            message = _("“%(heading)s” is written in capitals only.")
            yield Finding("capitals", Level.WARNING, message % {"heading": words}, place)


def _again(words: str, place: str, *, is_title: bool) -> Finding:
    if is_title:
        message = _("The first heading says the title again: “%(heading)s”.")
        return Finding("title_again", Level.WARNING, message % {"heading": words}, place)
    message = _("“%(heading)s” is there twice: readers cannot tell which section is meant.")
    return Finding("double_heading", Level.WARNING, message % {"heading": words}, place)
