"""What the office asks a translator to do."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from pages.languages.table import DJANGO_LANGUAGES


class Assignment(models.Model):
    """A page that somebody is to translate into a language, by a day if one is given.

    `page_key` is the key that a page shares with its translations, so that a page still to be made can be assigned too.
    Whether the work is done is never stored: the page tells it.
    """

    page_key = models.UUIDField()
    language = models.CharField(max_length=10, choices=DJANGO_LANGUAGES)
    translator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    due = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField()

    objects: ClassVar[models.Manager] = models.Manager()

    class Meta:
        ordering = [models.F("due").asc(nulls_last=True), "pk"]
        constraints = [models.UniqueConstraint(fields=["page_key", "language"], name="one_translator_of_a_page")]

    def __str__(self) -> str:
        return f"{self.page_key} ({self.language})"
