"""A process that is killed between the upload of a file and its row leaves nothing behind and loses no answer."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from membership.labels.states import ApplicationState
from membership.models import SectionAnswers, Upload
from membership.services.drafts import save_section
from tests.membership.factories import NOW, ApplicationFactory

# deletes private files, which another worker's database does not know
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("private files")]
ROOT = Path(__file__).resolve().parents[3]
KILLED = """
import os, signal, sys
import django
django.setup()
from django.conf import settings
from django.db import connection
from django.db.models.signals import pre_save
from django.utils import timezone
from membership.inspection.values import CheckedFile
from membership.models import Upload
from membership.services.files import attach

pre_save.connect(lambda **_: os.kill(os.getpid(), signal.SIGKILL), sender=Upload, weak=False)
attach(int(sys.argv[1]), "other", CheckedFile(b"%PDF-1.4", "a.pdf", "application/pdf", "pdf", "a" * 64), now=timezone.now())
"""


def kill_while_attaching(pk: int) -> int:
    """Run `attach` in a process of its own that dies after the file was written; return its exit status."""
    name = connection.settings_dict["NAME"]
    address = (
        f"sqlite:///{name}"
        if connection.vendor == "sqlite"
        else os.environ["B40_DATABASE_URL"].replace("/postgres?", f"/{name}?")
    )
    environment = {
        **os.environ,
        "B40_DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "b40.settings",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
    }
    command = [sys.executable, "-c", KILLED, str(pk)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode


def files() -> set[Path]:
    return {path for path in Path(settings.PRIVATE_ROOT).rglob("*") if path.is_file()}


def test_a_killed_process_leaves_no_orphan_after_the_cleaning_and_loses_no_answer():
    draft = ApplicationFactory(state=ApplicationState.DRAFT, reference=None, contact_email="a@kraljevo.example")
    save_section(draft.pk, "role", {"national_role": "A port."}, version=0, is_complete=True, now=timezone.now())
    connection.close()
    before = files()

    status = kill_while_attaching(draft.pk)
    left = files() - before
    for path in left:
        os.utime(path, (NOW.timestamp(), (timezone.now() - timedelta(days=2)).timestamp()))
    call_command("clean_up", stdout=StringIO())

    assert status == -signal.SIGKILL
    assert len(left) == 1
    assert not files() & left
    assert not Upload.objects.exists()
    assert SectionAnswers.objects.get().answers == {"national_role": "A port."}
