"""The network's glossary: which word each language has for a term, with the place where it was found."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.certainty import Certainty
from pages.languages.table import DJANGO_LANGUAGES


class Term(models.Model):
    """A term in one language, as editors and translators use it.

    A proposal stands where no source gives a word, until the network approves it; it binds no translation.
    """

    key = models.SlugField(_("key in the glossary"))
    text_en = models.CharField(_("term in English"), max_length=200)
    language = models.CharField(_("language"), max_length=10, choices=DJANGO_LANGUAGES)
    text = models.CharField(_("term in this language"), max_length=200, blank=True)
    is_proposal = models.BooleanField(
        _("proposal, not approved"), default=False, help_text=_("Translations need not follow a proposal.")
    )
    source_url = models.CharField(_("source"), max_length=600, blank=True)
    source_name = models.CharField(_("name of the source"), max_length=200, blank=True)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty.choices, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar[models.Manager] = models.Manager()

    class Meta:
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("glossary")
        ordering = ["key", "language"]
        constraints = [models.UniqueConstraint(fields=["key", "language"], name="one_term_per_language")]

    def __str__(self) -> str:
        return f"{self.text_en} ({self.language}): {self.text or '–'}"
