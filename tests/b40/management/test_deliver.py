"""The command that sends what waits in the outbox."""

from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from membership.emails import Message
from membership.services.outbox import post

pytestmark = pytest.mark.django_db


def test_the_command_sends_what_waits_and_says_how_much():
    for number in range(3):
        post(f"receipt:{number}", "contact@nis.example", Message("en", "Receipt", "Text.\n"))
    first, second = StringIO(), StringIO()

    call_command("deliver", stdout=first)
    call_command("deliver", stdout=second)

    before = "files scanned: 0\nrounds by circulation closed: 0\nreminders of rounds: 0\n"
    assert (first.getvalue(), second.getvalue()) == (f"{before}messages sent: 3\n", f"{before}messages sent: 0\n")
    assert len(mail.outbox) == 3
