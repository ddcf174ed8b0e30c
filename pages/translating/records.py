"""What is kept of the text of each page: the text that is live, and for a translation the original it was made from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from wagtail.models import Page


class ScriptOverride(models.Model):
    """What an editor wrote in a transliterated page in place of its transliteration; it stands while the original does.

    `original` and `text` are HTML of one text of the page, in the script of the source and in that of the page.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="script_overrides")
    original = models.TextField()
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "original"], name="one_override_of_a_text")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.text[:40]}"


class PageText(models.Model):
    """The live text of a page, and of a translation what it took over from the original and when a person checked it.

    `made_from` is the original. `texts` and `taken` are paragraphs in their order; a digest is the SHA-256 of them. A
    translation is behind where what it took is not the text that its original has now. `untranslated` texts of a
    translation are in the language of its original. A check holds for the text that was checked, and no other.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="kept_text")
    texts = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    words = models.PositiveIntegerField(default=0)
    untranslated = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    made_from = models.ForeignKey(Page, on_delete=models.SET_NULL, null=True, related_name="+")
    taken = models.JSONField(null=True)
    taken_digest = models.CharField(max_length=64, blank=True)
    taken_at = models.DateTimeField(null=True)
    checked_digest = models.CharField(max_length=64, blank=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.digest[:12]}"

    @property
    def is_checked(self) -> bool:
        """Whether a person has read this very text beside the original."""
        return bool(self.checked_digest) and self.checked_digest == self.digest

    def is_behind(self, source: PageText) -> bool:
        """Whether the original has another text by now than the one that was translated."""
        return bool(self.taken_digest) and self.taken_digest != source.digest
