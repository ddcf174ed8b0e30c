"""`manage.py clean_up`: keeps what was promised about time; for a timer to run once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from membership.services.afterwards import remind_of_signature
from membership.services.flagging import refresh_all_flags
from membership.services.information import remind_and_lapse
from membership.services.keeping import delete_expired_drafts, delete_orphans, remind_of_drafts
from membership.services.limits import forget_attempts
from membership.services.retention import keep_to_terms
from membership.services.round_timers import confirm_silently, suspend_changed
from membership.services.telling import send_digest


class Command(BaseCommand):
    help = "Remind of drafts, answers and signatures that are due, let lapse and delete what is over."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        deleted, reminded, orphans = delete_expired_drafts(now), remind_of_drafts(now), delete_orphans(now)
        self.stdout.write(f"drafts: {reminded} reminded, {deleted} deleted; files: {orphans} deleted")
        self.stdout.write(f"answers: {remind_and_lapse(now)} reminded or lapsed")
        self.stdout.write(f"approvals: {remind_of_signature(now)} reminded or lapsed")
        self.stdout.write(f"rounds: {suspend_changed(now)} suspended, {confirm_silently(now)} confirmed by silence")
        self.stdout.write(f"digest: {send_digest(now)} applications")
        self.stdout.write(f"terms: {keep_to_terms(now)} applications without persons and files from now on")
        self.stdout.write(f"flags: {refresh_all_flags(now)} applications looked at")
        forget_attempts(now)
