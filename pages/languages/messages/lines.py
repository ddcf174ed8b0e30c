"""The lines of a catalogue, read strictly: Babel and polib both cut a letter off where a closing quote is missing."""

import re
from collections.abc import Iterator
from pathlib import Path

_TEXT_LINE = re.compile(r'(?:msg\w+(?:\[\d\])?\s+)?"(?:[^"\\]|\\.)*"\s*')


def malformed_lines(path: Path) -> Iterator[int]:
    """Yield the number of each line that is neither empty, nor a comment, nor a whole text in quotes."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#") and not _TEXT_LINE.fullmatch(line):
            yield number
