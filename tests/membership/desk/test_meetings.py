"""Meetings on the pages of the desk, without script and as the script sends them; and the minutes."""

import json
from io import BytesIO
from uuid import uuid4

import docx
import pytest
from django.urls import reverse

from membership.models import AgendaItem, Ballot, Meeting
from membership.services import meetings
from tests.membership.factories import NOW, TODAY, make_ready_application
from tests.pages.typesetting.samples import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(secretary, committee):
    meeting = meetings.plan(secretary, title="Spring meeting", held_on=TODAY, place="Zagreb", now=NOW)
    meetings.put_on_agenda(meeting.pk, secretary, application_id=make_ready_application().pk, now=NOW)
    meetings.put_on_agenda(meeting.pk, secretary, title="A common letter", motion="That it be sent.", now=NOW)
    return meetings.open_session(meeting.pk, secretary, now=NOW)


def address(name, meeting, *more):
    return reverse(f"desk:{name}", args=[meeting.pk, *more])


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a_meeting_is_planned_with_its_agenda_and_opened(client, enter, secretary, committee):
    application = make_ready_application()
    enter(secretary)
    client.post(reverse("desk:plan_meeting"), {"title": "Spring meeting", "held_on": TODAY, "place": "Video"})
    meeting = Meeting.objects.get()
    client.post(address("add_matter", meeting), {"title": "A letter", "motion": ""})
    client.post(address("add_application", meeting), {"application_id": application.pk})
    second = meeting.items.last()
    client.post(address("change_agenda", meeting, second.pk), {"change": "up"})

    answer = client.post(address("open_session", meeting), {"chair_id": ""}, follow=True)

    assert [item.application for item in meeting.items.all()] == [application, None]
    assert "The quorum is 4 (Article 13)." in text_of(answer)
    assert len(answer.context["session"].roll) == 7


def test_an_item_is_recorded_by_plain_forms(client, enter, secretary, session):
    enter(secretary)
    sent_to, item = address("enter", session), session.items.first()
    seats = [str(pk) for pk in session.seats.values_list("pk", flat=True)]
    client.post(sent_to, {"kind": "presence", "seats": seats, "is_present": "yes"})
    refused = client.post(
        sent_to, {"kind": "vote", "item": item.pk, "seat": seats[0], "choice": "against"}, follow=True
    )
    client.post(sent_to, {"kind": "vote", "item": item.pk, "seat": seats[0], "choice": "abstain"})
    client.post(sent_to, {"kind": "all_yes", "item": item.pk})

    answer = client.post(sent_to, {"kind": "close", "item": item.pk}, follow=True)

    assert "A reason is needed." in text_of(refused)
    assert "6 of the 7 seats counted voted Yes" in text_of(answer)
    assert answer.context["session"].current == session.items.last().pk


def send(client, session, *entries):
    return client.post(address("entries", session), json.dumps(list(entries)), content_type="application/json")


def test_the_script_sends_entries_and_is_told_what_became_of_each(client, enter, secretary, session):
    enter(secretary)
    item, seat = session.items.last().pk, session.seats.first().pk
    vote = {"uuid": str(uuid4()), "kind": "vote", "payload": {"item": item, "seat": seat, "choice": "yes"}}
    came = {"uuid": str(uuid4()), "kind": "presence", "payload": {"seats": [seat], "is_present": "yes"}}

    first = send(client, session, vote, came)
    again = send(client, session, came)

    states = [(row["state"], row["sentence"]) for row in first.json()["entries"]]
    assert states == [("conflict", "This seat is neither present nor represented."), ("applied", "")]
    assert again.json()["entries"][0]["state"] == "repeated"


@pytest.mark.parametrize("body", ["", "{", "1", '[{"uuid": "x"}]', "[1]", '{"a": 1}'])
def test_what_is_no_list_of_entries_is_refused(client, enter, secretary, session, body):
    enter(secretary)

    assert client.post(address("entries", session), body, content_type="application/json").status_code == 400


def test_the_minutes_tell_roll_results_and_reasons(client, enter, secretary, session):
    enter(secretary)
    sent_to = address("enter", session)
    seats = [str(pk) for pk in session.seats.values_list("pk", flat=True)]
    client.post(sent_to, {"kind": "presence", "seats": seats[:5], "is_present": "yes"})
    for item in AgendaItem.objects.all():
        words = {"item": item.pk, "seat": seats[0], "choice": "against", "reason": "Too early."}
        client.post(sent_to, {"kind": "vote", **words})
        client.post(sent_to, {"kind": "all_yes", "item": item.pk})
        client.post(sent_to, {"kind": "close", "item": item.pk})
    client.post(address("close_session", session))

    pdf = client.get(address("minutes", session, "pdf"))
    document = docx.Document(BytesIO(client.get(address("minutes", session, "docx")).content))

    words = words_of(pdf.content)
    assert "Extract from the minutes" in words
    assert "Against: Zagreb" in words
    assert "Too early." in words
    assert "2027/1" in words
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert "Skopje: absent" in lines
    assert any(line.startswith("Result: Not carried: 1 seat voted against") for line in lines)
    assert "Votes: Yes: 4, Against: 1, Abstaining: 0, Recused: 0, Absent: 2" in lines
    assert Ballot.objects.count() == 5


def test_there_are_no_minutes_before_the_session_and_no_other_form(client, enter, secretary, session):
    planned = meetings.plan(secretary, title="Later", held_on=TODAY, place="", now=NOW)
    enter(secretary)

    assert client.get(address("minutes", planned, "pdf")).status_code == 404
    assert client.get(address("minutes", session, "odt")).status_code == 404
