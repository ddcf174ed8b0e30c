"""Everything that time alone does, in one run: reminders, what lapses or ends, what is kept no longer, what waits to go out.

A step is one line of `STEPS`: a name, and a function that takes the moment and returns how much it did. Each may run at
any time, twice, and after a pause of any length.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db.models import Q
from django.utils import timezone

from membership.models import TimerLease
from membership.services.afterwards import remind_of_signature
from membership.services.contact import forget_messages
from membership.services.delivery import deliver_waiting
from membership.services.flagging import refresh_all_flags
from membership.services.information import remind_and_lapse
from membership.services.keeping import delete_expired_drafts, delete_orphans, remind_of_drafts
from membership.services.leaving import end_memberships
from membership.services.limits import forget_attempts
from membership.services.observing import end_observers
from membership.services.retention import forget_former_contacts, keep_to_terms
from membership.services.round_reminders import remind_of_rounds
from membership.services.round_timers import close_overdue, confirm_silently, suspend_changed
from membership.services.scanning import scan_waiting
from membership.services.telling import send_digest

Step = tuple[str, Callable[[datetime], int]]

STEPS: tuple[Step, ...] = (
    ("drafts deleted", delete_expired_drafts),
    ("drafts reminded", remind_of_drafts),
    ("files without owner deleted", delete_orphans),
    ("answers reminded or lapsed", remind_and_lapse),
    ("approvals reminded or lapsed", remind_of_signature),
    ("memberships ended", end_memberships),
    ("observers ended", end_observers),
    ("rounds suspended with the Committee", suspend_changed),
    ("results confirmed by silence", confirm_silently),
    ("applications in the digest", send_digest),
    ("applications past their term", keep_to_terms),
    ("former members past their term", forget_former_contacts),
    ("applications looked at for flags", refresh_all_flags),
    ("messages of visitors forgotten", forget_messages),
    ("counted tries forgotten", forget_attempts),
    ("files scanned", lambda _now: scan_waiting()),
    ("rounds by circulation closed", close_overdue),
    ("reminders of rounds", remind_of_rounds),
    ("messages sent", deliver_waiting),
)
FREQUENT = (  # what `deliver` does, and `clean_up` does not
    "files scanned",
    "rounds by circulation closed",
    "reminders of rounds",
    "messages sent",
)
LEASE = timedelta(hours=1)  # a run that was killed holds up no other for longer
NAME = "run_due"
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """What a step did; None where it failed, which the log tells."""

    name: str
    count: int | None


def run_due(now: datetime, *, steps: Collection[Step] = STEPS) -> list[Done] | None:
    """Run the steps in their order; one that fails holds up no other. None where another run is under way."""
    holder = str(uuid4())
    if not _take_lease(holder):
        return None
    done = []
    try:
        for name, step in steps:
            done.append(Done(name, _run(name, step, now)))
            if not _take_lease(holder):  # the run took longer than its lease, and another has begun
                break
    finally:
        TimerLease.objects.filter(name=NAME, holder=holder).update(holder="", until=None)
    return done


def _run(name: str, step: Callable[[datetime], int], now: datetime) -> int | None:
    try:
        return step(now)
    except Exception:
        logger.exception("timer step failed: %s", name)
        return None


def _take_lease(holder: str) -> bool:
    """Take or renew the lease in one statement, so that of two runs at the same moment one gets it."""
    moment = timezone.now()
    TimerLease.objects.get_or_create(name=NAME)
    free = Q(until__isnull=True) | Q(until__lt=moment) | Q(holder=holder)
    return bool(TimerLease.objects.filter(free, name=NAME).update(holder=holder, until=moment + LEASE))
