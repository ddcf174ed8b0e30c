"""`manage.py clean_up`: keeps drafts no longer than promised; for a timer to run once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from membership.services.keeping import delete_expired_drafts, delete_orphans, remind_of_drafts


class Command(BaseCommand):
    help = "Remind of drafts that will be deleted, delete those whose time is over, and files that nothing refers to."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        deleted, reminded, orphans = delete_expired_drafts(now), remind_of_drafts(now), delete_orphans(now)
        self.stdout.write(f"drafts: {reminded} reminded, {deleted} deleted; files: {orphans} deleted")
