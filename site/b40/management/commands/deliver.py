"""`manage.py deliver`: the part of `run_due` that sends the messages and scans the files that wait."""

from b40.management.timing import TimerCommand
from membership.services.timers import FREQUENT, STEPS


class Command(TimerCommand):
    help = "Send the messages that the mail server refused before, and scan the files that wait for the scanner."
    steps = [step for step in STEPS if step[0] in FREQUENT]
