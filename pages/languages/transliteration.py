"""Writes Serbian Cyrillic in Latin script; never the other way (injekcija, Tanjug)."""

import re

import cyrtranslit

from pages.languages import markup

# Names that Serbian in Latin script leaves in their own spelling; endings follow the name.
EXCEPTIONS = {
    "Гугл": "Google",
    "Инстаграм": "Instagram",
    "Јутјуб": "YouTube",
    "Фејсбук": "Facebook",
}

_SERBIAN = frozenset("абвгдђежзијклљмнњопрстћуфхцчџш")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+")


def to_latin(text: str) -> str:
    """Return plain text in Latin script; a word with a letter that Serbian lacks is left as it is."""
    return _CYRILLIC_WORD.sub(lambda found: _word_to_latin(found[0]), text)


def message_to_latin(message: str) -> str:
    """Return a message in Latin script; tags, entities, placeholders and addresses stay as they are."""
    parts = markup.split(message)
    return "".join(part if number % 2 else to_latin(part) for number, part in enumerate(parts))


def _word_to_latin(word: str) -> str:
    """Return ЉУБАВ as LJUBAV and Љубав as Ljubav; cyrtranslit (1.2), Serbian by default, alone writes LjUBAV."""
    if not _SERBIAN.issuperset(word.lower()):
        return word
    for name, latin in EXCEPTIONS.items():
        if word.startswith(name):
            return latin + _word_to_latin(word.removeprefix(name))
    latin = str(cyrtranslit.to_latin(word))
    return latin.upper() if len(word) > 1 and word.isupper() else latin
