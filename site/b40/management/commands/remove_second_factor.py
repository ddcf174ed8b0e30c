"""Removes the second factor of a user from the server, when no administrator can."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from b40.access.lost import remove_on_the_server
from membership.rules.errors import RuleError


class Command(BaseCommand):
    help = "Remove the second factor of a user, for the only administrator who lost the device; the record keeps it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--reason", required=True, help="kept in the record")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            remove_on_the_server(options["username"], reason=options["reason"])
        except get_user_model().DoesNotExist:
            raise CommandError(f"There is no user {options['username']}.") from None
        except RuleError:
            raise CommandError(f"The user {options['username']} has no second factor.") from None
        self.stdout.write("Removed. At the next log-in a new one is set up.")
