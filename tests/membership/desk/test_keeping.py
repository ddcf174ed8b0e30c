"""Whoever records a session shows once who he is; then neither time nor a late queue stops the record."""

import json
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from membership.models import MatterBallot, MeetingEntry
from membership.services import meetings
from tests.membership.desk.fresh import make_fresh
from tests.membership.factories import NOW, TODAY, make_ready_application

pytestmark = pytest.mark.django_db
CONFIRM = "/admin/access/confirm/"
MINUTE, HOUR = 60, 60 * 60


@pytest.fixture
def session(secretary, committee):
    """An open session in which every seat attends; first an application, then another matter."""
    meeting = meetings.plan(secretary, title="Spring meeting", held_on=TODAY, place="Zagreb", now=NOW)
    meetings.put_on_agenda(meeting.pk, secretary, application_id=make_ready_application().pk, now=NOW)
    meetings.put_on_agenda(meeting.pk, secretary, title="A common letter", motion="That it be sent.", now=NOW)
    session = meetings.open_session(meeting.pk, secretary, now=NOW)
    here = [seat.pk for seat in session.seats.all()]
    meetings.note_presence(session.pk, secretary, seats=here, is_present=True, at=None, now=NOW)
    return session


@pytest.fixture
def stale(client):
    """Return a function that logs a user in whose log-in is eleven minutes old."""

    def _stale(user):
        client.logout()
        client.force_login(user)
        make_fresh(client, user, minutes_ago=11)
        return client

    return _stale


def address(name, session):
    return reverse(f"desk:{name}", args=[session.pk])


def vote(session, place=1, **words):
    """An entry of the first seat on an item of the agenda."""
    payload = {"item": session.items.all()[place].pk, "seat": session.seats.first().pk, "choice": "yes", **words}
    return {"uuid": str(uuid4()), "kind": "vote", "payload": payload}


def send(client, session, *entries):
    return client.post(address("entries", session), json.dumps(list(entries)), content_type="application/json")


def states(answer) -> list[str]:
    return [row["state"] for row in answer.json()["entries"]]


def test_entries_after_a_stale_log_in_are_not_looked_at_and_pass_once_it_is_fresh(stale, session, secretary):
    client, entry = stale(secretary), vote(session)

    assert send(client, session, entry).status_code == 401
    assert not MeetingEntry.objects.exists()

    make_fresh(client, secretary)
    assert (states(send(client, session, entry)), states(send(client, session, entry))) == (["applied"], ["repeated"])


@pytest.mark.parametrize(("seconds", "is_taken"), [(12 * HOUR, True), (12 * HOUR + MINUTE, False)])
def test_the_first_entry_begins_what_lasts_for_twelve_hours(enter, session, secretary, seconds, is_taken):
    client = enter(secretary)
    send(client, session, vote(session))

    with time_machine.travel(NOW.timestamp() + 11 * MINUTE, tick=False) as clock:
        assert states(send(client, session, vote(session))) == ["applied"]
        clock.move_to(NOW.timestamp() + 7 * HOUR)
        client.session.save()  # the log-in itself lasts for eight hours without use
        clock.move_to(NOW.timestamp() + seconds)
        assert (send(client, session, vote(session)).status_code == 200) is is_taken


def test_whoever_opens_the_session_records_it(enter, secretary, committee):
    meeting = meetings.plan(secretary, title="Spring meeting", held_on=TODAY, place="Zagreb", now=NOW)
    client = enter(secretary)
    client.post(address("open_session", meeting), {"chair_id": ""})

    with time_machine.travel(NOW.timestamp() + 11 * MINUTE, tick=False):
        answer = client.get(address("meeting", meeting))
        closed = client.post(address("close_session", meeting))

    assert (answer.context["is_keeper"], answer.context["may_keep"]) == (True, True)
    assert closed.url == address("meeting", meeting)


def test_another_session_of_the_same_browser_asks_anew(enter, stale, session, secretary, colleague):
    send(enter(secretary), session, vote(session))

    assert send(stale(secretary), session, vote(session)).status_code == 401
    assert send(stale(colleague), session, vote(session)).status_code == 401


def test_another_meeting_asks_anew(enter, session, secretary):
    client = enter(secretary)
    send(client, session, vote(session))
    other = meetings.open_session(
        meetings.plan(secretary, title="Summer", held_on=TODAY, place="", now=NOW).pk, secretary, now=NOW
    )

    with time_machine.travel(NOW.timestamp() + 11 * MINUTE, tick=False):
        assert send(client, other).status_code == 401


def test_the_screen_offers_to_confirm_instead_of_recording(stale, session, secretary):
    page = stale(secretary).get(address("meeting", session))

    shown = page.content.decode()
    assert (page.context["is_keeper"], page.context["may_keep"]) == (True, False)
    assert f'<a href="{CONFIRM}?next=%2Fadmin%2Fmembership%2Fmeetings%2F{session.pk}%2F">' in shown
    assert 'data-component="meeting"' in shown
    assert "data-all-yes" not in shown


def test_a_form_without_script_leads_to_confirm_and_shows_again_what_was_typed(stale, session, secretary):
    client = stale(secretary)
    words = {"kind": "vote", **vote(session, choice="against", reason="Too early.")["payload"]}

    asked = client.post(address("enter", session), words)

    assert asked.url.startswith(CONFIRM)
    assert not MatterBallot.objects.exists()
    make_fresh(client, secretary)
    page = client.get(address("meeting", session)).content.decode()
    assert "Nothing was stored yet." in page
    assert "Too early." in page


def shown_votes(answer, place):
    return [row.ballot.choice for row in answer.context["session"].items[place].rows if row.ballot]


@pytest.mark.parametrize("place", [0, 1], ids=["application", "matter"])
def test_votes_on_an_open_item_are_sealed_for_all_but_the_keeper(enter, session, secretary, member, auditor, place):
    entry = vote(session, place, choice="against", reason="A foreign seal.")
    assert states(send(enter(secretary), session, entry)) == ["applied"]
    page = address("meeting", session)

    assert shown_votes(enter(secretary).get(page), place) == ["against"]
    for reader in (member, auditor):
        answer = enter(reader).get(page)
        assert shown_votes(answer, place) == []
        assert answer.context["session"].items[place].needs == ()
        assert "A foreign seal." not in answer.content.decode()


@pytest.mark.parametrize("place", [0, 1], ids=["application", "matter"])
def test_the_own_vote_or_the_closing_opens_them(enter, session, secretary, committee, auditor, place):
    item = session.items.all()[place].pk
    send(enter(secretary), session, vote(session, place))
    page = address("meeting", session)

    assert shown_votes(enter(committee[0].holder).get(page), place) == ["yes"]
    close = {"uuid": str(uuid4()), "kind": "close", "payload": {"item": item}}
    assert states(send(enter(secretary), session, close)) == ["applied"]
    assert shown_votes(enter(auditor).get(page), place) == ["yes"]
