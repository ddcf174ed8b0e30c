"""Asks clamd about a file, by its INSTREAM command (clamd(8)): the content goes through the socket, no path does."""

from __future__ import annotations

import re
import socket
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

CHUNK = 64 * 1024  # bytes
PORT = 3310
LONGEST_ANSWER = 4096  # bytes
STEP_SECONDS = 2.0
ALL_SECONDS = 20.0
ANSWER = re.compile(r"stream: (?:OK|(?P<signature>\S.*) FOUND)")


class ScannerDown(Exception):
    """The scanner gave no verdict: it is away, too slow, cut the pipe, or answered something else."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the scanner found; `signature` is empty in a clean file."""

    is_clean: bool
    signature: str


def scan(
    content: bytes, address: str, *, step_seconds: float = STEP_SECONDS, all_seconds: float = ALL_SECONDS
) -> Verdict:
    """Return the verdict of the clamd at `tcp://host:port` or `unix:///path`. Raises `ScannerDown`.

    Connecting and each piece sent may take `step_seconds`; with the answer, all of it may take `all_seconds`.
    """
    until = time.monotonic() + all_seconds
    try:
        with _connected(address, step_seconds) as link:
            _send(link, content, step_seconds=step_seconds, until=until)
            answer = _receive(link, until)
    except (OSError, ValueError) as error:
        raise ScannerDown(type(error).__name__) from error
    found = ANSWER.fullmatch(answer)
    if not found:
        raise ScannerDown(f"answered {answer[:80]!r}")
    return Verdict(is_clean=found["signature"] is None, signature=found["signature"] or "")


def _connected(address: str, seconds: float) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme == "tcp":
        return socket.create_connection((parts.hostname or "", parts.port or PORT), timeout=seconds)
    link = socket.socket(socket.AF_UNIX)
    link.settimeout(seconds)
    try:
        link.connect(parts.path)
    except OSError:
        link.close()
        raise
    return link


def _send(link: socket.socket, content: bytes, *, step_seconds: float, until: float) -> None:
    """Send the content in pieces, each behind its length in four bytes; an empty one ends it."""
    link.sendall(b"zINSTREAM\0")
    for begin in range(0, len(content), CHUNK):
        piece = content[begin : begin + CHUNK]
        link.settimeout(min(step_seconds, _left(until)))
        link.sendall(len(piece).to_bytes(4, "big") + piece)
    link.sendall(bytes(4))


def _receive(link: socket.socket, until: float) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        link.settimeout(_left(until))
        piece = link.recv(LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _left(until: float) -> float:
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds
