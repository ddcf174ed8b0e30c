"""Our transliteration beside the Serbian catalogues of Django, which has both scripts by the hands of translators."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import django
import polib

from pages.languages.transliteration import message_to_latin

LEAST_AGREEMENT = 0.9  # measured with Django 5.2: 856 of 949; the others are worded otherwise, not spelt
PLAIN = str.maketrans("čćđšžČĆĐŠŽ", "ccdszCCDSZ")


def pairs() -> Iterator[tuple[str, str]]:
    """Yield our Latin text of a message and Django's."""
    for path in Path(django.__file__).parent.rglob("locale/sr/LC_MESSAGES/django.mo"):
        latin = path.parents[2] / "sr_Latn" / "LC_MESSAGES" / "django.mo"
        if latin.exists():
            theirs = {(entry.msgctxt, entry.msgid): texts(entry) for entry in polib.mofile(str(latin))}
            for entry in polib.mofile(str(path)):
                for cyrillic, their in zip(texts(entry), theirs.get((entry.msgctxt, entry.msgid), []), strict=False):
                    if cyrillic and their:
                        yield message_to_latin(cyrillic), unicodedata.normalize("NFC", their)


def texts(entry: polib.MOEntry) -> list[str]:
    return [entry.msgstr, *entry.msgstr_plural.values()]


def test_nine_of_ten_messages_are_those_of_django():
    found = list(pairs())

    assert len(found) > 900
    assert sum(ours == their for ours, their in found) / len(found) >= LEAST_AGREEMENT


def test_where_django_s_translators_used_the_same_words_they_spelt_them_as_we_do():
    differ = [
        (ours, their)
        for ours, their in pairs()
        if ours.translate(PLAIN).lower().split() == their.translate(PLAIN).lower().split()
    ]

    assert [pair for pair in differ if pair[0].lower().split() != pair[1].lower().split()] == []
