"""Links that say where they lead, also when they are read out alone (WCAG 2.2, 2.4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from pages.checks.content import Content
from pages.checks.values import Finding, Level
from pages.checks.words import empty_link_words

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_AROUND = " .…:;!?»«“”„\"'()[]<>→›-–"


def link_texts(content: Content) -> Iterator[Finding]:
    """Find links without words, with words that fit any link, and bare addresses."""
    hollow = empty_link_words(content.language.code)
    for link in content.links:
        words = link.words.strip(_AROUND).casefold()
        if not words:
            yield Finding("empty_link", Level.ERROR, _("A link has no words; nobody can follow it."), link.place)
        elif words in hollow:
            message = _("The link “%(words)s” does not say where it leads.")
            yield Finding("hollow_link", Level.ERROR, message % {"words": link.words}, link.place)
        elif _ADDRESS.fullmatch(link.words):
            message = _("The link “%(words)s” is an address; say in words where it leads.")
            yield Finding("bare_address", Level.WARNING, message % {"words": link.words}, link.place)
