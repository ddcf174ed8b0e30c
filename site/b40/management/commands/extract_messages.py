"""Brings the twelve catalogues in step with the sources: new messages come in empty, gone ones go, the rest stays."""

from pathlib import Path
from typing import Any

import polib
from django.core.management.base import BaseCommand

from b40.environment import ROOT
from pages.languages.messages.extraction import Message, extract_messages
from pages.languages.table import LANGUAGES, SOURCE, Language


class Command(BaseCommand):
    help = "Bring the twelve catalogues in step with the messages of the sources."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        messages = sorted(extract_messages(ROOT).values(), key=lambda message: (message.place, message.msgid))
        for language in LANGUAGES:
            if language.code != SOURCE:
                catalogue = renewed(path_of(language), language, messages)
                missing = sum(not entry.translated() for entry in catalogue)
                self.stdout.write(f"{language.code}: {len(catalogue)} messages, {missing} to translate")


def path_of(language: Language) -> Path:
    return ROOT / "locale" / language.locale / "LC_MESSAGES" / "django.po"


def renewed(path: Path, language: Language, messages: list[Message]) -> polib.POFile:
    """Write the catalogue with exactly these messages, keeping the translations it has; return it."""
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {(entry.msgctxt, entry.msgid): entry for entry in old}
    catalogue = polib.POFile(wrapwidth=120)
    catalogue.metadata = {
        "Project-Id-Version": "B40",
        "Language": language.locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plural_header,
    }
    catalogue.extend(_entry(message, known.get(message.key), language) for message in messages)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return catalogue


def _entry(message: Message, known: polib.POEntry | None, language: Language) -> polib.POEntry:
    """Return the entry of a message. A text that has changed its plural is translated anew."""
    entry = polib.POEntry(
        msgid=message.msgid,
        msgctxt=message.context,
        occurrences=[(message.place.rpartition(":")[0] or message.place, "")],
    )
    if "%(" in message.msgid:
        entry.flags = ["python-format"]
    if not message.plural:
        entry.msgstr = known.msgstr if known and not known.msgid_plural else ""
        return entry
    entry.msgid_plural = message.plural
    kept = known.msgstr_plural if known and known.msgid_plural == message.plural else {}
    entry.msgstr_plural = {form: kept.get(form, "") for form in range(language.plural_forms)}
    return entry
