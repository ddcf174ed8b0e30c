"""Reads what the REST interface of WordPress answers at `/wp-json/wp/v2/posts`, with or without `_embed`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from news.importing.fields import day_of, plain
from news.importing.values import Export, FileRefusedError, OldPicture, OldPost

BROKEN = "The file is no JSON that can be read."


def read_rest(content: bytes) -> Export:
    """Return the posts of a list, or the one post. Raises `FileRefusedError` for JSON that is broken or something else."""
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise FileRefusedError(BROKEN) from error
    entries = found if isinstance(found, list) else [found]
    if not all(isinstance(entry, dict) and "id" in entry for entry in entries):
        raise FileRefusedError("The JSON holds no posts of WordPress.")
    passed_over: Counter[str] = Counter()
    posts = []
    for entry in entries:
        post, why = _post(entry)
        if post is None:
            passed_over[why] += 1
        else:
            posts.append(post)
    return Export(posts, passed_over)


def _post(entry: Mapping[str, Any]) -> tuple[OldPost | None, str]:
    kind, status = str(entry.get("type", "post")), str(entry.get("status", "publish"))
    if kind != "post" or status != "publish":
        return None, kind if kind != "post" else status
    title, day = plain(_rendered(entry, "title")), day_of(str(entry.get("date", "")))
    if not title or day is None:
        return None, "post without title or date"
    return OldPost(
        number=_number(entry["id"]),
        address=str(entry.get("link", "")),
        slug=str(entry.get("slug", "")),
        title=title,
        day=day,
        html=_rendered(entry, "content"),
        excerpt=_rendered(entry, "excerpt"),
        terms=tuple(_terms(entry)),
        featured=_featured(entry),
    ), ""


def _rendered(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name, "")
    return str(value.get("rendered", "") if isinstance(value, dict) else value)


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _embedded(entry: Mapping[str, Any], name: str) -> Iterator[Any]:
    embedded = entry.get("_embedded")
    found = embedded.get(name) if isinstance(embedded, dict) else None
    yield from found if isinstance(found, list) else []


def _terms(entry: Mapping[str, Any]) -> Iterator[str]:
    for group in _embedded(entry, "wp:term"):
        for term in group if isinstance(group, list) else []:
            if isinstance(term, dict) and term.get("slug"):
                yield str(term["slug"])


def _featured(entry: Mapping[str, Any]) -> OldPicture | None:
    for media in _embedded(entry, "wp:featuredmedia"):
        if isinstance(media, dict) and media.get("source_url"):
            return OldPicture(str(media["source_url"]), plain(str(media.get("alt_text", ""))))
    return None
