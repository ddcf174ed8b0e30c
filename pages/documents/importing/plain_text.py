"""Reads plain text."""

from __future__ import annotations

from pages.documents.importing.lines import paragraphs_of
from pages.documents.importing.values import FileRefusedError, Source, plain

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_text(content: bytes) -> Source:
    """Return the paragraphs of a text. Raises `FileRefusedError` for another encoding than UTF-8 or marked UTF-16."""
    text = decoded(content)
    return Source(tuple(paragraphs_of(plain(line) for line in text.splitlines())), text)


def decoded(content: bytes) -> str:
    """Return the text of a file, with line ends as newlines."""
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefusedError("The file is not text in UTF-8, nor in UTF-16 with its mark.") from error
    if "\0" in text:
        raise FileRefusedError("The file is not text: it holds NUL.")
    return text.replace("\f", "\n")
