"""Writes the catalogues that are made by transliteration: Serbian in Latin script from Serbian in Cyrillic."""

from argparse import ArgumentParser
from pathlib import Path

import polib
from django.core.management.base import BaseCommand, CommandError

from b40.environment import ROOT
from pages.languages.table import BY_CODE, TRANSLITERATED, Language
from pages.languages.transliteration import message_to_latin


class Command(BaseCommand):
    """The same text gives the same file, so that a second run changes nothing."""

    help = "Make the catalogue of Serbian in Latin script from the one in Cyrillic."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--root", type=Path, default=ROOT, help="the folder of the project")

    def handle(self, *_args: object, root: Path, **_options: object) -> None:
        for made, source in TRANSLITERATED.items():
            origin, target = (_catalogue(root, BY_CODE[code]) for code in (source, made))
            if not origin.exists():
                raise CommandError(f"There is no catalogue {origin}.")
            catalogue = transliterated(polib.pofile(str(origin), encoding="utf-8", wrapwidth=0), BY_CODE[made])
            target.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(target))
            self.stdout.write(f"{len(catalogue)} messages in {target.relative_to(root)}")


def transliterated(source: polib.POFile, language: Language) -> polib.POFile:
    """Return the catalogue in Latin script, without obsolete messages; what is fuzzy stays fuzzy."""
    made = polib.POFile(wrapwidth=source.wrapwidth)
    made.metadata = source.metadata | {"Language": language.locale, "Plural-Forms": language.plural_header}
    for entry in source:
        if not entry.obsolete:
            entry.msgstr = message_to_latin(entry.msgstr)
            entry.msgstr_plural = {form: message_to_latin(text) for form, text in entry.msgstr_plural.items()}
            made.append(entry)
    return made


def _catalogue(root: Path, language: Language) -> Path:
    return root / "locale" / language.locale / "LC_MESSAGES" / "django.po"
