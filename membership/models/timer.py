"""Which run of the timers is under way."""

from django.db import models


class TimerLease(models.Model):
    """A run holds the lease until a moment, so that no second run overlaps; one that was killed frees it by time."""

    name = models.CharField(max_length=40, unique=True)
    holder = models.CharField(max_length=40, blank=True)
    until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
