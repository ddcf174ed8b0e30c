"""Scanners that behave badly, each on a port of its own."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

Behaviour = Callable[[socket.socket, Event], None]


@contextmanager
def behaving(behave: Behaviour) -> Iterator[str]:
    """Yield the address of a server that treats one visitor so; the event is set when the visitor has gone."""
    gone = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        visit = Thread(target=_receive, args=(server, behave, gone))
        visit.start()
        try:
            yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        finally:
            gone.set()
            visit.join()


def answering(answer: bytes) -> Behaviour:
    """Read all that comes, then answer and hang up."""

    def behave(link: socket.socket, gone: Event) -> None:
        with link.makefile("rb") as sent:
            assert sent.read(10) == b"zINSTREAM\0"
            while size := int.from_bytes(sent.read(4), "big"):
                sent.read(size)
        link.sendall(answer)

    return behave


def silent(link: socket.socket, gone: Event) -> None:
    """Read nothing and say nothing."""
    gone.wait()


def dripping(link: socket.socket, gone: Event) -> None:
    """Answer letter by letter without an end."""
    while not gone.wait(0.02):
        link.sendall(b"s")


def hanging_up(link: socket.socket, gone: Event) -> None:
    """Read a little and hang up, as clamd does with what is longer than it takes."""
    link.recv(100)


def _receive(server: socket.socket, behave: Behaviour, gone: Event) -> None:
    link, _address = server.accept()
    with link, suppress(ConnectionError):
        behave(link, gone)
