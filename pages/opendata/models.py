"""Open data as they were on a day."""

from django.db import models


class DataVersion(models.Model):
    """The rows of a kind of record, in English, as they were from a day on; a later row of the same kind follows it."""

    resource = models.CharField(max_length=40)
    day = models.DateField()
    digest = models.CharField(max_length=64)
    rows = models.JSONField()

    class Meta:
        ordering = ["-day", "resource"]
        constraints = [models.UniqueConstraint(fields=["resource", "day"], name="one_version_a_day")]

    def __str__(self) -> str:
        return f"{self.resource} {self.day}"
