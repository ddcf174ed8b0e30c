"""How often something was tried from one place: what the limits of the public forms count."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Attempt(models.Model):
    """A count for one hour. `bucket` is a salted hash of an address prefix or a mailbox, from which neither is found."""

    bucket = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager]

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bucket", "hour"], name="one_count_per_hour")]

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}: {self.count}"
