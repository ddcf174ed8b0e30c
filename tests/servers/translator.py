"""A translation service of the tests' own, on a free port of this machine: it answers what a test tells it to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Answer = tuple[int, bytes]


class Translator:
    """`answer` gets the words of a request and returns status and body; `asked` are all requests so far."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answer: Callable[[dict[str, Any]], Answer] = in_capitals
        self.is_over = Event()
        self.url = ""

    def hang(self, _words: dict[str, Any]) -> Answer:
        """Give no answer before the test is over."""
        self.is_over.wait(60)
        return 200, b"{}"


def in_capitals(words: dict[str, Any]) -> Answer:
    """Answer with each text in capitals, but what is marked as not to be translated."""
    return 200, json.dumps({"translatedText": [_capitals(text) for text in words["q"]]}).encode()


def _capitals(html: str) -> str:
    parts = html.replace("<code", "\0<code").replace("</code>", "</code>\0").split("\0")
    return "".join(part if part.startswith("<code") else _outside_tags(part) for part in parts)


def _outside_tags(html: str) -> str:
    pieces = html.replace("<", "\0<").replace(">", ">\0").split("\0")
    return "".join(piece if piece.startswith("<") else piece.upper() for piece in pieces)


@contextmanager
def running() -> Iterator[Translator]:
    """Run a service until the block ends."""
    translator = Translator()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            words = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            translator.asked.append({"path": self.path, **words})
            status, body = translator.answer(words)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    translator.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield translator
    finally:
        translator.is_over.set()
        server.shutdown()
        thread.join()
        server.server_close()
