"""Takes a dossier along: everything on an application in one ZIP file, which can be checked without this office."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.contrib.auth.models import User

from membership.models import Application, OutboxMail
from membership.permissions import Action, require
from membership.rules.manifest import MANIFEST, MANIFEST_HASH, RECORD, Entry, hash_line, manifest_json
from membership.selectors.audit import head
from membership.selectors.calendar import ZONE, day_in_the_network
from membership.selectors.export import is_readable, letter_path, letters_of, record_of, upload_path
from membership.services.record import actor_key, record
from membership.services.sealing import seal_events

IN_MEMORY = 8 << 20  # bytes; what is larger is written to a temporary file
PAPER = "dossier.pdf"
FILE_MODE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Exported:
    """An open ZIP file, read from its beginning, and the name it is downloaded under."""

    file: IO[bytes]
    name: str
    manifest_sha256: str


def export_dossier(
    application: Application, user: User, *, compose: Callable[[Application], bytes], now: datetime
) -> Exported:
    """Make the ZIP file and record that it was taken, with the hash of its manifest; `compose` makes the PDF.

    A file in which a virus was found, or which waits for the scan, stays out; the record says so.
    """
    require(user, Action.EXPORT_DOSSIER, day_in_the_network(now))
    seal_events()
    newest = head()
    file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the answer closes it when it is sent
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        entries = [_write(archive, name, content, now) for name, content in _contents(application, compose, now)]
        manifest = manifest_json(
            reference=application.reference or "",
            made_at=now.astimezone(ZONE).isoformat(timespec="seconds"),
            head={"number": newest.number, "sha256": newest.sha256},
            files=entries,
        )
        found = _write(archive, MANIFEST, manifest, now).sha256
        _write(archive, MANIFEST_HASH, hash_line(found), now)
    file.seek(0)
    record(application, "dossier_exported", actor_key(user), sha256=found)
    return Exported(file, f"{application.reference}.zip", found)


def _contents(
    application: Application, compose: Callable[[Application], bytes], now: datetime
) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file, one at a time."""
    yield PAPER, compose(application)
    written = record_of(application, day_in_the_network(now))
    readable = [upload for upload in application.uploads.order_by("pk") if is_readable(upload)]
    for upload in readable:
        try:
            with upload.file.open("rb") as opened:
                yield upload_path(upload), opened.read()
        except FileNotFoundError:  # the record names it all the same, without a path
            next(row for row in written["files"] if row["id"] == upload.pk)["path"] = None
    for mail in letters_of(application):
        yield letter_path(mail), _letter(mail)
        if mail.attachment:
            yield letter_path(mail).replace(".txt", ".pdf"), bytes(mail.attachment)
    yield RECORD, _json(written)


def _letter(mail: OutboxMail) -> bytes:
    sent = mail.sent_at.astimezone(ZONE).isoformat(timespec="seconds") if mail.sent_at else "–"
    return f"To: {mail.recipient or '–'}\nSent: {sent}\nSubject: {mail.subject}\n\n{mail.body}".encode()


def _json(value: Any) -> bytes:
    return json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True).encode()


def _write(archive: ZipFile, name: str, content: bytes, now: datetime) -> Entry:
    entry = ZipInfo(name, now.astimezone(ZONE).timetuple()[:6])
    entry.compress_type, entry.external_attr = ZIP_DEFLATED, FILE_MODE
    archive.writestr(entry, content)
    return Entry(name, len(content), sha256(content).hexdigest())
