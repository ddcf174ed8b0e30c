"""Reads a PO file that the translation editor gave out, and refuses whatever would harm the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polib
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.strings import StringValue, extract_ids

LARGEST = 2 * 1024 * 1024  # bytes; the strategy, with all its paragraphs twice, is a twentieth of it
OWNER = "X-WagtailLocalize-TranslationID"


class FileRefusedError(Exception):
    """A file that is not taken; `words` tell the editor why, `texts` which of its texts are wrong."""

    def __init__(self, words: str | Promise, texts: tuple[str, ...] = ()) -> None:
        super().__init__(str(words))
        self.words, self.texts = words, texts


@dataclass(frozen=True, slots=True)
class Contents:
    """What may be taken in, and how many texts are not on the page any more or are marked as doubtful by the translator."""

    po: polib.POFile
    left_out: int


def read(upload: UploadedFile, translation: Translation) -> Contents:
    """Return what a file has for a translation. Raises `FileRefusedError`; nothing is stored here."""
    po = _parsed(_text(upload))
    if po.metadata.get(OWNER) != str(translation.uuid):
        raise FileRefusedError(_("This file belongs to another page or another language."))
    known = set(StringSegment.objects.filter(source=translation.source).values_list("string__data", "context__path"))
    wanted = [entry for entry in po if entry.msgstr and not entry.fuzzy]
    broken = tuple(entry.msgid for entry in wanted if not is_sound(entry.msgid, entry.msgstr))
    if broken:
        raise FileRefusedError(_("These texts have broken or missing links or tags:"), broken)
    taken = polib.POFile()
    taken.metadata = po.metadata
    taken.extend(entry for entry in wanted if entry.obsolete or (entry.msgid, entry.msgctxt) in known)
    return Contents(taken, sum(1 for entry in _current(po) if entry.msgstr) - sum(1 for _entry in _current(taken)))


def _text(upload: UploadedFile) -> str:
    if (upload.size or 0) > LARGEST:
        raise FileRefusedError(_("This file is larger than 2 MB, which no page needs."))
    try:
        text = upload.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefusedError(_("This file is not in UTF-8. Save it in UTF-8 and send it again.")) from error
    if "\0" in text:
        raise FileRefusedError(_("This is not a PO file."))
    return text


def _parsed(text: str) -> polib.POFile:
    try:
        return polib.pofile(
            "\n" + text
        )  # the name of a file on the server would be opened, but none begins with a new line
    except (OSError, ValueError, IndexError) as error:
        raise FileRefusedError(_("This is not a PO file.")) from error


def _current(po: polib.POFile) -> Iterator[polib.POEntry]:
    return (entry for entry in po if not entry.obsolete)


def is_sound(original: str, words: str) -> bool:
    """Whether a translation is HTML that the site shows, with the links of its original, no more and no fewer."""
    try:
        StringValue.from_translated_html(words)
    except ValueError:
        return False
    return bool(extract_ids(original) == extract_ids(words))
