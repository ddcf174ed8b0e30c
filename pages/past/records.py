"""The record of a place that a page has left."""

from __future__ import annotations

from django.db import models


class PastPlace(models.Model):
    """Where a page that was public once stood: below which page, and with which slug.

    Both pages are named by what they share with their translations, so that the place holds under every prefix, and
    whatever becomes of the pages. `since` is when the page last left the place.
    """

    translation_key = models.UUIDField()
    parent_key = models.UUIDField()
    slug = models.CharField(max_length=255)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug", "parent_key", "translation_key"], name="one_record_of_a_past_place")
        ]

    def __str__(self) -> str:
        return f"{self.parent_key}/{self.slug}"
