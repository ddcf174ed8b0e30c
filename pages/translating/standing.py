"""How a page stands in a language."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from pages.origins import Origin


class Standing(TextChoices):
    """From what is most wanting to what is right; the order is that of the words to do."""

    MISSING = "missing", _("Missing")
    DRAFT = "draft", _("Draft")
    PARTLY = "partly", _("Partly translated")
    BEHIND = "behind", _("Behind its original")
    MACHINE = "machine", _("By a machine, unchecked")
    UNCHECKED = "unchecked", _("Translated, unchecked")
    CHECKED = "checked", _("Checked")
    TRANSLITERATED = "transliterated", _("Transliterated")
    ORIGINAL = "original", _("Original")


def standing_of_text(origin: str, *, is_checked: bool) -> Standing:
    """Return how a live translation in step with its original stands, by how it was made and whether it was checked."""
    if is_checked:
        return Standing.CHECKED
    if origin == Origin.MACHINE:
        return Standing.MACHINE
    return Standing.TRANSLITERATED if origin == Origin.TRANSLITERATED else Standing.UNCHECKED
