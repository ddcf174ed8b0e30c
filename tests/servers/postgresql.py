"""Runs a command beside a PostgreSQL server of its own: `python -m tests.servers.postgresql COMMAND …`.

The server listens on a socket in a temporary folder only, and is stopped and removed afterwards.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNPRIVILEGED = "nobody"  # PostgreSQL refuses to run as root


class NotInstalled(RuntimeError):
    """There is no PostgreSQL server on this machine."""


@contextmanager
def postgresql() -> Iterator[str]:
    """Yield the URL of an empty database on a new server."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="b40-pg-", dir="/tmp"))
    as_user = _as_unprivileged(folder)
    cluster = folder / "data"
    _run([*as_user, binaries / "initdb", "-D", cluster, "-A", "trust", "-U", "b40", "-E", "UTF8", "--no-sync"])
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60"
    _run([*as_user, binaries / "pg_ctl", "-D", cluster, "-o", options, "-l", folder / "log", "-w", "start"])
    try:
        yield f"postgresql:///postgres?host={folder}&user=b40"
    finally:
        _run([*as_user, binaries / "pg_ctl", "-D", cluster, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    with postgresql() as url:
        return subprocess.run(command, env={**os.environ, "B40_DATABASE_URL": url}, check=False).returncode


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise NotInstalled("PostgreSQL's server is not installed: apt-get install postgresql")
    return found[-1].parent


def _as_unprivileged(folder: Path) -> list[str]:
    """Return the words that run a command as another user than root, who then owns the folder."""
    if os.getuid() != 0:
        return []
    user = pwd.getpwnam(UNPRIVILEGED)
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _run(command: list[str | Path]) -> None:
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
