"""The language of the current request or task."""

from django.utils.translation import get_language

from pages.languages.table import BY_CODE, SOURCE, Language


def active_language() -> Language:
    """Return the active language; English where none of the thirteen is active."""
    return BY_CODE.get(get_language() or SOURCE, BY_CODE[SOURCE])
