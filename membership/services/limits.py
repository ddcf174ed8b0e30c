"""Limits how often the public forms are used from one place; nothing is stored from which a person could be found."""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from django.utils.crypto import salted_hmac

from membership.models import Attempt
from membership.rules.errors import RuleError

PER_HOUR_OF_A_PREFIX = 30  # an office of a city shares one address
PER_DAY_OF_A_MAILBOX = 10
PREFIX = {4: 24, 6: 56}  # what one household or office is given


def count_address(address: str, *, now: datetime) -> None:
    """Count a try from an address by its prefix. Raises `RuleError("too_many_tries")` above thirty an hour."""
    _count(f"prefix:{_prefix(address)}", now, most=PER_HOUR_OF_A_PREFIX, hours=1)


def count_mailbox(email: str, *, now: datetime) -> None:
    """Count a mail to a mailbox, whatever stands behind a plus. Raises `RuleError("too_many_keys")` above ten a day."""
    local, _at, domain = email.strip().casefold().rpartition("@")
    mailbox = f"{local.split('+', 1)[0]}@{domain}"
    try:
        _count(f"mailbox:{mailbox}", now, most=PER_DAY_OF_A_MAILBOX, hours=24)
    except RuleError:
        raise RuleError("too_many_keys") from None


def forget_attempts(now: datetime) -> int:
    """Delete the counts that no limit looks at any more; return how many."""
    return Attempt.objects.filter(hour__lt=now - timedelta(days=2)).delete()[0]


def _count(what: str, now: datetime, *, most: int, hours: int) -> None:
    hour = now.replace(minute=0, second=0, microsecond=0)
    bucket = salted_hmac("membership.limits", what, algorithm="sha256").hexdigest()
    since = hour - timedelta(hours=hours - 1)
    counted = Attempt.objects.filter(bucket=bucket, hour__gte=since).aggregate(all=Sum("count"))["all"] or 0
    if counted >= most:
        raise RuleError("too_many_tries")
    try:
        with transaction.atomic():
            Attempt.objects.get_or_create(bucket=bucket, hour=hour)
    except IntegrityError:  # another request of the same second wrote it
        pass
    Attempt.objects.filter(bucket=bucket, hour=hour).update(count=F("count") + 1)


def _prefix(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    mapped = getattr(found, "ipv4_mapped", None)
    found = mapped or found
    return str(ip_network((found, PREFIX[found.version]), strict=False))
