"""Where the text of a page came from: what a reader is told about a translation."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Origin(TextChoices):
    """How a page's text was made. Machine text is labelled to the reader until a person has checked it."""

    ORIGINAL = "original", _("Written in this language")
    HUMAN = "human", _("Translated by a person")
    MACHINE = "machine", _("Translated by a machine, not yet checked")
    CHECKED = "checked", _("Translated by a machine, checked by a person")
    TRANSLITERATED = "transliterated", _("Made from the Cyrillic text by transliteration")
