"""A round: sealed choices, the roll, closing, and what the President declares."""

import pytest
from django.urls import reverse

from membership.labels.states import ApplicationState, Choice
from membership.models import Ballot, Decision, OutboxMail, Revision
from membership.services import ballots, decisions, rounds
from tests.membership.factories import NOW, SeatFactory, UserFactory, make_ready_application, make_rules

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(committee, secretary):
    application = make_ready_application()
    rule = make_rules()
    return rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)


@pytest.fixture
def holders(committee):
    return [seat.holder for seat in committee]


def address(name, round_):
    return reverse(f"desk:{name}", args=[round_.pk])


def vote(round_, holder, choice=Choice.YES, reason=""):
    rounds.state_conflict(round_.pk, holder, has_conflict=False, explanation="", now=NOW)
    return ballots.cast(round_.pk, holder, choice=choice, reason=reason, now=NOW)


def close(round_, secretary, holders, *, against=0):
    """Close with so many votes against, the rest Yes."""
    for number, holder in enumerate(holders):
        choice = Choice.AGAINST if number >= len(holders) - against else Choice.YES
        vote(round_, holder, choice, "Too early." if choice == Choice.AGAINST else "")
    return decisions.close_round(round_.pk, secretary, now=NOW)


def shown_choices(answer):
    return [line.ballot.choice for line in answer.context["board"].lines if line.ballot]


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
    rounds.state_conflict(opened.pk, holders[2], has_conflict=True, explanation="A twin city.", now=NOW)

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
    rounds.record_attendance(opened.pk, secretary, present=[opened.seats.first().pk], now=NOW)

    page = enter(secretary).get(address("round", opened)).content.decode()

    assert "Present without a vote, and counted as abstaining: Zagreb" in page


def test_an_ended_mandate_needs_a_waiver(enter, secretary, opened, holders):
    content = {"answers": {"mandate": {"mandate_ends": "2020-01-31"}}, "files": []}
    ended = Revision.objects.create(
        application=opened.application, number=2, language="tr", content=content, sha256="b" * 64
    )
    type(opened).objects.filter(pk=opened.pk).update(revision=ended)
    client = enter(secretary)

    refused = client.post(address("close", opened), {})
    client.post(address("close", opened), {"mandate_waiver": "The new mayor confirmed the application."})

    assert refused.status_code == 422
    assert "The mayor&#x27;s mandate has ended." in refused.content.decode()
    assert Decision.objects.count() == 1


def test_without_quorum_the_application_is_ready_again(enter, secretary, opened, holders):
    vote(opened, holders[0])

    enter(secretary).post(address("close", opened), {})

    opened.refresh_from_db()
    opened.application.refresh_from_db()
    assert (opened.state, opened.application.state) == ("invalid", ApplicationState.READY)


def test_a_contested_result_is_not_confirmed_without_interpretation(enter, secretary, president, opened, holders):
    decision = close(opened, secretary, holders, against=1)

    answer = enter(president).post(address("confirm", opened), {})

    assert decision.is_contested is True
    assert answer.status_code == 422
    assert set(answer.context["forms"]) == {"confirm", "not_approve", "defer"}


def test_an_interpretation_settles_a_contested_result(enter, secretary, president, opened, holders):
    close(opened, secretary, holders, against=1)

    words = {"reading": "art13", "interpretation": "General Assembly, 2 December 2026, no. 4"}
    enter(president).post(address("confirm", opened), words)

    opened.application.refresh_from_db()
    assert opened.application.state == ApplicationState.APPROVED


def test_a_contested_result_can_be_declared_not_approved(enter, secretary, president, opened, holders):
    close(opened, secretary, holders, against=1)

    enter(president).post(address("not_approve", opened), {"reason": "One city does not agree."})

    opened.application.refresh_from_db()
    assert opened.application.state == ApplicationState.DECLINED


def test_what_is_not_contested_is_confirmed_or_deferred(enter, secretary, president, opened, holders):
    close(opened, secretary, holders)
    client = enter(president)

    answer = client.post(address("not_approve", opened), {"reason": "I disagree."})

    assert set(client.get(address("round", opened)).context["forms"]) == {"confirm", "defer"}
    assert answer.status_code == 422


def test_deferring_needs_a_reason(enter, secretary, president, opened, holders):
    close(opened, secretary, holders)
    client = enter(president)

    refused = client.post(address("defer", opened), {"reason": ""})
    client.post(address("defer", opened), {"reason": "A new mayor was elected."})

    opened.refresh_from_db()
    assert refused.status_code == 422
    assert opened.state == "deferred"


def test_a_decision_is_released_once_with_the_letter_that_was_shown(enter, secretary, president, opened, holders):
    close(opened, secretary, holders)
    decisions.confirm(opened.pk, president, now=NOW)
    client = enter(secretary)
    letter = client.get(address("round", opened)).context["letter"]

    first = client.post(address("release", opened))
    second = client.post(address("release", opened))

    mail = OutboxMail.objects.get()
    assert (first.status_code, second.status_code) == (302, 409)
    assert (mail.subject, mail.body) == (letter.subject, letter.body)


def test_the_record_shows_the_three_readings(enter, auditor, secretary, opened, holders):
    decision = close(opened, secretary, holders, against=1)

    answer = enter(auditor).get(reverse("desk:decision", args=[decision.pk]))

    assert [(reading.key, reading.sentence) for reading in answer.context["told"].readings] == [
        ("cumulative", "Not carried: 1 seat voted against, and approval must be unanimous (Article 5)."),
        ("art13", "Carried: 6 of the 7 seats counted voted Yes, which is more than half (Article 13)."),
        ("strict", "Not carried: 1 seat voted against, and approval must be unanimous (Article 5)."),
    ]
    assert answer.context["told"].is_reproduced is True
    assert "Contested" in answer.content.decode()


def test_the_register_lists_decisions(enter, auditor, secretary, opened, holders):
    decision = close(opened, secretary, holders)

    page = enter(auditor).get(reverse("desk:decisions")).content.decode()

    assert decision.number in page
    assert "Carried" in page
