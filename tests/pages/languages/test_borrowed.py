"""Messages of Django that our catalogues carry."""

from pathlib import Path

import django
import polib
import pytest

from pages.languages.messages.extraction import extract_messages

ROOT = Path(__file__).resolve().parents[3]
DJANGO = polib.pofile(str(Path(django.__file__).parent / "conf" / "locale" / "en" / "LC_MESSAGES" / "django.po"))

BORROWED = [
    (message.msgid, message.plural)
    for message in extract_messages(ROOT).values()
    if message.place.startswith("pages/languages/borrowed.py")
]


def test_the_messages_of_forms_are_borrowed():
    assert ("This field is required.", "") in BORROWED
    assert len(BORROWED) == 19


@pytest.mark.parametrize(("msgid", "plural"), BORROWED, ids=[msgid[:40] for msgid, _plural in BORROWED])
def test_django_still_words_the_message_so(msgid, plural):
    assert (msgid, plural) in [(entry.msgid, entry.msgid_plural) for entry in DJANGO]
