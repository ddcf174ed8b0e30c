"""The network's own calendar: which day it is where the Secretariat sits."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from membership.rules.house_rules import TIME_ZONE

ZONE = ZoneInfo(TIME_ZONE)


def day_in_the_network(now: datetime) -> date:
    """The date in the network's time zone, by which deadlines and terms are counted."""
    return now.astimezone(ZONE).date()


def today_in_the_network() -> date:
    """The present day in the network's time zone."""
    return day_in_the_network(timezone.now())
