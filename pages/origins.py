"""Where the text of a page came from: what a reader is told about a translation."""

from django.db.models import Model, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Origin(TextChoices):
    """How a page's text was made. Machine text is labelled to the reader until a person has checked it."""

    ORIGINAL = "original", _("Written in this language")
    HUMAN = "human", _("Translated by a person")
    MACHINE = "machine", _("Translated by a machine, not yet checked")
    CHECKED = "checked", _("Translated by a machine, checked by a person")
    TRANSLITERATED = "transliterated", _("Made from the Cyrillic text by transliteration")


NOTICES = {
    Origin.MACHINE: _("This text was translated by a machine and has not yet been checked by a person."),
    Origin.CHECKED: _("This text was translated by a machine and checked by a person."),
    Origin.TRANSLITERATED: _("This text was made from the Cyrillic text by transliteration."),
}


def notice_of(page: Model) -> Promise | str:
    """Return what the reader is told about how the text was made; nothing for a person's own work."""
    return NOTICES.get(getattr(page, "origin", Origin.ORIGINAL), "")
