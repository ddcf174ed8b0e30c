"""Votes and what follows from them ask for a fresh log-in, and lose nothing of what was typed."""

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.urls import reverse

from membership.models import Ballot, Confirmation, Decision, Release
from membership.services import decisions, statements
from tests.membership.desk.fresh import make_fresh
from tests.membership.desk.voting import address, close
from tests.membership.factories import NOW

pytestmark = pytest.mark.django_db
CONFIRM = "/admin/access/confirm/"


@pytest.fixture
def stale(client):
    """Return a function that logs a user in whose log-in is eleven minutes old."""

    def _stale(user, minutes_ago=11):
        client.force_login(user)
        make_fresh(client, user, minutes_ago=minutes_ago)
        return client

    return _stale


@pytest.fixture
def stated(opened, holders):
    statements.state_conflict(opened.pk, holders[3], has_conflict=False, explanation="", now=NOW)
    return opened


def send(client, name, round_, **words):
    return client.post(address(name, round_), words)


@pytest.mark.parametrize(("minutes", "is_cast"), [(9, True), (10, True), (11, False)])
def test_a_vote_needs_a_log_in_of_the_last_ten_minutes(stale, stated, holders, minutes, is_cast):
    send(stale(holders[3], minutes), "cast", stated, choice="yes")

    assert Ballot.objects.exists() is is_cast


def test_without_one_the_voter_confirms_who_he_is_and_comes_back(stale, stated, holders):
    answer = send(stale(holders[3]), "cast", stated, choice="yes")

    assert answer.url == f"{CONFIRM}?next=%2Fadmin%2Fmembership%2Frounds%2F{stated.pk}%2F"


def test_what_was_typed_is_shown_again_and_cast_only_by_a_second_click(stale, stated, holders):
    holder = get_user_model().objects.get(pk=holders[3].pk)
    holder.set_password("a long walk along the Vardar")
    holder.save()
    client = stale(holder)
    back = send(client, "cast", stated, choice="against", reason="The letter is not signed.").url

    answer = client.post(back, {"password": "a long walk along the Vardar"}, follow=True)

    form = answer.context["forms"]["cast"]
    assert answer.redirect_chain[-1][0] == address("round", stated)
    assert (form["choice"].value(), form["reason"].value()) == ("against", "The letter is not signed.")
    assert form.panel_class == ""
    assert "Nothing was stored yet." in answer.content.decode()
    assert not Ballot.objects.exists()

    send(client, "cast", stated, choice="against", reason="The letter is not signed.")
    assert Ballot.objects.get().reason == "The letter is not signed."


def test_a_wrong_password_confirms_nothing(stale, stated, holders):
    client = stale(holders[3])
    back = send(client, "cast", stated, choice="yes").url

    assert "This is not your password." in client.post(back, {"password": "wrong"}).content.decode()
    send(client, "cast", stated, choice="yes")
    assert not Ballot.objects.exists()


def test_what_was_typed_is_kept_for_one_look_and_for_nobody_else(stale, enter, stated, holders):
    send(stale(holders[3]), "cast", stated, choice="against", reason="A secret reason.")
    page = address("round", stated)

    first = enter(holders[3]).get(page).content.decode()
    second = enter(holders[3]).get(page).content.decode()

    assert ("A secret reason." in first, "A secret reason." in second) == (True, False)
    send(stale(holders[3]), "cast", stated, choice="against", reason="A secret reason.")
    assert "A secret reason." not in enter(holders[4]).get(page).content.decode()


def test_a_session_without_any_log_in_of_its_own_is_stale(client, stated, holders):
    client.force_login(holders[3])

    assert send(client, "cast", stated, choice="yes").url.startswith(CONFIRM)


def test_the_log_in_of_another_in_the_same_browser_does_not_count(client, stated, holders):
    client.force_login(holders[3])
    make_fresh(client, holders[4])

    assert send(client, "cast", stated, choice="yes").url.startswith(CONFIRM)


def test_who_may_not_vote_is_not_asked_to_confirm(stale, stated, secretary):
    assert send(stale(secretary), "cast", stated, choice="yes").status_code == 403


def test_closing_declaring_and_releasing_need_it_too(stale, opened, secretary, president, holders):
    assert send(stale(secretary), "close", opened).url.startswith(CONFIRM)
    assert not Decision.objects.exists()

    decision = close(opened, secretary, holders)
    for act in ("confirm", "not_approve", "defer"):
        assert send(stale(president), act, opened, reason="So.").url.startswith(CONFIRM)
    assert not Confirmation.objects.exists()

    decisions.confirm(opened.pk, president, now=NOW)
    assert send(stale(secretary), "release", opened).url.startswith(CONFIRM)
    assert not Release.objects.filter(decision=decision).exists()


def test_a_log_in_grows_stale_while_the_page_is_open(client, stated, holders):
    client.force_login(holders[3])
    make_fresh(client, holders[3])

    with time_machine.travel(NOW.timestamp() + 601, tick=False):
        answer = send(client, "cast", stated, choice="yes")

    assert answer.url.startswith(CONFIRM)
    assert client.get(reverse("desk:round", args=[stated.pk])).status_code == 200
