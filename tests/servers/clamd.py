"""Runs a clamd of its own, with one signature of ours, since those of ClamAV cannot be fetched in a test.

It listens on a socket in a temporary folder only, and is stopped and removed afterwards.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNPRIVILEGED = "nobody"
PATTERN = b"B40-TEST-PATTERN-THAT-HARMS-NOBODY"
SIGNATURE = "B40.Test.Pattern"
MOST_BYTES = 12 * 1024 * 1024  # StreamMaxLength, above what the site takes
START_SECONDS = 60
SETTINGS = """\
Foreground yes
LocalSocket {folder}/socket
DatabaseDirectory {folder}/signatures
TemporaryDirectory {folder}
StreamMaxLength {most_bytes}
MaxThreads 2
SelfCheck 0
"""


class NotInstalled(RuntimeError):
    """There is no clamd on this machine."""


@contextmanager
def clamd() -> Iterator[str]:
    """Yield the address of a new clamd that answers."""
    binary = shutil.which("clamd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not binary:
        raise NotInstalled("clamd is not installed: apt-get install clamav-daemon")
    folder = Path(tempfile.mkdtemp(prefix="b40-clamd-", dir="/tmp"))
    command = [*_as_unprivileged(), binary, "-c", str(_configured(folder))]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait(process, folder)
        yield f"unix://{folder}/socket"
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _configured(folder: Path) -> Path:
    """Write settings and signature (name:any type:anywhere:hexadecimal), and give all to who runs the server."""
    signatures = folder / "signatures"
    signatures.mkdir()
    (signatures / "b40.ndb").write_text(f"{SIGNATURE}:0:*:{PATTERN.hex()}\n")
    settings = folder / "clamd.conf"
    settings.write_text(SETTINGS.format(folder=folder, most_bytes=MOST_BYTES))
    if os.getuid() == 0:
        user = pwd.getpwnam(UNPRIVILEGED)
        for path in (folder, signatures, signatures / "b40.ndb", settings):
            os.chown(path, user.pw_uid, user.pw_gid)
    return settings


def _as_unprivileged() -> list[str]:
    if os.getuid() != 0:
        return []
    user = pwd.getpwnam(UNPRIVILEGED)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _wait(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Return when the server answers. Raises `RuntimeError` with its log when it ends or is too slow."""
    until = time.monotonic() + START_SECONDS
    while not _answers(folder / "socket"):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError((folder / "log").read_text())
        time.sleep(0.05)


def _answers(path: Path) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(START_SECONDS)
            link.connect(str(path))
            link.sendall(b"zPING\0")
            return link.recv(16) == b"PONG\0"
    except (FileNotFoundError, ConnectionError):
        return False
