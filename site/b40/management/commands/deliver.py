"""`manage.py deliver`: sends messages, scans files, closes rounds whose time is over; to be run every fifteen minutes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from membership.services.delivery import deliver_waiting
from membership.services.round_reminders import remind_of_rounds
from membership.services.round_timers import close_overdue
from membership.services.scanning import scan_waiting


class Command(BaseCommand):
    help = "Send the messages and scan the files that wait; close rounds whose deadline is over, and remind of others."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        scanned, closed, reminded = scan_waiting(), close_overdue(now), remind_of_rounds(now)
        self.stdout.write(f"{deliver_waiting(now)} sent, {scanned} scanned")
        self.stdout.write(f"rounds by circulation: {closed} closed, {reminded} reminders")
