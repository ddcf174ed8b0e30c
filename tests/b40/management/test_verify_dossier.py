"""The command that checks an exported dossier: by itself, and it finds each kind of change."""

import json
from collections.abc import Callable
from hashlib import sha256
from io import StringIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from django.core.management import call_command

from membership.models import AuditHead
from membership.services.export import export_dossier
from tests.membership.applicant import PDF
from tests.membership.dossiers import make_decided_dossier
from tests.membership.factories import NOW, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]
Files = dict[str, bytes]


@pytest.fixture
def dossier(tmp_path) -> Path:
    user = UserFactory(username="auditor", groups=["Auditors"])
    exported = export_dossier(make_decided_dossier(), user, compose=lambda _application: PDF, now=NOW)
    path = tmp_path / "dossier.zip"
    with exported.file as file:
        path.write_bytes(file.read())
    return path


@pytest.fixture
def verify(django_db_blocker) -> Callable[[Path], tuple[int, str, list[str]]]:
    """Run the command with the database closed; exit status, output, and the sentences of the faults."""

    def run(path: Path) -> tuple[int, str, list[str]]:
        out, errors = StringIO(), StringIO()
        with django_db_blocker.block():
            try:
                call_command("verify_dossier", str(path), stdout=out, stderr=errors)
            except SystemExit as end:
                return end.code, out.getvalue(), errors.getvalue().splitlines()
        return 0, out.getvalue(), errors.getvalue().splitlines()

    return run


def contents(path: Path) -> Files:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(path: Path, files: Files) -> None:
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def name_of(files: Files, beginning: str) -> str:
    return next(name for name in files if name.startswith(beginning))


def sign(files: Files) -> Files:
    """Write a manifest that fits the files, as one would who knows how."""
    manifest = json.loads(files["manifest.json"])
    for row in manifest["files"]:
        content = files[row["path"]]
        row["size"], row["sha256"] = len(content), sha256(content).hexdigest()
    files["manifest.json"] = json.dumps(manifest).encode()
    files["manifest.sha256"] = f"{sha256(files['manifest.json']).hexdigest()}  manifest.json\n".encode()
    return files


def test_a_sound_dossier_is_told_with_its_manifest_and_the_chain(dossier, verify):
    manifest = contents(dossier)["manifest.json"]
    kept = AuditHead.objects.get()

    status, out, faults = verify(dossier)

    assert (status, faults) == (0, [])
    assert f"SHA-256 of the manifest, as the record has it: {sha256(manifest).hexdigest()}" in out
    assert f"{kept.number}, {kept.sha256}" in out


def test_a_dossier_packed_anew_is_as_good(dossier, verify):
    rewrite(dossier, contents(dossier))

    assert verify(dossier)[0] == 0


@pytest.mark.parametrize("beginning", ["dossier.pdf", "record.json", "files/", "letters/"])
def test_a_changed_byte_is_found(dossier, verify, beginning):
    files = contents(dossier)
    name = name_of(files, beginning)
    files[name] = files[name].replace(b"\n", b" ", 1)
    rewrite(dossier, files)

    status, out, faults = verify(dossier)

    assert (status, out) == (1, "")
    assert f"{name} was changed: its content is not that of the manifest." in faults


@pytest.mark.parametrize("beginning", ["dossier.pdf", "record.json", "files/", "letters/"])
def test_a_missing_file_is_found(dossier, verify, beginning):
    files = contents(dossier)
    name = name_of(files, beginning)
    del files[name]
    rewrite(dossier, files)

    assert verify(dossier) == (1, "", [f"{name} is missing, though the manifest names it."])


@pytest.mark.parametrize("name", ["manifest.json", "manifest.sha256"])
def test_a_missing_manifest_is_found(dossier, verify, name):
    files = contents(dossier)
    del files[name]
    rewrite(dossier, files)

    assert verify(dossier) == (1, "", [f"{name} is missing."])


def test_an_extra_file_is_found(dossier, verify):
    rewrite(dossier, {**contents(dossier), "files/extra.pdf": b"x"})

    assert verify(dossier) == (1, "", ["files/extra.pdf is not named in the manifest."])


def test_a_file_that_is_there_twice_is_found(dossier, verify):
    with ZipFile(dossier, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("dossier.pdf", PDF)

    assert verify(dossier) == (1, "", ["dossier.pdf is in the ZIP file twice."])


@pytest.mark.parametrize(
    ("old", "new"), [(b"B40-M-2027", b"B40-M-2026"), (b'"made_at": "2027', b'"made_at": "2028'), (b"sha256", b"SHA256")]
)
def test_a_changed_manifest_is_found(dossier, verify, old, new):
    files = contents(dossier)
    files["manifest.json"] = files["manifest.json"].replace(old, new)
    rewrite(dossier, files)

    status, _out, faults = verify(dossier)

    assert status == 1
    assert "manifest.json is not the one that manifest.sha256 names." in faults


@pytest.mark.parametrize("written", [b"", b"[]", b'{"format": "other"}', b'{"format": "b40-dossier-1", "files": [1]}'])
def test_a_manifest_that_is_none_is_told(dossier, verify, written):
    rewrite(dossier, {**contents(dossier), "manifest.json": written})

    assert "manifest.json cannot be read." in verify(dossier)[2]


def test_a_changed_answer_is_found_although_the_manifest_was_made_to_fit(dossier, verify):
    files = contents(dossier)
    files["record.json"] = files["record.json"].replace(b"Nada Person", b"Mala Person")

    rewrite(dossier, sign(files))

    assert verify(dossier) == (1, "", ["Revision 2 is not the one whose hash it bears."])


def test_a_changed_upload_is_found_although_the_manifest_was_made_to_fit(dossier, verify):
    files = contents(dossier)
    name = name_of(files, "files/")
    files[name] = b"%PDF other"

    rewrite(dossier, sign(files))

    assert verify(dossier) == (1, "", [f"{name} is not the file that was uploaded."])


@pytest.mark.parametrize("content", [b"", b"not a ZIP file", b"PK\x03\x04"])
def test_what_is_no_zip_file_is_told(dossier, verify, content):
    dossier.write_bytes(content)

    assert verify(dossier) == (1, "", ["This is not a ZIP file, or it is damaged."])


def test_a_file_that_is_not_there_is_told(tmp_path, verify):
    assert verify(tmp_path / "none.zip") == (1, "", [f"There is no file {tmp_path / 'none.zip'}."])


def test_a_byte_turned_in_the_packed_content_is_found(dossier, verify):
    packed = bytearray(dossier.read_bytes())
    packed[packed.index(b"dossier.pdf") + 40] ^= 0xFF

    dossier.write_bytes(bytes(packed))

    assert verify(dossier) == (1, "", ["dossier.pdf was changed: its content is not that of the manifest."])
