"""Fails unless every language says the whole interface."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from b40.environment import ROOT
from pages.languages.kosovo import unstarred
from pages.languages.messages.catalogue import Catalogue, Finding, read_same_as_english
from pages.languages.messages.extraction import extract_messages
from pages.languages.table import LANGUAGES, SOURCE


class Command(BaseCommand):
    """Prints one line per finding and exits with 1 if there is any."""

    help = "Check that the twelve catalogues are complete, current and free of the faults a reader would see."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--root", type=Path, default=ROOT, help="the folder of the project")

    def handle(self, *_args: object, root: Path, **_options: object) -> None:
        found = [str(finding).replace(f"{root}/", "") for finding in findings(root)]
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"{len(found)} findings in the catalogues", returncode=1)


def findings(root: Path) -> Iterator[Finding]:
    """Yield what is wrong in the sources, then in each catalogue in the order of the table."""
    messages = extract_messages(root)
    allowed = read_same_as_english(root / "locale" / "same_as_english.txt")
    for message in messages.values():
        for mention in unstarred(f"{message.msgid}\n{message.plural}"):
            yield Finding(message.place, f"{mention} without its star", message.msgid)
    for language in LANGUAGES:
        if language.code != SOURCE:
            path = root / "locale" / language.locale / "LC_MESSAGES" / "django.po"
            same = allowed.get("*", set()) | allowed.get(language.code, set())
            yield from Catalogue(language, path, messages, same).findings()
