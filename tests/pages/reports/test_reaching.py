"""What foreign servers answer, and which addresses are never asked."""

from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from threading import Thread
from time import monotonic, sleep

import pytest

from pages.reports.reaching import Reach, is_public, status_of
from pages.reports.records import LinkStatus

CODES = {"/here": 200, "/gone": 404, "/fault": 500, "/login": 401}


class Server(BaseHTTPRequestHandler):
    """Answers with the code of a path; `/loop` leads to itself, `/far/3` to `/far/2`, `/away` to a private network."""

    asked: list[str] = []

    def _answer(self) -> None:
        type(self).asked.append(f"{self.command} {self.path}")
        if self.path == "/drops":
            return self._drip()
        self.send_response(*self._code())
        return self.end_headers()

    def _drip(self) -> None:
        with suppress(OSError):
            for _drop in range(50):
                self.wfile.write(b"H")
                self.wfile.flush()
                sleep(0.1)

    def _code(self) -> tuple[int]:
        name, _slash, number = self.path.lstrip("/").partition("/")
        steps = int(number or 0)
        there = {
            "loop": "/loop",
            "far": f"/far/{steps - 1}" if steps else "/here",
            "away": "http://10.0.0.1/",
            "file": "file:///etc/passwd",
        }.get(name)
        if there:
            self.location = there
            return (302,)
        if self.path == "/only-get":
            return (404 if self.command == "HEAD" else 200,)
        return (CODES[self.path],)

    def end_headers(self) -> None:
        if location := getattr(self, "location", ""):
            self.send_header("Location", location)
        super().end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815 - the names that the standard library looks for

    def log_message(self, *args) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Server) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def near(server: str, seconds: float = 5) -> Reach:
    """A reach that has this one server of the tests, and no other private address."""
    ports = frozenset({int(server.rpartition(":")[2]), 80})
    return Reach(ports, may_reach=lambda found: str(found) == "127.0.0.1", seconds=seconds)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/here", LinkStatus.WORKING),
        ("/login", LinkStatus.WORKING),
        ("/only-get", LinkStatus.WORKING),
        ("/far/4", LinkStatus.WORKING),
        ("/far/5", LinkStatus.BROKEN),
        ("/loop", LinkStatus.BROKEN),
        ("/gone", LinkStatus.BROKEN),
        ("/fault", LinkStatus.BROKEN),
        ("/away", LinkStatus.REFUSED),
        ("/file", LinkStatus.REFUSED),
    ],
)
def test_an_answer_says_what_is_there(server, path, expected):
    assert status_of(f"{server}{path}", near(server)) == expected


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://user@93.184.215.14/",
        "http://93.184.215.14:22/",
        "ftp://93.184.215.14/",
        "file:///etc/passwd",
        "//93.184.215.14/",
    ],
)
def test_what_is_not_public_is_never_asked(url):
    assert status_of(url) == LinkStatus.REFUSED


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fd00::1", False),
        ("fe80::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
    ],
)
def test_public_addresses(address, expected):
    assert is_public(ip_address(address)) is expected


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://a..b/", "http://[x/"])
def test_no_answer_is_no_error(url):
    assert status_of(url, Reach(ports=frozenset({1, 80}), may_reach=lambda _found: True)) == LinkStatus.SILENT


def test_who_answers_by_drops_is_hung_up_on(server):
    begun = monotonic()

    assert status_of(f"{server}/drops", near(server, seconds=0.5)) == LinkStatus.SILENT
    assert monotonic() - begun < 3


def test_a_server_is_asked_for_the_whole_page_only_where_it_does_not_answer_otherwise(server):
    Server.asked.clear()

    status_of(f"{server}/here", near(server))
    status_of(f"{server}/gone", near(server))

    assert Server.asked == ["HEAD /here", "HEAD /gone", "GET /gone"]
