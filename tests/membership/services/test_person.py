"""What is held on a person: everywhere the address stands, with what stands beside it, and no secret."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied

from membership.models import AccessKey, Event, MayorNotice, MemberAct, OutboxMail, SectionAnswers
from membership.selectors.person import holdings
from membership.services import messages
from membership.services.access import send_key
from membership.services.person import address_hash, report_on_person
from tests.membership.dossiers import make_decided_dossier
from tests.membership.factories import (
    NOW,
    ApplicationFactory,
    MemberFactory,
    SeatFactory,
    UserFactory,
    make_ready_application,
)

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]


def found(email: str) -> dict[str, list[dict]]:
    """Return kind → the words of each holding."""
    kinds: dict[str, list[dict]] = {}
    for row in holdings(email):
        kinds.setdefault(row.kind, []).append(row.words)
    return kinds


def get_secretary():
    return get_user_model().objects.get(username="secretary")


def test_a_contact_finds_application_messages_mails_and_acts():
    application = make_decided_dossier()

    held = found("Nada@Kraljevo.EXAMPLE ")

    assert held["application"][0]["contact_email"] == "nada@kraljevo.example"
    assert [row["body"] for row in held["message"]] == ["We have a question: Niš or Kraljevo?"]
    assert "Received." in {row.get("body") for row in held["mail"]}
    assert {row["what"] for row in held["event"]} >= {"The applicant wrote a message.", "A file was attached."}
    assert {row.application for row in holdings("nada@kraljevo.example")} == {application.reference}


def test_an_alternate_contact_finds_the_answers_with_name_in_every_revision():
    make_decided_dossier()

    held = found("mila@kraljevo.example")

    words = {"alternate_email": "mila@kraljevo.example", "alternate_name": "Mila Other"}
    assert held["answers"] == [{"where": "contacts.alternate_email", **words}]
    assert held["revision"] == [{"revision": 2, "where": "answers.contacts.alternate_email", **words}]
    assert "Nada" not in str(held)


def test_an_address_deep_in_the_answers_and_one_of_other_letters_are_found():
    draft = ApplicationFactory(state="draft", reference=None)
    answers = {"projects": [{"title": "Bridges", "link": "mailto:nada@нишава.example"}]}
    SectionAnswers.objects.create(application=draft, section="role", answers=answers)

    assert found("nada@нишава.example")["answers"] == [
        {"where": "role.projects.0.link", "link": "mailto:nada@нишава.example"}
    ]


def test_keys_notices_and_the_mails_that_open_are_told_without_their_secrets():
    application = ApplicationFactory(mayor_email="mayor@nis.example")
    MayorNotice.objects.create(
        application=application, revision=1, email="mayor@nis.example", token_hash="t" * 64, code_hash="c" * 64
    )
    sent = send_key("mayor@nis.example", "en", now=NOW, application=application)

    held = found("mayor@nis.example")

    assert (len(held["mayor_notice"]), len(held["key"]), len(held["mail"])) == (1, 1, 1)
    assert OutboxMail.objects.get().body not in str(held)
    assert sent.token not in str(held)
    assert AccessKey.objects.get().token_hash not in str(held)


def test_an_account_finds_seat_votes_and_acts():
    make_decided_dossier()
    seat = SeatFactory(holder=UserFactory(username="mayor-of-nis"), start=date(2027, 1, 1))
    Event.objects.create(verb="taken", actor=f"user:{seat.holder.pk}")

    other, voter = found("mayor-of-nis@example.org"), found("zagreb@example.org")

    assert (other["account"][0]["username"], len(other["seat"])) == ("mayor-of-nis", 1)
    assert [row["what"] for row in other["event"]] == ["The check was taken on."]
    assert (voter["ballot"][0]["choice"], voter["declaration"][0]["outcome"]) == ("yes", "not_approved")
    assert voter["statement"][0]["has_conflict"] is False


def test_the_contact_of_a_member_finds_the_member_and_an_account_what_it_recorded(secretary):
    member = MemberFactory(contact_email="office@nis.example", language="sr")
    MemberAct.objects.create(
        member=member, act="suspend", authority="committee", reason="R", at=NOW, by=f"user:{secretary.pk}"
    )

    assert found("Office@nis.example")["member"][0]["language"] == "sr"
    assert found(secretary.email)["member_act"][0]["reason"] == "R"


def test_a_stranger_finds_nothing():
    make_ready_application()

    assert holdings("nobody@example.org") == []


@pytest.mark.parametrize("email", ["%@%", "nada_kraljevo.example", "ada@kraljevo.example", "mila@kraljevo.exampl"])
def test_what_is_only_like_an_address_is_another_person(email):
    application = make_decided_dossier()
    messages.write_to_applicant(application.pk, get_secretary(), body="Write to mila@kraljevo.example.", now=NOW)

    assert holdings(email) == []


def test_an_address_in_the_words_of_a_message_is_found():
    application = make_decided_dossier()
    messages.write_to_applicant(application.pk, get_secretary(), body="Write to mila@kraljevo.example.", now=NOW)

    assert [row["body"] for row in found("mila@kraljevo.example")["message"]] == ["Write to mila@kraljevo.example."]


def test_the_report_is_recorded_without_the_address():
    make_decided_dossier()
    secretary = UserFactory(username="clerk", groups=["Secretariat"])

    rows = report_on_person("Nada@kraljevo.example", secretary, now=NOW)

    event = Event.objects.get(verb="person_reported")
    assert (event.application, event.actor) == (None, f"user:{secretary.pk}")
    assert event.details == {"address": address_hash("nada@kraljevo.example"), "count": len(rows)}
    assert "kraljevo.example" not in str(Event.objects.values().get(pk=event.pk))


def test_only_the_secretariat_reports():
    with pytest.raises(PermissionDenied):
        report_on_person("a@example.org", UserFactory(groups=["Auditors"]), now=NOW)

    assert not Event.objects.exists()
