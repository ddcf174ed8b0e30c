"""Asks a translation service that speaks the interface of LibreTranslate (`POST /translate`)."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import requests

LONGEST_ANSWER = 2_000_000  # bytes; a service that sends more is not the one that was asked
MOST_TEXTS, MOST_LETTERS = 40, 4_000  # of one request


class MachineError(Exception):
    """The service gave no answer that can be used; the words say what it did, for the log."""


class PassingError(MachineError):
    """The service may answer when it is asked again."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service at an address. `limit` is how many seconds all the answers to one call may take together.

    `pauses` are the seconds to wait before it is asked again; there are as many tries more.
    """

    url: str
    key: str = ""
    limit: float = 30.0
    pauses: tuple[float, ...] = (0.5, 2.0)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Return the texts, as HTML, in the target language, one for one. Raises `MachineError`."""
        deadline = time.monotonic() + self.limit
        return [text for some in _parts(texts) for text in self._ask_again(some, source, target, deadline)]

    def _ask_again(self, texts: list[str], source: str, target: str, deadline: float) -> list[str]:
        for pause in self.pauses:
            try:
                return self._ask(texts, source, target, deadline)
            except PassingError:
                time.sleep(min(pause, max(0.0, deadline - time.monotonic())))
        return self._ask(texts, source, target, deadline)

    def _ask(self, texts: list[str], source: str, target: str, deadline: float) -> list[str]:
        words = {"q": texts, "source": source, "target": target, "format": "html", "api_key": self.key}
        left = deadline - time.monotonic()
        if left <= 0:
            raise MachineError(f"no answer within {self.limit} seconds")
        try:
            with requests.post(
                f"{self.url}/translate", json=words, timeout=left, stream=True, allow_redirects=False
            ) as answer:
                return _texts(answer.status_code, _body(answer, deadline), len(texts))
        except requests.Timeout as error:
            raise MachineError(f"no answer within {self.limit} seconds") from error
        except requests.RequestException as error:
            raise PassingError(type(error).__name__) from error


def _body(answer: requests.Response, deadline: float) -> bytes:
    """Read an answer as long as there is time: a service may send a byte now and then for ever."""
    body = b""
    for some in answer.iter_content(16_384):
        body += some
        if time.monotonic() > deadline or len(body) > LONGEST_ANSWER:
            raise MachineError("an answer too long or too slow")
    return body


def _texts(status: int, body: bytes, number: int) -> list[str]:
    if status == 429 or status >= 500:
        raise PassingError(f"status {status}")
    if status != 200:
        raise MachineError(f"status {status}")
    try:
        found: Any = json.loads(body)["translatedText"]
    except (ValueError, TypeError, KeyError) as error:
        raise MachineError("an answer that is not the agreed JSON") from error
    if not isinstance(found, list) or len(found) != number or not all(isinstance(text, str) for text in found):
        raise MachineError("other texts than were asked for")
    return found


def _parts(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the texts in parts that a service takes at once."""
    part: list[str] = []
    for text in texts:
        if part and (len(part) == MOST_TEXTS or sum(map(len, part)) + len(text) > MOST_LETTERS):
            yield part
            part = []
        part.append(text)
    if part:
        yield part
