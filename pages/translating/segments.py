"""The texts of a page that a reader sees, paragraph by paragraph, in their order."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from wagtail.models import Page
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue


def texts_of(page: Page) -> list[str]:
    """Return each text of a specific page that is translated: title, summary, then the paragraphs of its body."""
    found = [segment for segment in extract_segments(page) if isinstance(segment, StringSegmentValue)]
    return [text for segment in found if (text := " ".join(segment.string.render_text().split()))]


def digest_of(texts: list[str]) -> str:
    """Return the SHA-256 of texts in their order."""
    return sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()


def words_in(texts: list[Any]) -> int:
    """Return how many words there are."""
    return sum(len(str(text).split()) for text in texts)
