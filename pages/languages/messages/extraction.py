"""Reads the messages that Python and templates mark for translation, without xgettext."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

# Where visible text is written: below these folders, in files that end so.
FOLDERS = ("site/b40", "pages", "news", "membership", "templates")
TEMPLATE_SUFFIXES = (".html", ".txt")

_ARGUMENTS = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_KEYWORDS = {f"{name}{form}": spec for name, spec in _ARGUMENTS.items() for form in ("", "_lazy")}
_KEYWORDS |= {"_": None, "gettext_noop": None}


@dataclass(frozen=True, slots=True)
class Message:
    """One message as the sources write it; `place` is the first file and line that has it."""

    msgid: str
    plural: str
    context: str | None
    place: str

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context, self.msgid


def extract_messages(root: Path) -> dict[tuple[str | None, str], Message]:
    """Return every message of the project by context and text; a plural wins over the same text without one."""
    messages: dict[tuple[str | None, str], Message] = {}
    for path in _sources(root):
        for message in _messages_of(path, path.relative_to(root).as_posix()):
            known = messages.setdefault(message.key, message)
            if message.plural and not known.plural:
                messages[message.key] = message
    return messages


def _sources(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix == ".py" or path.suffix in TEMPLATE_SUFFIXES:
                yield path


def _messages_of(path: Path, place: str) -> Iterator[Message]:
    source = path.read_text(encoding="utf-8")
    if path.suffix in TEMPLATE_SUFFIXES:
        source = _as_python(source, place)
    found = extract("python", io.BytesIO(source.encode()), keywords=_KEYWORDS, options={"encoding": "utf-8"})
    for line, texts, _comments, context in found:
        msgid, plural = texts if isinstance(texts, tuple) else (texts, "")
        yield Message(msgid=msgid, plural=plural, context=context, place=f"{place}:{line}")


def _as_python(template: str, place: str) -> str:
    """Return what Django makes of a template for xgettext, without indents, which Python's own reader minds."""
    return "\n".join(line.strip() for line in templatize(template, origin=place).split("\n"))
