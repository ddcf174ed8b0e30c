"""Rounds in the browser of the office: proxies, questions, a Committee that changed, rulings, corrections, what is live."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from membership.labels.states import Choice, Outcome, RoundState
from membership.models import City, Correction, InformationRequest, Proxy, Ruling
from membership.selectors.status import standing_of
from membership.services import ballots, circulation, corrections, decisions, rounds
from tests.membership.applicant import PDF
from tests.membership.desk.fresh import make_fresh
from tests.membership.desk.voting import address, close, vote
from tests.membership.factories import NOW, TODAY, make_ready_application, make_rules

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]


@pytest.fixture
def opened(secretary, committee):
    rule = make_rules()
    return rounds.open_round(
        make_ready_application().pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW
    )


@pytest.fixture
def holders(committee):
    return [seat.holder for seat in committee]


def send(client, user, name, round_, **words):
    client.force_login(user)
    make_fresh(client, user)
    return client.post(address(name, round_), words, follow=True)


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a_member_files_a_proxy_both_receive_it_and_the_holder_votes(
    client, enter, opened, holders, president, secretary
):
    seats = [row.seat for row in opened.seats.all()]
    paper = SimpleUploadedFile("authorisation.pdf", PDF, content_type="application/pdf")
    words = {"principal_id": seats[3].pk, "holder_id": seats[4].pk, "document": paper}
    assert send(client, holders[3], "file_proxy", opened, **words).status_code == 200
    proxy = Proxy.objects.get()
    for user in (president, secretary):
        enter(user)
        client.post(reverse("desk:receive_proxy", args=[opened.pk, proxy.pk]))
    vote(opened, holders[4])

    seat = opened.seats.get(seat=seats[3])
    answer = send(client, holders[4], "cast_for", opened, round_seat_id=seat.pk, choice="yes", reason="")

    assert "Represented by Tirana" in text_of(answer)
    assert "by proxy" in text_of(answer)
    document = client.get(reverse("desk:proxy", args=[proxy.pk]))
    assert document["Content-Disposition"].startswith("attachment")
    assert b"".join(document.streaming_content) == PDF


def test_a_member_is_offered_no_seat_but_his_own_to_represent(client, enter, opened, holders):
    enter(holders[3])

    form = client.get(address("round", opened)).context["forms"]["proxy"]

    assert [label for _, label in form.fields["principal_id"].choices] == ["–", "Athens"]


def test_a_file_that_is_no_document_is_not_taken_as_a_proxy(client, opened, holders):
    seats = [row.seat for row in opened.seats.all()]
    paper = SimpleUploadedFile("authorisation.pdf", b"MZ not a document", content_type="application/pdf")

    answer = send(
        client, holders[3], "file_proxy", opened, principal_id=seats[3].pk, holder_id=seats[4].pk, document=paper
    )

    assert (answer.status_code, Proxy.objects.count()) == (422, 0)


def test_who_gave_a_proxy_is_offered_to_revoke_it_with_the_vote(
    client, opened, committee, holders, president, secretary
):
    proxy = Proxy.objects.create(
        round=opened, principal=committee[3], holder=committee[4], document="ab/c.pdf", document_name="c.pdf",
        sha256="1" * 64, filed_by="user:1", filed_at=NOW, president_received_at=NOW, secretary_received_at=NOW,
    )  # fmt: skip
    send(client, holders[3], "statement", opened, has_conflict="no", explanation="")

    refused = send(client, holders[3], "cast", opened, choice="yes", reason="")
    taken = send(client, holders[3], "cast", opened, choice="yes", reason="", revoke_proxy="on")

    proxy.refresh_from_db()
    assert (refused.status_code, taken.status_code) == (422, 200)
    assert proxy.revoked_at == NOW


def test_a_question_pauses_the_round_and_its_page_says_so(client, opened, secretary):
    seat = opened.seats.first()
    words = {"asked_by": seat.pk, "text": "Which council?", "sections": ["city"], "due_on": TODAY + timedelta(days=9)}

    answer = send(client, secretary, "ask", opened, **words)

    opened.refresh_from_db()
    assert (opened.state, InformationRequest.objects.count()) == (RoundState.PAUSED, 1)
    assert "The round goes on after the answer." in text_of(answer)


def test_a_changed_committee_is_told_and_the_round_suspended_and_begun_anew(
    client, enter, opened, committee, secretary
):
    committee[6].end = TODAY - timedelta(days=1)
    committee[6].save()
    enter(secretary)
    assert "The Committee changed after this round was opened." in text_of(client.get(address("round", opened)))

    send(client, secretary, "suspend", opened)
    answer = send(client, secretary, "restart", opened)

    assert answer.context["round"].pk != opened.pk
    assert len(answer.context["board"].lines) == 6


@pytest.mark.parametrize(("deadline_in_days", "warns"), [(None, True), (19, False), (20, True)])
def test_case_30_a_round_that_reaches_into_a_change_of_the_committee_warns_of_it(
    client, opened, committee, secretary, deadline_in_days, warns
):
    client.force_login(secretary)
    assert "The Committee changes on" not in text_of(client.get(address("round", opened)))
    committee[6].end = TODAY + timedelta(days=19)
    committee[6].save()
    opened.deadline = None if deadline_in_days is None else NOW + timedelta(days=deadline_in_days)
    opened.save()

    assert ("The Committee changes on 21 March 2027." in text_of(client.get(address("round", opened)))) is warns


def test_case_30_before_a_round_is_opened_the_dossier_tells_of_the_change_to_come(client, committee, secretary):
    committee[6].end = TODAY + timedelta(days=19)
    committee[6].save()
    application = make_ready_application()
    make_rules()
    client.force_login(secretary)

    answer = client.get(reverse("desk:dossier", args=[application.pk]))

    assert "The Committee changes on 21 March 2027." in text_of(answer)


def test_case_37_a_tie_with_the_applicant_is_a_reminder_and_bans_nobody(client, opened, committee):
    City.objects.filter(slug="sofia").update(country="RS")
    holder = committee[1].holder
    client.force_login(holder)

    page = text_of(client.get(address("statement", opened)))

    assert "The applicant lies in the country of your city." in page
    vote(opened, holder)
    assert opened.seats.get(seat=committee[1]).ballots.count() == 1


def test_the_president_lets_a_suspended_round_go_on(client, opened, committee, president, secretary):
    committee[6].end = TODAY - timedelta(days=1)
    committee[6].save()
    send(client, secretary, "suspend", opened)

    answer = send(client, president, "continue", opened, reason="One vote is missing.")

    opened.refresh_from_db()
    assert (answer.status_code, opened.state) == (200, RoundState.OPEN)


def test_a_member_objects_on_the_page_to_a_vote_that_was_recorded(client, enter, opened, holders, secretary):
    seat = opened.seats.get(city_name="Athens")
    words = {"round_seat_id": seat.pk, "choice": Choice.YES, "reason": "", "now": NOW}
    ballots.record_ballot(opened.pk, secretary, **words)
    enter(holders[3])
    assert "object" in client.get(address("round", opened)).context["forms"]

    answer = send(client, holders[3], "object", opened, reason="Not so.")

    assert "void: the member objected" in text_of(answer)


def test_a_statement_in_the_room_is_recorded_by_the_secretariat(client, opened, secretary):
    seat = opened.seats.get(city_name="Athens")

    answer = send(
        client, secretary, "record_statement", opened, round_seat_id=seat.pk, has_conflict="yes", explanation="Twin."
    )

    assert "Yes, recused" in text_of(answer)


def test_a_ruling_is_recorded_and_then_circulation_is_offered(client, enter, secretary, committee):
    make_rules()
    application = make_ready_application()
    enter(secretary)
    dossier = reverse("desk:dossier", args=[application.pk])
    assert "mode" not in client.get(dossier).context["forms"]["open_round"].fields

    words = {"kind": "circular_allowed", "document": "Decision 3/2027", "decided_on": TODAY, "text": ""}
    answer = client.post(reverse("desk:record_ruling"), words, follow=True)

    assert (Ruling.objects.count(), answer.status_code) == (1, 200)
    assert "Votes by circulation are allowed." in text_of(answer)
    assert "mode" in client.get(dossier).context["forms"]["open_round"].fields


def test_a_round_by_circulation_shows_its_deadline_and_takes_a_demand(client, enter, secretary, holders):
    Ruling.objects.create(kind="circular_allowed", document="D", decided_on=TODAY, recorded_by="user:1")
    rule, application = make_rules(), make_ready_application()
    enter(secretary)
    words = {"rule_id": rule.pk, "ordered_by_president": "on", "members_requesting": 0, "version": application.version}
    words |= {"mode": "circular", "deadline": "2027-03-20T12:00"}
    client.post(reverse("desk:open_round", args=[application.pk]), words)
    round_ = application.rounds.get()

    answer = send(client, holders[1], "demand", round_)

    assert "By circulation" in text_of(answer)
    assert circulation.MeetingDemand.objects.count() == 1


def test_what_is_live_is_sealed_as_the_page_and_not_sent_twice(client, enter, opened, holders):
    vote(opened, holders[0])
    enter(holders[3])
    address_ = address("live", opened)

    first = client.get(address_)
    again = client.get(address_, HTTP_IF_NONE_MATCH=first["ETag"])
    vote(opened, holders[1])
    changed = client.get(address_, HTTP_IF_NONE_MATCH=first["ETag"])

    assert "<strong>Yes</strong>" not in first.content.decode()
    assert (first.status_code, again.status_code, changed.status_code) == (200, 304, 200)


def test_a_correction_is_proposed_confirmed_and_released_on_the_record_of_the_decision(
    client, enter, opened, holders, president, secretary
):
    close(opened, secretary, holders, against=1)
    decisions.not_approve(opened.pk, president, reason="One against.", now=NOW)
    decision = opened.decision
    decisions.release(opened.pk, secretary, now=NOW)
    enter(secretary)
    words = {"outcome": Outcome.APPROVED, "reason": "Recorded for the wrong seat."}
    client.post(reverse("desk:propose_correction", args=[decision.pk]), words)
    correction = Correction.objects.get()
    enter(president)
    client.post(reverse("desk:answer_correction", args=[decision.pk, correction.pk]), {"confirms": "yes"})
    enter(secretary)

    client.post(reverse("desk:release_correction", args=[decision.pk, correction.pk]))

    answer = client.get(reverse("desk:decision", args=[decision.pk]))
    assert "Confirmed as decision 2027/2" in text_of(answer)
    assert opened.application.mails.filter(key=f"correction:{correction.pk}").exists()


def test_what_stands_is_not_corrected_to_itself(opened, holders, president, secretary):
    close(opened, secretary, holders)
    decisions.confirm(opened.pk, president, now=NOW)

    with pytest.raises(Exception, match="already_outcome"):
        corrections.propose(opened.decision.pk, secretary, outcome=Outcome.APPROVED, reason="R", now=NOW)


def test_an_applicant_knows_of_a_correction_only_when_it_is_released(opened, holders, president, secretary):
    close(opened, secretary, holders, against=1)
    decisions.not_approve(opened.pk, president, reason="One against.", now=NOW)
    decisions.release(opened.pk, secretary, now=NOW)
    words = {"outcome": Outcome.APPROVED, "reason": "Wrong seat.", "now": NOW}
    correction = corrections.propose(opened.decision.pk, secretary, **words)
    corrections.answer(correction.pk, president, confirms=True, now=NOW)
    application = opened.application
    application.refresh_from_db()

    before = standing_of(application).state
    corrections.release_correction(correction.pk, secretary, now=NOW)

    assert (before, standing_of(application).state) == ("declined", "approved")
