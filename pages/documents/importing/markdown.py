"""Reads Markdown (CommonMark), and footnotes as many write them: `[^1]` in the text, `[^1]: …` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pages.documents.importing.plain_text import decoded
from pages.documents.importing.values import Form, Paragraph, Source
from pages.typesetting.richtext import Run

NOTE = re.compile(r"^\[\^(?P<mark>[^\]\s]{1,4})\]:[ \t]*(?P<text>.*(?:\n(?:[ \t]+\S.*))*)", re.MULTILINE)
FORMS = {"strong_open": {"bold": True}, "em_open": {"italic": True}}


def read_markdown(content: bytes) -> Source:
    """Return the paragraphs of a Markdown text. Raises `FileRefusedError` as plain text does."""
    text = decoded(content)
    parser = MarkdownIt("commonmark", {"html": False})
    paragraphs = list(_paragraphs(parser.parse(NOTE.sub("", text))))
    for found in NOTE.finditer(text):
        for paragraph in _paragraphs(parser.parse(" ".join(found["text"].split()))):
            paragraphs.append(replace(paragraph, form=Form.NOTE, mark=found["mark"].replace("\\*", "*")))
    return Source(tuple(paragraphs), _text(parser, text))


def _text(parser: MarkdownIt, text: str) -> str:
    """Return all words of the text as a browser would show them, then the footnotes with their marks."""
    shown = BeautifulSoup(parser.render(NOTE.sub("", text)), "html.parser").get_text()
    notes = (
        f"{found['mark']} {BeautifulSoup(parser.render(found['text']), 'html.parser').get_text()}"
        for found in NOTE.finditer(text)
    )
    return "\n".join([shown, *notes])


def _paragraphs(tokens: Iterable[Token]) -> Iterator[Paragraph]:
    lists: list[Form] = []
    heading, is_first = 0, False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(Form.ENTRY if token.type == "bullet_list_open" else Form.NUMBERED)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            is_first = True
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "heading_close":
            heading = 0
        elif token.type == "inline":
            yield _paragraph(_runs(token.children or []), heading, lists, is_entry=is_first)
            is_first = False
        elif token.type in ("code_block", "fence"):
            yield Paragraph((Run(token.content.strip()),))


def _paragraph(runs: tuple[Run, ...], heading: int, lists: list[Form], *, is_entry: bool) -> Paragraph:
    if heading:
        return Paragraph(runs, Form.HEADING, heading)
    return Paragraph(runs, lists[-1], len(lists)) if lists and is_entry else Paragraph(runs)


def _runs(tokens: Iterable[Token]) -> tuple[Run, ...]:
    found: list[Run] = []
    forms = [Run("")]
    for token in tokens:
        if token.type in FORMS:
            forms.append(replace(forms[-1], **FORMS[token.type]))  # type: ignore[arg-type] # names of fields
        elif token.type == "link_open":
            forms.append(replace(forms[-1], url=str(token.attrs.get("href", ""))))
        elif token.type.endswith("_close"):
            forms.pop()
        elif token.type in ("softbreak", "hardbreak"):
            found.append(replace(forms[-1], text=" "))
        elif token.type != "image":  # a picture is no text
            found.append(replace(forms[-1], text=token.content))
    return tuple(run for run in found if run.text)
