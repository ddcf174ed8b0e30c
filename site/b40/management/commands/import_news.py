"""Takes the news of the former site over from an export of WordPress, as drafts."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from news.importing.reading import read_export
from news.importing.values import FileRefusedError, Report
from news.importing.writing import Wanted, write
from pages.languages.table import CODES, SOURCE

REFUSED = 2


class Command(BaseCommand):
    """`import_news FILE --pictures FOLDER`; what was published or changed by a person is never touched."""

    help = (
        "Make drafts of the news in a WXR or JSON export of WordPress; run again, it renews those nobody has touched."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--pictures", type=Path, help="a copy of wp-content/uploads")
        parser.add_argument("--language", default=SOURCE, choices=CODES)
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["pictures"]
        if folder and not folder.is_dir():
            raise CommandError("There is no such folder of pictures.", returncode=REFUSED)
        try:
            report = write(read_export(options["file"]), Wanted(options["language"], folder))
        except FileRefusedError as error:
            raise CommandError(str(error), returncode=REFUSED) from error
        self.stdout.write(json.dumps(asdict(report), ensure_ascii=False) if options["json"] else in_words(report))


def in_words(report: Report) -> str:
    """Return the report for people."""
    counts = f"{len(report.made)} drafts made, {len(report.renewed)} renewed, {len(report.same)} the same already"
    return "\n".join(
        [
            counts,
            f"{report.pictures} pictures, {report.redirects} new redirects",
            *(f"Left alone, because a person has published or changed it: {address}" for address in report.left),
            *(f"Passed over: {number} × {kind}" for kind, number in sorted(report.passed_over.items())),
            *(f"To look at: {remark}" for remark in report.remarks),
        ]
    )
