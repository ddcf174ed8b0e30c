"""What the commands for timers share: run the steps, print what each did, and fail where one failed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from b40.steps import STEPS
from membership.services.timers import Step, run_due


class TimerCommand(BaseCommand):
    """Runs `steps`; exit status 1 where a step failed, 0 where another run is under way."""

    steps: ClassVar[Collection[Step]] = STEPS

    def handle(self, *args: Any, **options: Any) -> None:
        done = run_due(timezone.now(), steps=self.steps)
        if done is None:
            self.stdout.write("another run is under way")
            return
        for each in done:
            self.stdout.write(f"{each.name}: {'failed' if each.count is None else each.count}")
        failed = [each.name for each in done if each.count is None]
        if failed:
            raise CommandError(f"failed, see the log: {', '.join(failed)}")
