"""A small mail server on this machine: it takes messages and can misbehave at the one point that matters."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from threading import Lock, Thread


@dataclass
class Sink:
    """What arrived, in order; with `hangs_up` it takes a message and closes the line without an answer."""

    hangs_up: bool = False
    arrived: list[bytes] = field(default_factory=list)
    port: int = 0
    lock: Lock = field(default_factory=Lock)

    @property
    def message_ids(self) -> list[str]:
        return [message_from_bytes(raw)["Message-ID"] for raw in self.arrived]

    def take(self, raw: bytes) -> None:
        with self.lock:
            self.arrived.append(raw)


class _Conversation(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as a client needs to hand a message over."""

    def handle(self) -> None:
        self._say("220 sink")
        for line in self.rfile:
            word = line.strip().upper()[:4]
            if word == b"DATA":
                self._say("354 go on")
                self.server.sink.take(b"".join(iter(self.rfile.readline, b".\r\n")))
                if self.server.sink.hangs_up:
                    return
            self._say("221 bye" if word == b"QUIT" else "250 ok")
            if word == b"QUIT":
                return

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    sink: Sink


@contextmanager
def taking_mail(*, hangs_up: bool = False) -> Iterator[Sink]:
    """Yield a mail server on a free port; it stops afterwards."""
    sink = Sink(hangs_up=hangs_up)
    with _Server(("127.0.0.1", 0), _Conversation) as server:
        server.sink = sink
        sink.port = server.server_address[1]
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}).start()
        try:
            yield sink
        finally:
            server.shutdown()
