"""`manage.py take_bounces`: marks the messages that mail servers report as undeliverable (docs/outbox.md)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone, translation

from membership.labels.office import sentence
from membership.rules.errors import RuleError
from membership.services.bounces import take_bounce

STANDARD_INPUT = "-"
REFUSED = 1


class Command(BaseCommand):
    help = "Read delivery status notifications (RFC 3464), one on the standard input or one in each file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", default=[STANDARD_INPUT], help="a file for each; - is standard input")

    def handle(self, *args: Any, files: list[str], **options: Any) -> None:
        with translation.override("en"):
            refused = [name for name in files if not self._take(name)]
        if refused:
            sys.exit(REFUSED)

    def _take(self, name: str) -> bool:
        """Take one notification and say what was done; return whether it could be read and its message found."""
        try:
            mail = take_bounce(_read(name), now=timezone.now())
        except OSError as error:
            self.stderr.write(f"{name}: {error.strerror or error}.")
        except RuleError as error:
            self.stderr.write(f"{name}: {sentence(error)}")
        else:
            self.stdout.write(f"{name}: message {mail.pk} came back" if mail else f"{name}: nothing came back")
            return True
        return False


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
