"""The command that checks the record."""

from io import StringIO

import pytest
from django.core.management import call_command

from membership.models import AuditHead
from membership.services.record import record
from membership.services.sealing import seal_events
from tests.membership.tampering import run

pytestmark = pytest.mark.django_db


def verify(*words: str) -> tuple[int, str, str]:
    """Return exit status, standard output and errors."""
    out, errors = StringIO(), StringIO()
    try:
        call_command("verify_audit", *words, stdout=out, stderr=errors)
    except SystemExit as end:
        return end.code, out.getvalue(), errors.getvalue()
    return 0, out.getvalue(), errors.getvalue()


@pytest.fixture
def sealed(db) -> str:
    """Two sealed events; the hash of the newest seal."""
    for verb in ("submitted", "taken"):
        record(None, verb, "user:1")
    seal_events()
    return AuditHead.objects.get().sha256


def test_a_sound_record_is_told_in_one_sentence(sealed):
    sentence = f"2 events are as they were sealed; the newest seal is {sealed}.\n"

    assert verify() == (0, sentence, "")
    assert verify("--holds", sealed) == (0, sentence, "")


def test_each_fault_is_told_and_the_status_says_so(sealed):
    run("UPDATE membership_event SET actor = 'user:2' WHERE verb = 'taken'")
    run("DELETE FROM membership_event WHERE verb = 'submitted'")

    status, out, errors = verify("--holds", "f" * 64)

    assert (status, out, len(errors.splitlines())) == (1, "", 3)
    assert "is missing, though it was sealed (seal 1)." in errors
    assert "is not as it was sealed (seal 2)." in errors
    assert f"No seal bears the hash {'f' * 64}." in errors
