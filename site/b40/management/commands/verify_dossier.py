"""`manage.py verify_dossier FILE.zip`: checks an exported dossier without the database; exits 1 when it was changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from membership.inspection.dossier import check_dossier
from membership.labels.audit import DOSSIER_FAULTS

FAULTY = 1


class Command(BaseCommand):
    help = "Check that an exported dossier is whole and unchanged; nothing is asked of the database (docs/record.md)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the ZIP file as it was downloaded")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            checked = check_dossier(file)
        except FileNotFoundError:
            self._refuse([f"There is no file {file}."])
        with translation.override("en"):
            self._refuse([str(DOSSIER_FAULTS[fault.code]) % fault.details for fault in checked.faults])
        made, head = checked.manifest, checked.manifest["record_head"]
        self.stdout.write(
            f"Dossier {made['reference']} of {made['made_at']}: {len(made['files'])} files are whole and unchanged.\n"
            f"SHA-256 of the manifest, as the record has it: {checked.manifest_sha256}\n"
            f"Newest seal of the record at that time: {head['number']}, {head['sha256']}"
        )

    def _refuse(self, sentences: list[str]) -> None:
        """Tell what is wrong, if anything is, and end."""
        for sentence in sentences:
            self.stderr.write(sentence)
        if sentences:
            sys.exit(FAULTY)
