"""A round that is closed: result, declaration of the President, release, record."""

import pytest
from django.urls import reverse

from membership.labels.states import ApplicationState
from membership.models import Decision, OutboxMail, Revision
from membership.services import decisions
from tests.membership.desk.voting import address, close, vote
from tests.membership.factories import NOW

pytestmark = pytest.mark.django_db


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

    mail = OutboxMail.objects.get(key__startswith="decision:")
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
