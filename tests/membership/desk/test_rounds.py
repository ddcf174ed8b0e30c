"""An open round: sealed choices, votes, the roll."""

import pytest
from django.urls import reverse

from membership.labels.states import Choice
from membership.models import Ballot
from membership.services import ballots, decisions, roll, statements
from tests.membership.desk.voting import address, close, shown_choices, vote
from tests.membership.factories import NOW, SeatFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_choices_are_sealed_before_the_own_vote(enter, opened, holders):
    vote(opened, holders[1], Choice.AGAINST, "A secret reason.")

    answer = enter(holders[2]).get(address("round", opened))

    assert shown_choices(answer) == []
    assert [line.has_voted for line in answer.context["board"].lines].count(True) == 1
    assert "A secret reason." not in answer.content.decode()
    assert "blocks approval" not in answer.content.decode()


def test_choices_open_with_the_own_vote(enter, opened, holders):
    vote(opened, holders[1], Choice.AGAINST, "A secret reason.")
    vote(opened, holders[2])

    answer = enter(holders[2]).get(address("round", opened))

    assert sorted(shown_choices(answer)) == ["against", "yes"]
    assert "1 vote against blocks approval while it stands (Article 5)." in answer.content.decode()


def test_a_recused_seat_sees_no_choice_before_closing(enter, opened, holders):
    vote(opened, holders[2])
    vote(opened, holders[1], Choice.AGAINST, "A secret reason.")
    statements.state_conflict(opened.pk, holders[2], has_conflict=True, explanation="A twin city.", now=NOW)

    assert shown_choices(enter(holders[2]).get(address("round", opened))) == ["yes"]


def test_the_secretariat_sees_only_what_it_recorded(enter, secretary, opened, holders):
    vote(opened, holders[1], Choice.AGAINST, "A secret reason.")
    seat = opened.seats.last()
    ballots.record_ballot(opened.pk, secretary, round_seat_id=seat.pk, choice=Choice.YES, reason="", now=NOW)

    answer = enter(secretary).get(address("round", opened))

    assert shown_choices(answer) == ["yes"]
    assert answer.context["board"].needs == ()


def test_an_auditor_sees_choices_after_closing_only(enter, auditor, secretary, opened, holders):
    vote(opened, holders[0])
    before = shown_choices(enter(auditor).get(address("round", opened)))
    for holder in holders[1:4]:
        vote(opened, holder)
    decisions.close_round(opened.pk, secretary, now=NOW)

    assert before == []
    assert shown_choices(enter(auditor).get(address("round", opened))) == ["yes"] * 4


def test_a_new_round_says_what_it_needs(enter, secretary, opened):
    needs = enter(secretary).get(address("round", opened)).context["board"].needs

    assert needs == (
        "4 more seats must attend or be represented for the quorum (Article 13).",
        "Needs 3 more votes for Yes (Article 13).",
        "One vote against blocks approval (Article 5).",
    )


def test_a_vote_against_needs_a_reason(enter, opened, holders):
    client = enter(holders[3])
    client.post(address("statement", opened), {"has_conflict": "no"})

    answer = client.post(address("cast", opened), {"choice": "against", "reason": " "})

    assert answer.status_code == 422
    assert "A reason is needed." in answer.content.decode()
    assert not Ballot.objects.exists()


def test_no_vote_before_the_statement(enter, opened, holders):
    answer = enter(holders[3]).post(address("cast", opened), {"choice": "yes"})

    assert answer.status_code == 422
    assert not Ballot.objects.exists()


def test_the_last_vote_counts_and_all_are_kept(enter, secretary, opened, holders):
    client = enter(holders[3])
    client.post(address("statement", opened), {"has_conflict": "no"})
    client.post(address("cast", opened), {"choice": "abstain"})
    client.post(address("cast", opened), {"choice": "yes"})
    for holder in holders[:3]:
        vote(opened, holder)
    decision = decisions.close_round(opened.pk, secretary, now=NOW)

    page = client.get(reverse("desk:decision", args=[decision.pk])).content.decode()

    assert decision.evaluation["counts"]["yes"] == 4
    assert page.index("<strong>Abstain</strong>") < page.rindex("<strong>Yes</strong>")


def test_after_closing_a_vote_is_refused_as_too_late(enter, secretary, opened, holders):
    close(opened, secretary, holders)

    answer = enter(holders[3]).post(address("cast", opened), {"choice": "against", "reason": "Now I know more."})

    assert answer.status_code == 409
    assert ("Reason", "Now I know more.") in answer.context["unsaved"]
    assert Ballot.objects.count() == 7


def test_a_holder_outside_the_electorate_has_no_vote(enter, opened):
    late = SeatFactory(holder=UserFactory(groups=["Committee"]))

    client = enter(late.holder)

    assert client.get(address("statement", opened)).url == address("round", opened)
    assert client.post(address("statement", opened), {"has_conflict": "no"}).status_code == 422


def test_the_roll_is_kept_by_the_secretariat(enter, secretary, opened):
    present = [seat.pk for seat in opened.seats.all()[:4]]

    enter(secretary).post(address("attendance", opened), {"present": present})

    assert list(opened.seats.filter(attendance="present").values_list("pk", flat=True)) == present


def test_a_vote_in_the_room_is_recorded_and_makes_present(enter, secretary, opened):
    seat = opened.seats.last()

    enter(secretary).post(address("record_ballot", opened), {"round_seat_id": seat.pk, "choice": "yes"})

    seat.refresh_from_db()
    assert seat.attendance == "present"
    assert seat.ballots.get().recorded_by_secretariat is True


def test_closing_warns_of_who_would_abstain(enter, secretary, opened):
    roll.record_attendance(opened.pk, secretary, present=[opened.seats.first().pk], now=NOW)

    page = enter(secretary).get(address("round", opened)).content.decode()

    assert "Present without a vote, and counted as abstaining: Zagreb" in page
