"""A whole site of its own for the browser: seeded database, mails as files, gunicorn with debug off, as `make serve` runs it."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
KEY = "only-for-the-tests-of-the-browser-" + "0" * 30
ACCOUNT = re.compile(r"^  (?P<role>.+?)\s{2,}(?P<name>\S+)\s+(?P<password>\S+)$", re.MULTILINE)
ADDRESS_HEADER = "X-Client-Address"
PATIENCE_SECONDS = 60
GUNICORN = ["gunicorn", "b40.wsgi", "--pythonpath", ".,site", "--threads", "4", "--bind"]


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is, what its office accounts are, and where its mails lie."""

    url: str
    passwords: dict[str, str]
    mails: Path
    environment: dict[str, str]

    def run(self, code: str) -> str:
        """Run Python inside the site, as an operator at its shell would, and return what it printed."""
        return _manage(["shell", "--no-imports", "-c", code], self.environment)

    def newest_mail(self, recipient: str) -> str:
        """Return the text of the last mail to an address."""
        found = [mail for mail in self._mails() if recipient in mail["To"]]
        return found[-1].get_body(("plain",)).get_content()

    def _mails(self):
        for path in sorted(self.mails.glob("*.log"), key=lambda path: path.stat().st_mtime_ns):
            for part in path.read_bytes().split(b"-" * 79 + b"\n"):
                if part.strip():
                    yield message_from_bytes(part, policy=policy.default)


@contextmanager
def served_site(folder: Path) -> Iterator[Site]:
    """Set a site up in an empty folder, serve it on a free port, and stop it afterwards."""
    port = _free_port()
    environment = {
        **os.environ,
        "B40_VAR": str(folder),
        "B40_DEBUG": "off",
        "B40_SECRET_KEY": KEY,
        "B40_ORIGIN": f"http://localhost:{port}",
        "B40_DATABASE_URL": "",
        "B40_EMAIL_URL": "",
        "B40_HOSTS": "",
        "B40_CLAMAV_URL": "off",
        "B40_CLIENT_ADDRESS_HEADER": ADDRESS_HEADER,
    }
    for command in (["migrate", "-v", "0"], ["collectstatic", "--noinput", "-v", "0"]):
        _manage(command, environment)
    accounts = {
        found["name"]: found["password"]
        for found in ACCOUNT.finditer(_manage(["seed", "--demo-accounts"], environment))
    }
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *GUNICORN, f"localhost:{port}"], cwd=ROOT, env=environment, stderr=log
        )
        try:
            _wait_for(f"http://localhost:{port}/healthz", server)
            yield Site(f"http://localhost:{port}", accounts, folder / "mail", environment)
        finally:
            server.terminate()
            server.wait(10)


def _manage(words: list[str], environment: dict[str, str]) -> str:
    command = [sys.executable, "site/manage.py", *words]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, server: subprocess.Popen) -> None:
    """Return as soon as the server answers; fail when it has stopped, or after a minute."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(url, timeout=1):  # noqa: S310 - an address of this machine
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The server does not answer.")
