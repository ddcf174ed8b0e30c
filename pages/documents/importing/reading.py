"""Reads a file by what its name says it is, and sees to it that nothing is lost."""

from __future__ import annotations

from pathlib import Path

from pages.documents.importing.markdown import read_markdown
from pages.documents.importing.pdf import read_pdf
from pages.documents.importing.plain_text import read_text
from pages.documents.importing.recognising import recognised
from pages.documents.importing.values import FileRefusedError, Recognised, Source
from pages.documents.importing.whole import is_whole
from pages.documents.importing.word import read_word

READERS = {".txt": read_text, ".md": read_markdown, ".docx": read_word, ".pdf": read_pdf}
MOST_BYTES = 50_000_000


def read_file(path: Path) -> tuple[Source, Recognised]:
    """Return what stands in a file, and the document that it is. Raises `FileRefusedError` with a sentence that says why not."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise FileRefusedError(f"The file must be one of {', '.join(READERS)}.")
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise FileRefusedError(
                f"The file has {size // 1_000_000} MB; at most {MOST_BYTES // 1_000_000} MB are read."
            )
        source = reader(path.read_bytes())
    except OSError as error:
        raise FileRefusedError(f"The file cannot be opened: {error.strerror}.") from error
    if not source.text.strip():
        raise FileRefusedError("There is no text in the file.")
    document = recognised(source.paragraphs)
    if not is_whole(source, document):
        raise FileRefusedError(
            "The text was not read whole; nothing is imported. Please save the file in another form."
        )
    return source, document
