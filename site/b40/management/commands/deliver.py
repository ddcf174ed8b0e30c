"""`manage.py deliver`: sends the messages of the outbox that wait, for a timer to run every fifteen minutes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from membership.services.outbox import deliver_waiting


class Command(BaseCommand):
    help = "Send the messages that the mail server refused before; each is tried eight times."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{deliver_waiting(timezone.now())} sent")
