"""What the President declares about a closed round, and its release to the applicant."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from membership.models import Application, Confirmation, OutboxMail, Release, Round
from membership.services.decisions import confirm, defer, not_approve, release
from membership.services.rounds import open_round
from tests.membership.factories import NOW
from tests.membership.services.voting import close, refusal_of

pytestmark = pytest.mark.django_db
CONTESTED = "yyyyyyn"
INTERPRETATION = "Decision 4/2027 of the General Assembly."


@pytest.fixture
def closed(opened, secretary, holders):
    """Close the open round after the votes, one letter for each seat."""

    def _closed(choices: str) -> Round:
        close(opened, secretary, holders, choices)
        return opened

    return _closed


def standing(round_: Round) -> tuple[str, str]:
    round_.refresh_from_db()
    round_.application.refresh_from_db()
    return round_.state, round_.application.state


@pytest.mark.parametrize(
    ("choices", "outcome", "state"),
    [
        ("yyyyyyy", "approved", "approved"),
        ("yyyaaaa", "not_approved", "declined"),
        ("nnnn", "not_approved", "declined"),
    ],
)
def test_the_president_confirms_what_was_computed(closed, president, choices, outcome, state):
    round_ = closed(choices)

    confirmation = confirm(round_.pk, president, now=NOW)

    assert (confirmation.outcome, confirmation.declared_by) == (outcome, f"user:{president.pk}")
    assert standing(round_) == ("confirmed", state)
    assert round_.application.state_since == NOW


@pytest.mark.parametrize(
    ("reading", "outcome", "state"),
    [
        ("cumulative", "not_approved", "declined"),
        ("art13", "approved", "approved"),
        ("strict", "not_approved", "declined"),
    ],
)
def test_a_contested_result_follows_the_reading_that_an_interpretation_names(
    closed, president, reading, outcome, state
):
    round_ = closed(CONTESTED)

    confirmation = confirm(round_.pk, president, reading=reading, interpretation=INTERPRETATION, now=NOW)

    assert (confirmation.outcome, confirmation.reading) == (outcome, reading)
    assert confirmation.interpretation == INTERPRETATION
    assert standing(round_) == ("confirmed", state)
    round_.decision.refresh_from_db()
    assert (round_.decision.result, round_.decision.is_contested) == ("not_carried", True)


@pytest.mark.parametrize(
    ("reading", "interpretation"), [("", ""), ("art13", ""), ("art13", "   "), ("", INTERPRETATION)]
)
def test_a_contested_result_is_not_confirmed_without_an_interpretation(closed, president, reading, interpretation):
    round_ = closed(CONTESTED)

    code = refusal_of(confirm, round_.pk, president, reading=reading, interpretation=interpretation, now=NOW)

    assert (code, standing(round_)) == ("contested_unsettled", ("closed", "in_round"))


def test_an_interpretation_changes_nothing_that_is_not_contested(closed, president):
    round_ = closed("yyyyyyy")

    code = refusal_of(confirm, round_.pk, president, reading="strict", interpretation=INTERPRETATION, now=NOW)
    assert code == "not_contested"


def test_a_contested_result_may_be_declared_not_approved_with_a_reason(closed, president):
    round_ = closed(CONTESTED)

    assert refusal_of(not_approve, round_.pk, president, reason=" ", now=NOW) == "reason_missing"
    assert not_approve(round_.pk, president, reason=" Article 5. ", now=NOW).reason == "Article 5."
    assert standing(round_) == ("confirmed", "declined")


@pytest.mark.parametrize("choices", ["yyyyyyy", "yyyaaaa"])
def test_a_result_that_is_not_contested_cannot_be_turned(closed, president, choices):
    round_ = closed(choices)

    assert refusal_of(not_approve, round_.pk, president, reason="No.", now=NOW) == "not_contested"


@pytest.mark.parametrize("choices", ["yyyyyyy", "yyyaaaa", CONTESTED])
def test_every_result_may_be_deferred_with_a_reason(closed, president, choices):
    round_ = closed(choices)

    assert refusal_of(defer, round_.pk, president, reason="", now=NOW) == "reason_missing"
    assert defer(round_.pk, president, reason="Ask again.", now=NOW).outcome == "deferred"
    assert standing(round_) == ("deferred", "ready")


def test_an_application_is_deferred_once(closed, president, secretary, holders, rule):
    first = closed("yyyyyyy")
    defer(first.pk, president, reason="Ask again.", now=NOW)
    second = open_round(first.application.pk, president, rule_id=rule.pk, now=NOW)
    close(second, secretary, holders, "yyyyyyy")

    assert refusal_of(defer, second.pk, president, reason="And again.", now=NOW) == "already_deferred"
    assert confirm(second.pk, president, now=NOW).outcome == "approved"


@pytest.mark.parametrize("choices", ["yyy", ""])
def test_nothing_is_declared_about_an_invalid_round(closed, president, choices):
    round_ = closed(choices)

    assert refusal_of(confirm, round_.pk, president, now=NOW) == "round_not_closed"
    assert refusal_of(defer, round_.pk, president, reason="Ask again.", now=NOW) == "round_not_closed"


def test_nothing_is_declared_about_an_open_round(opened, president):
    assert refusal_of(confirm, opened.pk, president, now=NOW) == "round_not_closed"


def test_a_result_is_declared_once(closed, president):
    round_ = closed("yyyyyyy")
    confirm(round_.pk, president, now=NOW)

    assert refusal_of(confirm, round_.pk, president, now=NOW) == "round_not_closed"
    assert refusal_of(defer, round_.pk, president, reason="Wait.", now=NOW) == "round_not_closed"
    assert Confirmation.objects.count() == 1


def test_only_the_president_declares(closed, secretary, holders):
    round_ = closed(CONTESTED)

    for user in (secretary, holders[1], holders[3]):
        for act in (
            lambda user=user: confirm(round_.pk, user, reading="art13", interpretation=INTERPRETATION, now=NOW),
            lambda user=user: not_approve(round_.pk, user, reason="No.", now=NOW),
            lambda user=user: defer(round_.pk, user, reason="Wait.", now=NOW),
        ):
            with pytest.raises(PermissionDenied):
                act()
    assert standing(round_) == ("closed", "in_round")


def test_a_president_whose_term_is_over_declares_no_longer(closed, president, committee):
    round_ = closed("yyyyyyy")
    committee[0].end = "2027-02-28"
    committee[0].save()

    with pytest.raises(PermissionDenied):
        confirm(round_.pk, president, now=NOW)


def test_a_declaration_is_recorded(closed, president):
    round_ = closed(CONTESTED)
    confirm(round_.pk, president, reading="art13", interpretation=INTERPRETATION, now=NOW)

    event = round_.application.events.last()
    assert (event.verb, event.actor) == ("decision_declared", f"user:{president.pk}")
    assert event.details == {"decision": "2027/1", "outcome": "approved", "reading": "art13"}


@pytest.mark.parametrize("choices", ["yyyyyyy", "nnnnnnn"])
def test_a_release_posts_the_letter_once(closed, president, secretary, choices, django_capture_on_commit_callbacks):
    round_ = closed(choices)
    confirm(round_.pk, president, now=NOW)

    with django_capture_on_commit_callbacks(execute=True):
        released = release(round_.pk, secretary, now=NOW)

    assert released.released_by == f"user:{secretary.pk}"
    letters = [message for message in mail.outbox if message.to == ["contact@nis.example"]]
    letter = OutboxMail.objects.get(key__startswith="decision:")
    assert [sent.subject for sent in letters] == [letter.subject]
    assert letter.key == f"decision:{round_.decision.pk}"
    written = OutboxMail.objects.count()
    assert refusal_of(release, round_.pk, secretary, now=NOW) == "already_released"
    assert (Release.objects.count(), OutboxMail.objects.count()) == (1, written)


def test_the_letter_says_what_was_decided_and_no_votes(closed, president, secretary):
    round_ = closed("yyyyyya")
    Application.objects.filter(pk=round_.application.pk).update(language="en")
    confirm(round_.pk, president, now=NOW)
    release(round_.pk, secretary, now=NOW)

    body = OutboxMail.objects.get(key__startswith="decision:").body
    assert "The Executive Committee has approved the application of Краљево" in body
    assert "decision 2027/1" in body
    assert not any(word in body for word in ("abstain", "Canakkale", "in favour", "votes"))


@pytest.mark.parametrize("is_deferred", [True, False])
def test_what_is_not_confirmed_is_not_released(closed, president, secretary, is_deferred):
    round_ = closed("yyyyyyy")
    if is_deferred:
        defer(round_.pk, president, reason="Ask again.", now=NOW)

    assert refusal_of(release, round_.pk, secretary, now=NOW) == "round_not_confirmed"
    assert not OutboxMail.objects.filter(key__startswith="decision:").exists()


def test_the_president_does_not_release(closed, president):
    round_ = closed("yyyyyyy")
    confirm(round_.pk, president, now=NOW)

    with pytest.raises(PermissionDenied):
        release(round_.pk, president, now=NOW)
