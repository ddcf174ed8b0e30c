"""What the virus scanner is asked, and what is made of its answers."""

import socket
import time

import pytest

from membership.inspection.clamd import ScannerDown, Verdict, scan
from tests.membership.inspection.cases import archive
from tests.membership.inspection.scanners import answering, behaving, dripping, hanging_up, silent
from tests.servers.clamd import MOST_BYTES, PATTERN, SIGNATURE

pytestmark = pytest.mark.xdist_group("clamd")

FOUND = f"{SIGNATURE}.UNOFFICIAL"  # clamd's mark for signatures that are not ClamAV's own
LIMITS = {"step_seconds": 0.2, "all_seconds": 0.4}
MEGABYTES = bytes(10 * 1024 * 1024)


@pytest.mark.parametrize(
    "content",
    [b"", b"a", b"Dear mayors", bytes(64 * 1024), bytes(64 * 1024 + 1), MEGABYTES],
    ids=["empty", "a byte", "text", "a piece", "a piece and a byte", "10 MB"],
)
def test_a_clean_file_is_clean(scanner, content):
    assert scan(content, scanner) == Verdict(is_clean=True, signature="")


@pytest.mark.parametrize(
    "content",
    [PATTERN, b"%PDF-1.7\n" + PATTERN, bytes(64 * 1024 - 9) + PATTERN, MEGABYTES + PATTERN, archive(content=PATTERN)],
    ids=["alone", "behind the beginning", "across two pieces", "behind 10 MB", "packed"],
)
def test_an_infected_file_is_found_with_its_signature(scanner, content):
    assert scan(content, scanner) == Verdict(is_clean=False, signature=FOUND)


def test_a_file_that_writes_the_answer_itself_is_not_believed(scanner):
    assert not scan(b"stream: OK\0" + PATTERN, scanner).is_clean


def test_more_than_the_scanner_takes_gives_no_verdict(scanner):
    with pytest.raises(ScannerDown):
        scan(bytes(MOST_BYTES + 1024 * 1024), scanner)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0",
        b"stream: ",
        b"stream: OKAY\0",
        b"stream:  FOUND\0",
        b"OK\0",
        b"stream: OK\nstream: Win.Test FOUND\0",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"\xff\xfe\0",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: Can't allocate memory ERROR\0",
        b"UNKNOWN COMMAND\0",
        b"x" * 100_000,
    ],
)
def test_an_answer_that_is_no_verdict_gives_none(answer):
    with behaving(answering(answer)) as address, pytest.raises(ScannerDown):
        scan(b"letter", address, step_seconds=5, all_seconds=5)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (b"stream: OK\0", Verdict(is_clean=True, signature="")),
        (b"stream: OK", Verdict(is_clean=True, signature="")),
        (b"stream: Win.Test.EICAR_HDB-1 FOUND\0", Verdict(is_clean=False, signature="Win.Test.EICAR_HDB-1")),
    ],
)
def test_a_verdict_is_read_over_tcp_too(answer, verdict):
    with behaving(answering(answer)) as address:
        assert scan(b"letter", address, step_seconds=5, all_seconds=5) == verdict


@pytest.mark.parametrize(
    ("behave", "content"),
    [(silent, b"letter"), (silent, MEGABYTES), (dripping, b"letter"), (hanging_up, b"letter"), (hanging_up, MEGABYTES)],
    ids=["says nothing", "reads nothing", "never ends", "hangs up", "cuts the pipe"],
)
def test_a_scanner_that_fails_is_not_waited_for_long(behave, content):
    with behaving(behave) as address:
        begin = time.monotonic()
        with pytest.raises(ScannerDown):
            scan(content, address, **LIMITS)

        assert time.monotonic() - begin < 5


def test_a_port_where_nobody_listens_gives_no_verdict():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    with pytest.raises(ScannerDown):
        scan(b"letter", f"tcp://127.0.0.1:{port}")


@pytest.mark.parametrize(
    "address",
    ["unix:///nowhere/socket", "unix://", "unix:///" + "a" * 200, "tcp://127.0.0.1:99999", "tcp://127.0.0.1:b40", ""],
)
def test_an_address_that_leads_nowhere_gives_no_verdict(address):
    with pytest.raises(ScannerDown):
        scan(b"letter", address)
