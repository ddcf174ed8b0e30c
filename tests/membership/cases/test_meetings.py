"""Edge cases 27, 28 and 32, and the session of a meeting: roll, items, entries taken once and in order."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import ApplicationState, Choice, ItemState, MeetingState, RoundState
from membership.models import Ballot, Meeting, MeetingEntry, Presence
from membership.selectors.session import session_of
from membership.services import agenda, meetings, proxies
from membership.services.entries import Entry, enter
from tests.membership.factories import NOW, PAPER, make_ready_application
from tests.membership.services.voting import refusal_of

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def planned(committee, secretary, rule) -> Meeting:
    return meetings.plan(secretary, title="Spring meeting", held_on=NOW.date(), place="Zagreb", now=NOW)


@pytest.fixture
def session(planned, secretary):
    """A meeting in session, with an application and a matter on its agenda."""
    application = make_ready_application()
    meetings.put_on_agenda(planned.pk, secretary, application_id=application.pk, now=NOW)
    meetings.put_on_agenda(planned.pk, secretary, title="Suspend a member", motion="That …", now=NOW)
    return meetings.open_session(planned.pk, secretary, now=NOW)


def seat(meeting, city) -> int:
    return meeting.seats.get(city_name=city).pk


def here(meeting, secretary, *cities, is_present=True):
    seats = [seat(meeting, city) for city in cities] if cities else list(meeting.seats.values_list("pk", flat=True))
    meetings.note_presence(meeting.pk, secretary, seats=seats, is_present=is_present, now=NOW)


def items(meeting):
    return list(meeting.items.all())


def vote(meeting, secretary, item, city, choice=Choice.YES, reason=""):
    words = {"item_id": item.pk, "meeting_seat_id": seat(meeting, city), "choice": choice, "reason": reason}
    agenda.vote(meeting.pk, secretary, **words, now=NOW)


def result_of(meeting, place) -> str:
    return session_of(meeting).items[place].result


def test_an_item_that_is_an_application_is_a_round_with_the_roll_of_the_meeting(session, secretary):
    here(session, secretary, "Zagreb", "Sofia", "Athens", "Tirana")
    first = items(session)[0]

    agenda.vote_all_yes(session.pk, secretary, item_id=first.pk, now=NOW)
    agenda.close_item(session.pk, secretary, item_id=first.pk, now=NOW)

    first.refresh_from_db()
    assert (first.state, first.round.state, first.round.meeting) == (ItemState.CLOSED, RoundState.CLOSED, session)
    assert first.round.decision.evaluation["counts"]["attending"] == 4
    assert "4 of the 4 seats counted voted Yes" in result_of(session, 0)
    assert Ballot.objects.filter(recorded_by_secretariat=True).count() == 4


def test_another_matter_is_decided_by_article_13_alone(session, secretary):
    here(session, secretary, "Zagreb", "Sofia", "Athens", "Tirana", "Skopje", "Sarajevo")
    matter = items(session)[1]
    for city in ("Zagreb", "Sofia", "Athens"):
        vote(session, secretary, matter, city)
    for city in ("Tirana", "Skopje", "Sarajevo"):
        vote(session, secretary, matter, city, Choice.AGAINST, "Too early.")

    agenda.close_item(session.pk, secretary, item_id=matter.pk, now=NOW)

    decision = items(session)[1].matter_decision
    assert (decision.result, decision.reason) == ("carried", "casting_vote")


def test_case_27_a_proxy_received_after_the_opening_leaves_the_seat_absent(planned, committee, secretary, president):
    words = {"document": PAPER, "meeting_id": planned.pk}
    early = proxies.file_proxy(secretary, principal_id=committee[5].pk, holder_id=committee[0].pk, **words, now=NOW)
    late = proxies.file_proxy(secretary, principal_id=committee[6].pk, holder_id=committee[1].pk, **words, now=NOW)
    for user in (president, secretary):
        proxies.receive(early.pk, user, now=NOW)
    meeting = meetings.open_session(planned.pk, secretary, now=NOW)
    for user in (president, secretary):
        proxies.receive(late.pk, user, now=LATER)
    here(meeting, secretary, "Zagreb", "Sofia")

    represented = [row.city for row in session_of(meeting).roll if row.standing.is_represented]

    assert represented == ["Skopje"]
    assert session_of(meeting).quorum_have == 3


def test_case_28_when_members_leave_before_the_closing_a_matter_is_invalid(session, secretary):
    here(session, secretary, "Zagreb", "Sofia", "Athens", "Tirana")
    matter = items(session)[1]
    agenda.vote_all_yes(session.pk, secretary, item_id=matter.pk, now=NOW)
    here(session, secretary, "Tirana", is_present=False)

    agenda.close_item(session.pk, secretary, item_id=matter.pk, now=NOW)

    assert items(session)[1].matter_decision.reason == "no_quorum"


def test_case_28_above_the_quorum_the_vote_of_who_left_stands(session, secretary):
    here(session, secretary)
    matter = items(session)[1]
    agenda.vote_all_yes(session.pk, secretary, item_id=matter.pk, now=NOW)
    here(session, secretary, "Tirana", is_present=False)

    agenda.close_item(session.pk, secretary, item_id=matter.pk, now=NOW)

    assert len(items(session)[1].matter_decision.case["ballots"]) == 7


def test_case_32_without_the_president_the_named_chair_has_no_casting_vote(planned, committee, secretary):
    meetings.put_on_agenda(planned.pk, secretary, title="A matter", now=NOW)
    meeting = meetings.open_session(planned.pk, secretary, chair_id=committee[1].pk, now=NOW)
    here(meeting, secretary, "Sofia", "Sarajevo", "Athens", "Tirana")
    matter = items(meeting)[0]
    for city in ("Sofia", "Sarajevo"):
        vote(meeting, secretary, matter, city)
    for city in ("Athens", "Tirana"):
        vote(meeting, secretary, matter, city, Choice.AGAINST, "No.")

    agenda.close_item(meeting.pk, secretary, item_id=matter.pk, now=NOW)

    decision = items(meeting)[0].matter_decision
    assert meeting.chair == committee[1]
    assert (decision.result, decision.reason) == ("not_carried", "tie_no_casting_vote")


def test_arrivals_and_departures_are_kept_with_their_times(session, secretary):
    here(session, secretary, "Athens")
    here(session, secretary, "Athens")
    here(session, secretary, "Athens", is_present=False)

    assert [(row.meeting_seat.city_name, row.is_present) for row in Presence.objects.all()] == [
        ("Athens", True),
        ("Athens", False),
    ]


def test_a_recused_seat_does_not_vote_on_a_matter(session, secretary):
    here(session, secretary)
    matter = items(session)[1]
    words = {"item_id": matter.pk, "meeting_seat_id": seat(session, "Athens"), "has_conflict": True}
    agenda.state_conflict(session.pk, secretary, **words, explanation="Own city.", now=NOW)

    assert refusal_of(vote, session, secretary, matter, "Athens") == "seat_recused"
    assert refusal_of(vote, session, secretary, matter, "Sofia", Choice.AGAINST) == "reason_missing"


def test_the_agenda_is_put_in_order_before_the_session(planned, secretary):
    for title in "abc":
        meetings.put_on_agenda(planned.pk, secretary, title=title, now=NOW)
    a, _b, c = items(planned)

    meetings.move_item(planned.pk, secretary, item_id=c.pk, up=True, now=NOW)
    meetings.move_item(planned.pk, secretary, item_id=a.pk, up=True, now=NOW)
    assert [item.title for item in items(planned)] == ["a", "c", "b"]
    meetings.take_off_agenda(planned.pk, secretary, item_id=a.pk, now=NOW)
    assert [item.title for item in items(planned)] == ["c", "b"]


def test_only_what_is_ready_comes_on_the_agenda_and_once(planned, secretary):
    application = make_ready_application()
    early = make_ready_application(state=ApplicationState.IN_CHECK)
    meetings.put_on_agenda(planned.pk, secretary, application_id=application.pk, now=NOW)

    for pk, code in ((application.pk, "already_on_agenda"), (early.pk, "nothing_to_decide")):
        assert refusal_of(meetings.put_on_agenda, planned.pk, secretary, application_id=pk, now=NOW) == code
    assert refusal_of(meetings.put_on_agenda, planned.pk, secretary, title=" ", now=NOW) == "nothing_to_decide"


def test_a_session_is_not_closed_while_an_item_is_open(session, secretary):
    agenda.take_up(session.pk, secretary, item_id=items(session)[1].pk, now=NOW)

    assert refusal_of(meetings.close_session, session.pk, secretary, now=NOW) == "item_is_open"
    agenda.close_item(session.pk, secretary, item_id=items(session)[1].pk, now=NOW)
    assert meetings.close_session(session.pk, secretary, now=NOW).state == MeetingState.CLOSED


def test_nobody_but_the_secretariat_keeps_the_record(session, president):
    with pytest.raises(PermissionDenied):
        enter(session.pk, president, [], now=NOW)


def entry(kind, **payload) -> Entry:
    return Entry(uuid4(), kind, payload, NOW - timedelta(minutes=30))


def test_entries_are_taken_once_and_in_their_order(session, secretary):
    everybody = list(session.seats.values_list("pk", flat=True))
    item = items(session)[0].pk
    sent = [
        entry("presence", seats=everybody, is_present="yes"),
        entry("vote", item=item, seat=everybody[0], choice="against", reason="Too early."),
        entry("all_yes", item=item),
        entry("close", item=item),
    ]

    first = enter(session.pk, secretary, sent, now=LATER)
    again = enter(session.pk, secretary, sent, now=LATER)

    assert [(taken.is_repeated, taken.refusal) for taken in first] == [(False, None)] * 4
    assert [taken.is_repeated for taken in again] == [True] * 4
    assert Ballot.objects.count() == 7
    assert MeetingEntry.objects.first().entered_at == NOW - timedelta(minutes=30)
    assert "1 seat voted against" in result_of(session, 0)


def test_what_came_too_late_is_refused_and_kept_and_stops_nothing(session, secretary):
    here(session, secretary)
    item, other = (row.pk for row in items(session))
    agenda.close_item(session.pk, secretary, item_id=item, now=NOW)
    everybody = list(session.seats.values_list("pk", flat=True))

    taken = enter(
        session.pk,
        secretary,
        [entry("vote", item=item, seat=everybody[0], choice="yes"), entry("all_yes", item=other)],
        now=LATER,
    )

    assert [found.refusal.code if found.refusal else None for found in taken] == ["item_is_closed", None]
    assert list(MeetingEntry.objects.values_list("refusal", flat=True)) == ["item_is_closed", ""]


@pytest.mark.parametrize(
    ("kind", "payload"),
    [("dance", {}), ("vote", {}), ("vote", {"item": "x", "seat": 1, "choice": "yes"}), ("all_yes", {"item": 10**6})],
)
def test_what_cannot_be_read_is_refused_in_words(session, secretary, kind, payload):
    taken = enter(session.pk, secretary, [Entry(uuid4(), kind, payload)], now=NOW)[0]

    assert taken.refusal.code == "entry_not_understood"
