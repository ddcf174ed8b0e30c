"""The same page in another language, as the switcher and the link elements show it."""

from dataclasses import dataclass

from pages.languages.table import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """One line of the language switcher; an untranslated page keeps its line and is marked."""

    language: Language
    url: str
    is_translated: bool
    is_current: bool
