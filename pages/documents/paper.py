"""A document as PDF, in the language of its text."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from html import escape
from typing import Any

from django.core.cache import cache
from django.utils import translation
from django.utils.translation import gettext as _

from pages.documents.facts import facts_of
from pages.documents.models import DocumentPage
from pages.documents.text import named
from pages.frame import absolute
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo
from pages.languages.table import BY_CODE, Language
from pages.origins import notice_of
from pages.typesetting.pdf import paper_pdf
from pages.typesetting.richtext import passages_of
from pages.typesetting.values import Note, Paper, Section

FEWEST_FOR_CONTENTS = 3
KEPT_SECONDS = 30 * 24 * 3600


def paper_of(page: DocumentPage) -> bytes:
    """Return the PDF; the same text is typeset once and then kept."""
    language = BY_CODE[page.locale.language_code]
    with translation.override(language.code):
        paper = _paper(page, language)
    key = f"b40.paper:{sha256(repr(paper).encode()).hexdigest()}"
    known: bytes | None = cache.get(key)
    if known is None:
        known = paper_pdf(paper)
        cache.set(key, known, KEPT_SECONDS)
    return known


def _paper(page: DocumentPage, language: Language) -> Paper:
    address = absolute(page.get_url() or "/")
    sections = tuple(_sections(page, language, address))
    notes = tuple(_notes(page, address))
    words = f"{page.title} {page.summary} {sections!r} {notes!r}"
    return Paper(
        lang=language.code,
        title=page.title,
        kicker=_("This page describes the document in our own words; it is not its text.")
        if page.is_description
        else "",
        lead="\n".join(text for text in (page.summary, str(notice_of(page))) if text),
        facts=tuple(facts_of(page)),
        contents_title=_("Contents") if sum(bool(part.title) for part in sections) >= FEWEST_FOR_CONTENTS else "",
        sections=sections,
        notes=notes,
        footnote=str(KOSOVO_FOOTNOTE) if names_kosovo(words) else "",
        address=address,
        page_word=_("Page {page} of {pages}"),
    )


def _sections(page: DocumentPage, language: Language, address: str) -> Iterator[Section]:
    for block in page.body:
        section = _section(block, language, address)
        if section is not None:
            yield section


def _section(block: Any, language: Language, address: str) -> Section | None:
    value = block.value
    if block.block_type == "article":
        title = named(value["number"], value["title"], language)
        return Section(title, value.anchor, passages_of(str(value["text"]), address))
    if block.block_type in ("heading", "part"):
        return Section(value.get("text") or value["title"], "", ())
    html = _html(block, language, address)
    return Section("", "", passages_of(html, address)) if html else None


def _html(block: Any, language: Language, address: str) -> str:
    """Return what a block without a title says; nothing for footnotes, which have a place of their own."""
    value = block.value
    if block.block_type in ("paragraph", "notice"):
        return str(value) if block.block_type == "paragraph" else str(value["text"])
    if block.block_type == "quote":
        return f"<p><i>{escape(value['text'])}</i></p><p>{escape(value['source'])}</p>"
    if block.block_type == "records":  # they change when the records do, so they are on the page only
        words = _("This list is drawn from the records. It stands on the page: %(address)s")
        return f"<p><i>{escape(words % {'address': address})}</i></p>"
    return _picture(value, language) if block.block_type == "picture" and value["picture"] else ""


def _picture(value: Any, language: Language) -> str:
    """Return in words what the page shows: what one sees, the caption, and whose picture it is."""
    picture = value["picture"]
    shown = picture.description_in(language.code).text
    credit = _("Picture: %(credit)s") % {"credit": picture.credit} if picture.credit else ""
    texts = (f"[{shown}]" if shown else "", value["caption"], credit)
    return "".join(f"<p><i>{escape(text)}</i></p>" for text in texts if text)


def _notes(page: DocumentPage, address: str) -> Iterator[Note]:
    for block in page.body:
        if block.block_type == "footnote":
            yield Note(block.value["mark"], block.value.anchor, passages_of(str(block.value["text"]), address))
