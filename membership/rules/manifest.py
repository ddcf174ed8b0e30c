"""The manifest of an exported dossier: what is in it, by size and SHA-256."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = "b40-dossier-1"
MANIFEST, MANIFEST_HASH, RECORD = "manifest.json", "manifest.sha256", "record.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the dossier: its name, its size in bytes, its SHA-256 in hexadecimal."""

    path: str
    size: int
    sha256: str


def manifest_json(*, reference: str, made_at: str, head: Mapping[str, Any], files: Iterable[Entry]) -> bytes:
    """Write the manifest; `head` is the newest seal of the record, number and SHA-256, when the dossier was made."""
    words = {"format": FORMAT, "reference": reference, "made_at": made_at, "record_head": dict(head)}
    return json.dumps({**words, "files": [asdict(file) for file in files]}, indent=2, ensure_ascii=False).encode()


def hash_line(sha256: str) -> bytes:
    """Return the content of `manifest.sha256`, which `sha256sum -c` reads too."""
    return f"{sha256}  {MANIFEST}\n".encode()
