"""Comments of office and Committee, which the applicant never sees."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from membership.models import Comment, Event, OutboxMail
from membership.rules.errors import RuleError
from membership.services import statements
from membership.services.comments import write_comment
from tests.membership.factories import NOW, make_ready_application

pytestmark = pytest.mark.django_db


def dossier(application):
    return reverse("desk:dossier", args=[application.pk])


def send(client, application, body="The letter bears the old coat of arms."):
    return client.post(reverse("desk:comment", args=[application.pk]), {"body": body}, follow=True)


def test_the_secretariat_comments_and_everybody_of_the_office_reads_it(enter, secretary, auditor, committee):
    application = make_ready_application()

    send(enter(secretary), application)

    page = enter(auditor).get(dossier(application)).content.decode()
    assert "The letter bears the old coat of arms." in page
    assert Comment.objects.get().author == f"user:{secretary.pk}"
    assert Event.objects.get(verb="comment_written").actor == f"user:{secretary.pk}"
    assert not OutboxMail.objects.exists()


def test_every_form_of_the_dossier_carries_its_token(enter, secretary, committee):
    page = enter(secretary).get(dossier(make_ready_application())).content.decode()

    assert "/comment/" in page
    assert page.count('method="post"') == page.count("csrfmiddlewaretoken")


def test_an_auditor_only_reads(enter, auditor):
    application = make_ready_application()

    assert enter(auditor).get(dossier(application)).context["comment"] is None
    with pytest.raises(PermissionDenied):
        write_comment(application.pk, auditor, body="x", now=NOW)


def test_before_there_is_a_round_a_seat_has_stated_nothing(enter, member):
    application = make_ready_application()

    page = enter(member).get(dossier(application))

    assert page.context["comment"] is None
    assert "You can comment once you have stated" in page.content.decode()
    with pytest.raises(RuleError, match="statement_missing"):
        write_comment(application.pk, member, body="x", now=NOW)


def test_a_seat_comments_once_it_has_stated_no_conflict(enter, member, opened):
    statements.state_conflict(opened.pk, member, has_conflict=False, explanation="", now=NOW)

    page = send(enter(member), opened.application).content.decode()

    assert "The comment is kept." in page
    assert "The letter bears the old coat of arms." in page


def test_a_seat_that_has_stated_nothing_is_led_to_its_statement(enter, member, opened):
    answer = send(enter(member), opened.application)

    assert not Comment.objects.exists()
    assert answer.redirect_chain[0][0] == reverse("desk:statement", args=[opened.pk])


def test_a_seat_with_a_conflict_neither_writes_nor_reads(enter, secretary, member, opened):
    write_comment(opened.application.pk, secretary, body="Between us.", now=NOW)
    statements.state_conflict(opened.pk, member, has_conflict=True, explanation="A twin city.", now=NOW)

    read = enter(member).get(dossier(opened.application))
    sent = send(enter(member), opened.application)

    assert (read.status_code, sent.status_code) == (403, 403)
    assert "Between us." not in read.content.decode()
    assert Comment.objects.count() == 1
    with pytest.raises(RuleError, match="seat_recused"):
        write_comment(opened.application.pk, member, body="x", now=NOW)


def test_sent_twice_it_stands_once(enter, secretary):
    application = make_ready_application()

    send(enter(secretary), application)
    send(enter(secretary), application)

    assert Comment.objects.count() == 1


@pytest.mark.parametrize("body", ["", "   "])
def test_an_empty_comment_is_refused(enter, secretary, body):
    answer = send(enter(secretary), make_ready_application(), body)

    assert answer.status_code == 422
    assert not Comment.objects.exists()
