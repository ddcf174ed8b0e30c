"""Fills an empty site with the network's facts and texts; run again it changes nothing that an editor has changed."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from b40.seed.accounts import ensure_groups, make_demo_accounts
from b40.seed.facts import load_facts
from b40.seed.glossary import load_glossary
from b40.seed.news import load_news
from b40.seed.pages import load_home_pages, load_pages
from pages.translating.keeping import keep_missing


class Command(BaseCommand):
    help = "Load the network's facts and texts; with --demo-accounts also one account for each role."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--demo-accounts",
            action="store_true",
            help="make accounts to try the office with; passwords are shown once",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_groups()
        homes = load_home_pages(settings.ENVIRONMENT)
        load_facts()
        load_glossary()
        load_pages(homes)
        load_news(homes)
        keep_missing(timezone.now())
        ensure_groups()
        if options["demo_accounts"]:
            self._show(make_demo_accounts())

    def _show(self, accounts: list[tuple[str, str, str]]) -> None:
        if not accounts:
            return
        self.stdout.write("Accounts to try the office with, at /admin/ (shown only now):")
        for username, password, role in accounts:
            self.stdout.write(f"  {role:<34} {username:<16} {password}")
