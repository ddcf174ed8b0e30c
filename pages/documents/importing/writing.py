"""Writes what was recognised as a draft; a published text stays, and articles that stay keep their place in translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Locale, Page

from pages.documents.blocks import anchor_of, note_anchor
from pages.documents.importing.recognising import ARTICLE, HEADING, PART
from pages.documents.importing.values import FileRefusedError, Form, Paragraph, Piece, Recognised
from pages.documents.labels import DocumentKind, DocumentStatus
from pages.documents.models import DocumentPage
from pages.models import HomePage
from pages.origins import Origin
from pages.typesetting.richtext import Run

LISTS = {Form.ENTRY: "ul", Form.NUMBERED: "ol"}
MOST_LETTERS_OF_TITLE = 200
Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a document belongs: language, kind, and the date of its version."""

    language: str
    kind: str
    version: str


@transaction.atomic
def write(document: Recognised, wanted: Wanted) -> tuple[DocumentPage, bool]:
    """Make or renew the draft; return its page, and whether it changed.

    Raises `FileRefusedError` where the site does not have the language.
    """
    page = _page(wanted) or _new_page(document, wanted)
    draft = page.get_latest_revision_as_object()
    before = list(draft.body.raw_data)
    blocks = list(_with_places(list(_blocks(document)), before))
    if page.latest_revision_id and blocks == before:
        return page, False
    draft.body = page._meta.get_field("body").to_python(blocks)
    draft.save_revision()
    return page, True


def _page(wanted: Wanted) -> DocumentPage | None:
    found = DocumentPage.objects.filter(
        locale__language_code=wanted.language, kind=wanted.kind, version=wanted.version, is_description=False
    )
    return found.order_by("path").first()


def _new_page(document: Recognised, wanted: Wanted) -> DocumentPage:
    locale = Locale.objects.filter(language_code=wanted.language).first()
    parent = _parent(wanted)
    if locale is None or parent is None:
        raise FileRefusedError(f"The site has no start page in {wanted.language} yet.")
    other = (
        DocumentPage.objects.filter(kind=wanted.kind, version=wanted.version, is_description=False)
        .exclude(locale=locale)
        .first()
    )
    page = DocumentPage(
        locale=locale,
        translation_key=other.translation_key if other else uuid4(),
        title=document.title[:MOST_LETTERS_OF_TITLE] or str(DocumentKind(wanted.kind).label),
        slug=_free_slug(parent, wanted.version),
        kind=wanted.kind,
        version=wanted.version,
        status=DocumentStatus.IN_FORCE,
        origin=Origin.HUMAN if other else Origin.ORIGINAL,
        live=False,
    )
    return Page.objects.get(pk=parent.pk).add_child(instance=page)


def _parent(wanted: Wanted) -> Page | None:
    """Return the page of the document itself; without one the start page."""
    own = DocumentPage.objects.filter(locale__language_code=wanted.language, kind=wanted.kind).order_by("depth", "path")
    return own.first() or HomePage.objects.filter(locale__language_code=wanted.language).first()


def _free_slug(parent: Page, version: str) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    slug, number = slugify(version), 2
    while slug in taken:
        slug, number = f"{slugify(version)}-{number}", number + 1
    return slug


def _with_places(blocks: list[Block], before: Iterable[Mapping[str, Any]]) -> Iterator[Block]:
    """Yield the blocks under the identifiers of those they replace: an article by its number, others by their order."""
    known: dict[tuple[str, str], list[str]] = {}
    for old in before:
        known.setdefault(_place(old), []).append(str(old["id"]))
    for block in blocks:
        ids = known.get(_place(block), [])
        yield {"type": block["type"], "value": block["value"], "id": ids.pop(0) if ids else str(uuid4())}


def _place(block: Mapping[str, Any]) -> tuple[str, str]:
    value = block["value"]
    if block["type"] == "article":
        return "article", anchor_of(value["number"])
    return block["type"], note_anchor(value["mark"]) if block["type"] == "footnote" else ""


def _blocks(document: Recognised) -> Iterator[Block]:
    for piece in document.pieces:
        yield _block(piece)
    for note in document.notes:
        yield {"type": "footnote", "value": {"mark": note.mark[:4], "text": f"<p>{html_of(note.runs)}</p>"}}


def _block(piece: Piece) -> Block:
    if piece.kind == ARTICLE:
        text = "".join(_html(piece.paragraphs))
        return {"type": "article", "value": {"number": piece.number, "title": piece.title, "text": text}}
    if piece.kind == PART:
        return {"type": "part", "value": {"title": piece.title}}
    if piece.kind == HEADING:
        return {"type": "heading", "value": {"text": piece.title, "level": "2"}}
    return {"type": "paragraph", "value": "".join(_html(piece.paragraphs))}


def _html(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Yield paragraphs, with the entries of a list inside one list each."""
    tag = ""
    for paragraph in paragraphs:
        wanted = LISTS.get(paragraph.form, "")
        if tag and tag != wanted:
            yield f"</{tag}>"
        if wanted and tag != wanted:
            yield f"<{wanted}>"
        tag = wanted
        inner = html_of(paragraph.runs)
        yield f"<li>{inner}</li>" if wanted else f"<p>{inner}</p>"
    if tag:
        yield f"</{tag}>"


def html_of(runs: Iterable[Run]) -> str:
    """Return runs as rich text."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    html = escape(run.text, quote=False)
    for is_on, tag in ((run.bold, "b"), (run.italic, "i"), (run.raised, "sup")):
        html = f"<{tag}>{html}</{tag}>" if is_on and html.strip() else html
    is_safe = run.url.startswith(("#", "https://", "http://", "mailto:"))
    return f'<a href="{escape(run.url)}">{html}</a>' if is_safe and html.strip() else html
