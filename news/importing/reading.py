"""Reads an export: WXR (the XML that WordPress writes) or the posts of its REST interface as JSON."""

from __future__ import annotations

from pathlib import Path

from news.importing.rest import read_rest
from news.importing.values import Export, FileRefusedError
from news.importing.wxr import read_wxr

MOST_BYTES = 100_000_000


def read_export(path: Path) -> Export:
    """Return the posts of a file. Raises `FileRefusedError` for one that is no export, or larger than 100 MB."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise FileRefusedError(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
        content = path.read_bytes()
    except OSError as error:
        raise FileRefusedError(f"The file cannot be read: {error.strerror}.") from error
    begins = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begins == b"<":
        return read_wxr(content)
    if begins in (b"[", b"{"):
        return read_rest(content)
    raise FileRefusedError("The file is neither an XML nor a JSON export of WordPress.")
