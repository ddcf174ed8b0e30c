"""Asks a foreign server whether an address leads somewhere, without letting an address lead into our own network.

Each host is looked up once, every address found has to be public, and exactly that address is connected to: a name that
means another machine a moment later reaches nothing (server-side request forgery, OWASP).
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.conf import settings

from pages.reports.records import LinkStatus

SECONDS = 8  # to connect, and between two parts of an answer
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
NOT_FOR_PROGRAMS = (401, 402, 403, 405, 406, 407, 429, 451, 999)  # somebody is there, and does not like us
_TRANSLATED = ip_network("64:ff9b::/96")  # IPv4 inside IPv6 (RFC 6052)
_SAFE = "%/:=&?~#+!$,;'@()*[]"

Address = IPv4Address | IPv6Address


class NotPublic(ValueError):
    """An address that is not for us to ask: no web address, or one of a private network."""


def is_public(address: Address) -> bool:
    """Tell whether a machine is on the public internet, also where its address is wrapped in another one."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address.sixtofour or address.teredo or address in _TRANSLATED:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the check may go, and how long one answer may take in all."""

    ports: frozenset[int] = frozenset({80, 443})
    may_reach: Callable[[Address], bool] = is_public
    seconds: float = 20


def status_of(url: str, reach: Reach | None = None) -> LinkStatus:
    """Return what is at an address; never raises. Redirects are followed, and each is judged like the first address."""
    try:
        for _step in range(MOST_REDIRECTS + 1):
            code, location = _ask(urlsplit(url), reach or Reach())
            if code not in REDIRECTS or not location:
                return LinkStatus.WORKING if code < 400 or code in NOT_FOR_PROGRAMS else LinkStatus.BROKEN
            url = urljoin(url, location)
    except NotPublic:
        return LinkStatus.REFUSED
    except (OSError, http.client.HTTPException, ValueError):  # no such host, no answer, a bad certificate, no address
        return LinkStatus.SILENT
    return LinkStatus.BROKEN


def _ask(parts: SplitResult, reach: Reach) -> tuple[int, str]:
    """Return the answer's code and where it leads on; some servers answer only who asks for the whole page."""
    machine = _machine(parts, reach)
    code, location = _answer(parts, machine, "HEAD", reach)
    return _answer(parts, machine, "GET", reach) if code >= 400 else (code, location)


def _machine(parts: SplitResult, reach: Reach) -> str:
    """Return the one address to connect to. Raises `NotPublic`, and `OSError` for a host that is not known."""
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or _port(parts) not in reach.ports:
        raise NotPublic(parts.geturl())
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(_host(parts), _port(parts), type=socket.SOCK_STREAM)]
    if not all(reach.may_reach(ip_address(machine.partition("%")[0])) for machine in found):
        raise NotPublic(parts.geturl())
    return found[0]


def _answer(parts: SplitResult, machine: str, method: str, reach: Reach) -> tuple[int, str]:
    """Return one answer's code and where it leads on; who answers by drops is hung up on."""
    with socket.create_connection((machine, _port(parts)), SECONDS) as sock, sock.dup() as twin:
        watch = Timer(reach.seconds, _hang_up, [twin])
        watch.start()
        try:
            return _exchange(parts, sock, method)
        finally:
            watch.cancel()
            watch.join()


def _exchange(parts: SplitResult, sock: socket.socket, method: str) -> tuple[int, str]:
    """Ask over a connection whose other end is called by the host's name, and proves it where the address says so."""
    connection = http.client.HTTPConnection(_host(parts), _port(parts))
    is_secret = parts.scheme == "https"
    connection.sock = (
        ssl.create_default_context().wrap_socket(sock, server_hostname=_host(parts)) if is_secret else sock
    )
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    try:
        connection.request(method, path, headers={"User-Agent": f"B40 link check ({settings.WAGTAILADMIN_BASE_URL})"})
        with connection.getresponse() as answer:
            return answer.status, answer.headers.get("Location", "")
    finally:
        connection.close()


def _hang_up(sock: socket.socket) -> None:
    with suppress(OSError):  # the other end has gone already
        sock.shutdown(socket.SHUT_RDWR)


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").encode("idna").decode()


def _port(parts: SplitResult) -> int:
    return parts.port or {"https": 443}.get(parts.scheme, 80)
