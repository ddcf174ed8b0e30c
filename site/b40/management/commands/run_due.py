"""`manage.py run_due`: does everything that is due; for one timer to run every fifteen minutes."""

from b40.management.timing import TimerCommand


class Command(TimerCommand):
    help = "Remind, let lapse, end, delete, scan and send whatever is due. May run at any time, and twice."
