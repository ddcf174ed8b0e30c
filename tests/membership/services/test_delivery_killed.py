"""Processes that die while they send, and several that send at once: nothing arrives twice and nothing vanishes."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from membership.emails import Message
from membership.labels.states import MailState
from membership.models import OutboxMail
from membership.services.delivery import deliver_waiting
from membership.services.outbox import write_once
from tests.membership.services.smtp_sink import taking_mail

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]
SENDER = """
import os, signal, sys
import django
django.setup()
from django.core.mail.backends import smtp
from django.db import connection
from django.utils import timezone
from membership.services.delivery import deliver_waiting

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def dying_before_the_claim(execute, sql, params, many, context):
    if sys.argv[1] == "before_the_claim" and "sending" in (params or ()):
        die()
    return execute(sql, params, many, context)

class Dying(smtp.EmailBackend):
    def open(self):
        if sys.argv[1] == "after_the_claim": die()
        return super().open()
    def send_messages(self, messages):
        sent = super().send_messages(messages)
        if sys.argv[1] == "before_the_mark": die()
        return sent

smtp.EmailBackend = Dying
with connection.execute_wrapper(dying_before_the_claim):
    print(deliver_waiting(timezone.now()))
"""


def environment(port: int) -> dict[str, str]:
    name = connection.settings_dict["NAME"]
    address = (
        f"sqlite:///{name}"
        if connection.vendor == "sqlite"
        else os.environ["B40_DATABASE_URL"].replace("/postgres?", f"/{name}?")
    )
    return {
        **os.environ,
        "B40_DATABASE_URL": address,
        "B40_EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "b40.settings",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
    }


def start(port: int, death: str = "never") -> subprocess.Popen:
    """Start a process that sends what waits, and dies where it is told to."""
    command = [sys.executable, "-c", SENDER, death]
    return subprocess.Popen(command, cwd=ROOT, env=environment(port), stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def write(count: int) -> None:
    for number in range(count):
        write_once(f"receipt:{number}", "contact@nis.example", Message("en", f"Receipt {number}", "Text.\n"))
    connection.close()


def states() -> list[str]:
    return list(OutboxMail.objects.order_by("pk").values_list("state", flat=True))


@pytest.mark.parametrize(
    ("death", "arrived", "first"),
    [("before_the_claim", 0, "waiting"), ("after_the_claim", 0, "sending"), ("before_the_mark", 1, "sending")],
)
def test_a_process_killed_while_sending_doubles_nothing_and_loses_nothing(death, arrived, first):
    write(3)
    with taking_mail() as sink:
        dead = start(sink.port, death)
        dead.communicate(timeout=60)
        after_death = (dead.returncode, len(sink.arrived), states())
        OutboxMail.objects.filter(state=MailState.SENDING).update(tried_at=timezone.now() - timedelta(minutes=10))
        connection.close()
        for _ in range(2):
            living = start(sink.port)
            _, error = living.communicate(timeout=60)
            assert living.returncode == 0, error

    assert after_death == (-signal.SIGKILL, arrived, [first, "waiting", "waiting"])
    assert states() == ["sent" if first == "waiting" else "unsure", "sent", "sent"]
    assert len(sink.message_ids) == len(set(sink.message_ids))
    unsure_and_lost = 1 if death == "after_the_claim" else 0
    assert len(sink.message_ids) == 3 - unsure_and_lost


def test_processes_that_send_at_once_send_each_message_once():
    write(12)
    with taking_mail() as sink:
        senders = [start(sink.port) for _ in range(3)]
        answers = [sender.communicate(timeout=60) for sender in senders]

    assert [sender.returncode for sender in senders] == [0, 0, 0], answers
    assert states() == ["sent"] * 12
    assert sum(int(out) for out, _ in answers) == 12
    assert sorted(sink.message_ids) == sorted(mail.message_id for mail in OutboxMail.objects.all())


def test_a_server_that_takes_a_message_and_hangs_up_leaves_a_doubt(settings):
    write(1)
    with taking_mail(hangs_up=True) as sink:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        first = deliver_waiting(timezone.now())
        second = deliver_waiting(timezone.now() + timedelta(days=2))

    assert (first, second, len(sink.arrived), states()) == (0, 0, 1, ["unsure"])
