"""Loads the text of one of the network's documents as a draft, article by article."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from pages.documents.blocks import anchor_of
from pages.documents.importing.reading import read_file
from pages.documents.importing.values import FileRefusedError, Recognised, Source
from pages.documents.importing.whole import text_of, words_in
from pages.documents.importing.writing import Wanted, write
from pages.documents.labels import DocumentKind
from pages.documents.models import DocumentPage
from pages.languages.partial_dates import PartialDate
from pages.languages.table import CODES

REFUSED = 2


class Command(BaseCommand):
    """`import_document FILE --language en --kind statutes --version 2024-01`; a published text is never changed."""

    help = "Turn a .txt, .md, .docx or .pdf into a draft document; run again, it renews the draft by article."

    def create_parser(self, *args: Any, **kwargs: Any) -> Any:
        """Let `--version` be that of the document, not of Django."""
        return super().create_parser(*args, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", required=True, choices=CODES)
        parser.add_argument("--kind", required=True, choices=DocumentKind.values)
        parser.add_argument("--version", required=True, help="the date that it bears: 2024, 2024-01 or 2024-01-31")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            PartialDate.parse(options["version"])
        except ValueError as error:
            raise CommandError("The version is a date: 2024, 2024-01 or 2024-01-31.", returncode=REFUSED) from error
        try:
            source, document = read_file(options["file"])
            page, is_changed = write(document, Wanted(options["language"], options["kind"], options["version"]))
        except FileRefusedError as error:
            raise CommandError(str(error), returncode=REFUSED) from error
        found = report(page, source, document)
        self.stdout.write(
            json.dumps(found, ensure_ascii=False) if options["json"] else in_words(found, is_changed=is_changed)
        )


def report(page: DocumentPage, source: Source, document: Recognised) -> dict[str, Any]:
    """Return what was imported; words are counted in the file and in the document."""
    return {
        "page": page.url_path,
        "articles": [
            {
                "anchor": anchor_of(piece.number),
                "number": piece.number,
                "title": piece.title,
                "words": words_in(" ".join(paragraph.text for paragraph in piece.paragraphs)),
            }
            for piece in document.pieces
            if piece.number
        ],
        "footnotes": [note.mark for note in document.notes],
        "unplaced": list(document.unplaced),
        "left_out": list(source.left_out),
        "words_source": words_in(source.text),
        "words_imported": words_in(text_of(document)),
    }


def in_words(found: dict[str, Any], *, is_changed: bool) -> str:
    """Return the report for people."""
    lines = [
        f"{found['page']}: {'the draft is renewed' if is_changed else 'the draft says the same already'}",
        f"{len(found['articles'])} articles, {len(found['footnotes'])} footnotes, {found['words_imported']} words",
        *(f"Kept, but not understood – {text}" for text in found["unplaced"]),
        *(f"Left out as page number or running head – {text}" for text in dict.fromkeys(found["left_out"])),
    ]
    return "\n".join(lines)
