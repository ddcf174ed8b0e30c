"""The dossier taken along: what is in it, what stays out, and that it holds without the office."""

import io
import json
from hashlib import sha256
from zipfile import ZipFile

import pytest
from django.core.exceptions import PermissionDenied

from membership.models import AuditHead, Event
from membership.rules.hashing import digest
from membership.services import ballots, rounds
from membership.services.export import export_dossier
from tests.membership.applicant import PDF
from tests.membership.dossiers import make_decided_dossier
from tests.membership.factories import NOW, UserFactory, make_ready_application
from tests.membership.services.voting import state

# one worker for all that writes files: another one's uploads are not in its database
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]


@pytest.fixture
def application(db):
    return make_decided_dossier()


@pytest.fixture
def auditor(db):
    return UserFactory(username="auditor", groups=["Auditors"])


def taken(application, user) -> ZipFile:
    exported = export_dossier(application, user, compose=lambda _application: PDF, now=NOW)
    with exported.file as file:
        return ZipFile(io.BytesIO(file.read()))


def record_in(archive: ZipFile) -> dict:
    return json.loads(archive.read("record.json"))


def test_the_manifest_names_every_file_and_the_chain(application, auditor):
    archive = taken(application, auditor)

    manifest = json.loads(archive.read("manifest.json"))
    kept = AuditHead.objects.get()
    assert {file["path"] for file in manifest["files"]} == set(archive.namelist()) - {
        "manifest.json",
        "manifest.sha256",
    }
    assert manifest["reference"] == application.reference
    assert manifest["made_at"] == "2027-03-01T10:00:00+03:00"
    assert manifest["record_head"] == {"number": kept.number, "sha256": kept.sha256}
    assert all(sha256(archive.read(file["path"])).hexdigest() == file["sha256"] for file in manifest["files"])
    found = sha256(archive.read("manifest.json")).hexdigest()
    assert archive.read("manifest.sha256").decode() == f"{found}  manifest.json\n"


def test_the_act_is_recorded_with_the_hash_of_the_manifest(application, auditor):
    archive = taken(application, auditor)

    event = Event.objects.get(verb="dossier_exported")
    assert (event.actor, event.application) == (f"user:{auditor.pk}", application)
    assert event.details == {"sha256": sha256(archive.read("manifest.json")).hexdigest()}


def test_files_have_safe_names_and_what_is_not_clean_stays_out(application, auditor):
    archive = taken(application, auditor)

    letter, _late = application.uploads.order_by("pk")
    assert [name for name in archive.namelist() if name.startswith("files/")] == [
        f"files/{letter.pk:06d}-mayor_letter-file.pdf"
    ]
    assert archive.read(f"files/{letter.pk:06d}-mayor_letter-file.pdf") == PDF
    assert [(file["display_name"], file["path"] is None) for file in record_in(archive)["files"]] == [
        ("Писмо ../градоначелника.pdf", False),
        ("late.pdf", True),
    ]


def test_a_file_that_is_gone_is_told_without_a_path(application, auditor):
    letter = application.uploads.first()
    letter.file.storage.delete(letter.file.name)

    archive = taken(application, auditor)

    assert [name for name in archive.namelist() if name.startswith("files/")] == []
    assert [file["path"] for file in record_in(archive)["files"]] == [None, None]


def test_letters_are_there_and_the_codes_that_open_are_not(application, auditor):
    archive = taken(application, auditor)

    letters = {name: archive.read(name) for name in archive.namelist() if name.startswith("letters/")}
    assert "123456" not in " ".join(content.decode("utf-8", "ignore") for content in letters.values())
    assert any("Received." in content.decode("utf-8", "ignore") for content in letters.values())
    assert [content for name, content in letters.items() if name.endswith(".pdf")] == [PDF]


def test_the_record_tells_revisions_votes_and_seals(application, auditor):
    record = record_in(taken(application, auditor))

    assert [bool(revision["redacted_at"]) for revision in record["revisions"]] == [True, False]
    assert digest(record["revisions"][1]["content"]) == record["revisions"][1]["sha256"]
    votes = [seat["ballots"][0]["choice"] for seat in record["rounds"][0]["seats"]]
    assert sorted(votes) == ["against", "yes", "yes", "yes", "yes", "yes", "yes"]
    decision = record["rounds"][0]["decision"]
    assert (decision["is_contested"], decision["confirmation"]["outcome"]) == (True, "not_approved")
    assert [event["seal"]["number"] for event in record["events"]] == sorted(
        event["seal"]["number"] for event in record["events"]
    )


def test_the_votes_of_an_open_round_stay_sealed(committee, secretary, rule, holders):
    application = make_ready_application()
    round_ = rounds.open_round(application.pk, holders[0], rule_id=rule.pk, now=NOW)
    state(round_, holders[1])
    ballots.cast(round_.pk, holders[1], choice="against", reason="A secret reason.", now=NOW)

    archive = taken(application, secretary)

    assert record_in(archive)["rounds"][0]["seats"] == []
    assert "A secret reason" not in archive.read("record.json").decode()


@pytest.mark.parametrize("group", ["Editors", "Committee"])
def test_only_the_secretariat_and_auditors_take_a_dossier_along(application, group):
    with pytest.raises(PermissionDenied):
        export_dossier(application, UserFactory(groups=[group]), compose=lambda _application: PDF, now=NOW)

    assert not Event.objects.filter(verb="dossier_exported").exists()
