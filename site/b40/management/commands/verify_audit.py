"""`manage.py verify_audit`: checks the record, seal by seal; exits 1 when something is not as it was written."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone, translation

from membership.selectors.audit import check_chain

FAULTY = 1


class Command(BaseCommand):
    help = "Check the chain of seals over the record, and tell each fault in a sentence (docs/record.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--holds", default="", metavar="SHA256", help="a hash noted earlier, which a seal must bear"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"):
            checked = check_chain(timezone.now(), holds=options["holds"].strip().lower())
            for fault in checked.faults:
                self.stderr.write(fault.sentence)
        if checked.faults:
            sys.exit(FAULTY)
        self.stdout.write(f"{checked.events} events are as they were sealed; the newest seal is {checked.sha256}.")
