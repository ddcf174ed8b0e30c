"""Checks an exported dossier by itself, without the database: its files, its manifest, the revisions inside."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from membership.rules.hashing import digest
from membership.rules.manifest import FORMAT, MANIFEST, MANIFEST_HASH, RECORD, hash_line

DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class DossierFault:
    """Something that is not as it was taken along; `code` is a key of the sentences, `details` fill it."""

    code: str
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckedDossier:
    """What the check found; the manifest is empty where it could not be read."""

    manifest: dict[str, Any]
    manifest_sha256: str
    faults: tuple[DossierFault, ...]


def check_dossier(path: Path) -> CheckedDossier:
    """Check a ZIP file. Raises `FileNotFoundError`."""
    if not path.is_file():
        raise FileNotFoundError(path)
    try:
        with ZipFile(path) as archive:
            return _check(archive)
    except DAMAGED:
        return CheckedDossier({}, "", (DossierFault("not_a_zip"),))


def _check(archive: ZipFile) -> CheckedDossier:
    names = archive.namelist()
    missing = [DossierFault("no_manifest", {"path": name}) for name in (MANIFEST, MANIFEST_HASH) if name not in names]
    if missing:
        return CheckedDossier({}, "", tuple(missing))
    written = _content(archive, MANIFEST)
    found = sha256(written or b"").hexdigest()
    faults = [] if _content(archive, MANIFEST_HASH) == hash_line(found) else [DossierFault("manifest_changed")]
    manifest = _manifest(written)
    if manifest is None:
        return CheckedDossier({}, found, (*faults, DossierFault("manifest_unreadable", {"path": MANIFEST})))
    faults += [DossierFault("file_twice", {"path": name}) for name, count in Counter(names).items() if count > 1]
    faults += _files(archive, names, manifest)
    faults += _inside(archive, manifest) if RECORD in names else []
    return CheckedDossier(manifest, found, tuple(faults))


def _files(archive: ZipFile, names: list[str], manifest: dict[str, Any]) -> Iterator[DossierFault]:
    """Compare what is there with what the manifest names, byte for byte."""
    named = {file["path"]: file for file in manifest["files"]}
    for path, file in named.items():
        if path not in names:
            yield DossierFault("file_missing", {"path": path})
        elif _measured(archive, path) != (file["size"], file["sha256"]):
            yield DossierFault("file_changed", {"path": path})
    for path in sorted(set(names) - named.keys() - {MANIFEST, MANIFEST_HASH}):
        yield DossierFault("file_extra", {"path": path})


def _inside(archive: ZipFile, manifest: dict[str, Any]) -> Iterator[DossierFault]:
    """Compute the hashes of the revisions again, as they were computed when they were frozen, and compare the uploads.

    From a redacted revision a person was taken out: its hash tells what it was, and cannot be computed any more.
    """
    record = _json(_content(archive, RECORD))
    hashes = {file["path"]: file["sha256"] for file in manifest["files"]}
    if not isinstance(record, dict):
        yield DossierFault("manifest_unreadable", {"path": RECORD})
        return
    for revision in record.get("revisions", []):
        if not revision["redacted_at"] and digest(revision["content"]) != revision["sha256"]:
            yield DossierFault("revision_changed", {"number": revision["number"]})
    for upload in record.get("files", []):
        if upload["path"] in hashes and hashes[upload["path"]] != upload["sha256"]:
            yield DossierFault("upload_changed", {"path": upload["path"]})


def _manifest(written: bytes | None) -> dict[str, Any] | None:
    manifest = _json(written)
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        return None
    rows = manifest.get("files")
    wanted = {"path", "size", "sha256"}
    is_whole = isinstance(rows, list) and all(isinstance(row, dict) and wanted <= row.keys() for row in rows)
    return manifest if is_whole and isinstance(manifest.get("record_head"), dict) else None


def _json(written: bytes | None) -> Any:
    try:
        return json.loads(written or b"")
    except ValueError:
        return None


def _content(archive: ZipFile, name: str) -> bytes | None:
    try:
        return archive.read(name)
    except DAMAGED:
        return None


def _measured(archive: ZipFile, name: str) -> tuple[int, str] | None:
    """Return size and SHA-256 of a file, read piece by piece; None where it cannot be read."""
    found, size = sha256(), 0
    try:
        with archive.open(name) as file:
            while piece := file.read(CHUNK):
                found.update(piece)
                size += len(piece)
    except DAMAGED:
        return None
    return size, found.hexdigest()
