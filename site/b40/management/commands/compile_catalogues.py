"""Compiles the catalogues without gettext's own programs, which not every machine has."""

import os
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pages.languages.messages.lines import malformed_lines


class Command(BaseCommand):
    """Writes a .mo beside each .po that has none or a newer text; what is fuzzy or untranslated stays out."""

    help = "Compile every catalogue whose text is newer than its compiled form."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="compile the others too")

    def handle(self, *_args: object, force: bool, verbosity: int, **_options: object) -> None:
        texts = [path for folder in settings.LOCALE_PATHS for path in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))]
        stale = [path for path in texts if force or is_stale(path)]
        for path in stale:
            compile_catalogue(path)
            if verbosity > 1:
                self.stdout.write(f"compiled {path}")
        if verbosity:
            self.stdout.write(f"{len(stale)} of {len(texts)} catalogues compiled")


def is_stale(path: Path) -> bool:
    """Tell whether a catalogue has no compiled form, or one older than its text."""
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime


def compile_catalogue(path: Path) -> None:
    """Write the .mo in one step, so that a process that is starting never reads half of it."""
    for line in malformed_lines(path):
        raise CommandError(f"{path}:{line}: not a line of a catalogue")
    with path.open("rb") as text:
        try:
            catalogue = read_po(text, abort_invalid=True)
        except (PoFileError, ValueError) as error:
            raise CommandError(f"{path}: {error}") from error
    _drop_untranslated(catalogue)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".unfinished")
    with os.fdopen(handle, "wb") as compiled:
        write_mo(compiled, catalogue)
    Path(unfinished).chmod(0o644)
    os.replace(unfinished, path.with_suffix(".mo"))


def _drop_untranslated(catalogue: Catalog) -> None:
    """Leave out plurals without any text: Babel would write the English into them and hide Django's own."""
    for message in [message for message in catalogue if message.id and not any(message.string or ())]:
        catalogue.delete(message.id, message.context)
