"""`manage.py deliver`: sends the messages and scans the files that wait, for a timer to run every fifteen minutes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from membership.services.delivery import deliver_waiting
from membership.services.scanning import scan_waiting


class Command(BaseCommand):
    help = "Send the messages that the mail server refused before, and scan the files that wait for the scanner."

    def handle(self, *args: Any, **options: Any) -> None:
        scanned = scan_waiting()
        self.stdout.write(f"{deliver_waiting(timezone.now())} sent, {scanned} scanned")
