"""What subscribers have of an event in their calendars: how often it changed, and that it is gone."""

from __future__ import annotations

from django.db import models

from news.labels import EventKind
from pages.languages.table import DJANGO_LANGUAGES


class CalendarEntry(models.Model):
    """An event of a language as it was last published; it outlives the page, so that subscribers see it cancelled.

    `uid` is that of RFC 5545, section 3.8.4.7. `sequence` grows by one with each change of what `digest` covers.
    """

    uid = models.CharField(max_length=80, unique=True)
    language = models.CharField(max_length=10, choices=DJANGO_LANGUAGES)
    kind = models.CharField(max_length=30, choices=EventKind.choices)
    group_key = models.CharField(max_length=50, blank=True)
    title = models.CharField(max_length=255)
    start = models.DateField()
    end = models.DateField()
    sequence = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64)
    changed_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"{self.uid} ({self.sequence})"
