"""`manage.py clean_up`: the part of `run_due` that keeps what was promised about time."""

from b40.management.timing import TimerCommand
from membership.services.timers import FREQUENT, STEPS


class Command(TimerCommand):
    help = "Remind of what is due, let lapse and end what is over, delete what is kept no longer."
    steps = [step for step in STEPS if step[0] not in FREQUENT]
