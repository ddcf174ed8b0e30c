"""The record across the office: the newest events, narrowed; the state of the chain; the dossier as a download."""

import io
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.urls import reverse

from membership.models import Application, AuditSeal, Event
from membership.services.record import record
from membership.services.retention import keep_to_terms
from membership.services.sealing import seal_events
from tests.membership.dossiers import make_decided_dossier
from tests.membership.factories import NOW, ApplicationFactory
from tests.membership.tampering import run

pytestmark = pytest.mark.django_db
URL = "/admin/membership/record/"


def sentences(answer) -> list[str]:
    return [entry.sentence for entry in answer.context["entries"]]


def test_the_newest_events_come_first_with_their_seals(enter, auditor):
    application = ApplicationFactory()
    record(application, "submitted", "applicant", revision=1)
    record(application, "taken", f"user:{auditor.pk}")
    seal_events()

    answer = enter(auditor).get(URL)

    assert sentences(answer) == ["The check was taken on.", "The application was submitted as revision 1."]
    page = answer.content.decode()
    assert AuditSeal.objects.get(number=2).sha256 in page
    assert reverse("desk:dossier", args=[application.pk]) in page


def test_the_record_is_narrowed_by_actor_and_verb(enter, auditor):
    for actor, verb in (("applicant", "withdrawn"), ("clock", "lapsed"), ("clock", "draft_deleted")):
        record(None, verb, actor)
    client = enter(auditor)

    assert sentences(client.get(URL, {"actor": "clock"})) == [
        "The draft was deleted.",
        "The application lapsed, because it was not completed in time.",
    ]
    assert sentences(client.get(URL, {"actor": "clock", "verb": "draft_deleted"})) == ["The draft was deleted."]
    assert len(sentences(client.get(URL, {"actor": "nobody"}))) == 3


def test_an_event_of_a_deleted_draft_and_one_of_strange_words_are_shown(enter, auditor):
    Event.objects.create(application_id=987654, verb="draft_deleted", actor="clock")
    Event.objects.create(verb="submitted", actor="applicant", details={})
    Event.objects.create(verb="unheard", actor="applicant", details=[])

    assert sentences(enter(auditor).get(URL)) == ["unheard", "submitted", "The draft was deleted."]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_record_asks_as_often_for_one_event_as_for_three(enter, auditor, rows, django_assert_num_queries):
    for _ in range(rows):
        record(ApplicationFactory(), "taken", f"user:{auditor.pk}")
    client = enter(auditor)

    with django_assert_num_queries(21):  # three of them note in the session that the office was seen
        client.get(URL)


def test_the_chain_is_checked_when_it_is_asked_for(enter, auditor):
    record(None, "taken", "clock")
    seal_events()
    client = enter(auditor)

    assert client.get(URL).context["checked"] is None
    assert "1 event is as it was sealed." in client.get(URL, {"check": "yes"}).content.decode()
    run("UPDATE membership_event SET actor = 'applicant'")
    assert "is not as it was sealed (seal 1)." in client.get(URL, {"check": "yes"}).content.decode()


@pytest.mark.xdist_group("private files")
def test_a_dossier_is_downloaded_as_a_zip_file(enter, auditor):
    application = make_decided_dossier()
    client = enter(auditor)
    assert (
        reverse("desk:export", args=[application.pk])
        in client.get(reverse("desk:dossier", args=[application.pk])).content.decode()
    )

    answer = client.get(reverse("desk:export", args=[application.pk]))
    archive = ZipFile(io.BytesIO(answer.getvalue()))

    assert answer["Content-Disposition"] == f'attachment; filename="{application.reference}.zip"'
    assert archive.read("dossier.pdf")[:5] == b"%PDF-"
    assert archive.testzip() is None
    assert Event.objects.filter(verb="dossier_exported", application=application).count() == 1


def test_a_member_of_the_committee_is_not_offered_the_download(enter, member):
    application = ApplicationFactory()

    page = enter(member).get(reverse("desk:dossier", args=[application.pk])).content.decode()

    assert reverse("desk:export", args=[application.pk]) not in page


@pytest.mark.xdist_group("private files")
def test_a_dossier_whose_term_is_over_opens_and_its_files_do_not(enter, auditor, django_capture_on_commit_callbacks):
    application = make_decided_dossier()
    Application.objects.filter(pk=application.pk).update(state_since=NOW - timedelta(days=800))
    with django_capture_on_commit_callbacks(execute=True):
        keep_to_terms(NOW)
    client = enter(auditor)

    page = client.get(reverse("desk:dossier", args=[application.pk])).content.decode()
    letter = client.get(reverse("desk:file", args=[application.uploads.first().pk]))
    archive = ZipFile(io.BytesIO(client.get(reverse("desk:export", args=[application.pk])).getvalue()))

    assert "Deleted, since its term is over" in page
    assert letter.status_code == 404
    assert "Nada" not in page + archive.read("record.json").decode()
    assert [name for name in archive.namelist() if name.startswith("files/")] == []
