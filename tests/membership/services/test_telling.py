"""Who is told of what, in which language, and what none of these mails says."""

from datetime import date, timedelta

import pytest
import time_machine
from wagtail.users.models import UserProfile

from membership.labels.states import Choice
from membership.models import OutboxMail
from membership.services import afterwards, ballots, checking, decisions, information, proxies, returning, rounds
from membership.services.accession import hold_ceremony, sign_declaration
from membership.services.telling import send_digest, tell_members
from tests.membership.factories import (
    NOW,
    PAPER,
    ApplicationFactory,
    MemberFactory,
    UserFactory,
    make_ready_application,
)
from tests.membership.services.voting import close, state, vote

pytestmark = pytest.mark.django_db
SECRETARIAT = "secretary@example.org"
PRESIDENT = "zagreb@example.org"
ELECTED = [f"{city}@example.org" for city in ("athens", "canakkale", "sarajevo", "skopje", "sofia", "tirana")]
COMMITTEE = sorted([*ELECTED, PRESIDENT])
EVERYBODY = sorted([*COMMITTEE, SECRETARIAT])
APPLICANT = "contact@nis.example"


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def told(beginning: str) -> list[str]:
    """Return who was written to under keys that begin so."""
    mails = OutboxMail.objects.filter(key__startswith=beginning)
    return sorted(mails.values_list("recipient", flat=True))


def mail_to(beginning: str, recipient: str) -> OutboxMail:
    return OutboxMail.objects.get(key__startswith=beginning, recipient=recipient)


def test_of_a_request_for_information_the_rest_of_the_secretariat_is_told(secretary):
    UserFactory(username="colleague", groups=["Secretariat"])
    application = ApplicationFactory(state="in_check")

    information.request_information(
        application.pk, secretary, text="The letter?", sections=["city"], kinds=[], due_on=date(2027, 4, 1), now=NOW
    )

    assert told("information_requested:") == ["colleague@example.org"]
    assert "1 April 2027" in mail_to("information_requested:", "colleague@example.org").body


def test_the_president_is_asked_to_convene_when_an_application_is_forwarded(committee, secretary):
    application = make_ready_application(state="in_check")

    checking.forward(application.pk, secretary, now=NOW)

    assert told("ready:") == [PRESIDENT]


def test_the_president_is_asked_to_convene_when_an_applicant_insists(committee, secretary):
    application = make_ready_application(state="returned", state_since=NOW)

    returning.insist(application.pk, reason="We are a city.", now=NOW)

    assert (told("ready:"), told("insisted:")) == ([PRESIDENT], [SECRETARIAT])


def test_of_an_opened_round_the_electorate_and_the_secretariat_are_told(opened):
    assert told("round_opened:") == EVERYBODY
    assert f"/admin/membership/rounds/{opened.pk}/" in mail_to("round_opened:", "athens@example.org").body


def test_a_seat_without_an_active_holder_is_written_to_by_nobody(committee, secretary, rule):
    committee[1].holder.is_active = False
    committee[1].holder.save()
    committee[2].holder = None
    committee[2].save()
    application = make_ready_application()

    rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)

    assert told("round_opened:") == sorted(set(EVERYBODY) - {"sofia@example.org", "sarajevo@example.org"})


@pytest.mark.parametrize(("explanation", "expected"), [("A twin city.", [SECRETARIAT, PRESIDENT]), ("", [])])
def test_a_conflict_is_told_to_president_and_secretariat_and_its_reason_to_nobody(
    opened, holders, explanation, expected
):
    state(opened, holders[3], explanation=explanation)

    assert told("conflict:") == expected
    assert not OutboxMail.objects.filter(key__startswith="conflict:", body__contains="twin").exists()
    assert not OutboxMail.objects.filter(key__startswith="conflict:", body__contains="Athens").exists()


def test_each_cast_is_receipted_to_the_holder_without_the_choice(opened, holders):
    vote(opened, holders[3], Choice.AGAINST)
    ballots.cast(opened.pk, holders[3], choice=Choice.YES, reason="", now=NOW)

    receipts = OutboxMail.objects.filter(key__startswith="ballot:")
    assert [mail.recipient for mail in receipts] == ["athens@example.org"] * 2
    for mail in receipts:
        assert "Your vote of 1 March 2027" in mail.body
        assert "an earlier one no longer counts" in mail.body
        assert not any(word in mail.body.lower() for word in ("yes", "against", "too early"))


def test_a_vote_recorded_in_the_room_is_receipted_to_the_holder_and_says_who_recorded_it(opened, secretary, holders):
    seat = opened.seats.get(seat__holder=holders[3])

    ballots.record_ballot(opened.pk, secretary, round_seat_id=seat.pk, choice=Choice.YES, reason="", now=NOW)

    assert "The Secretariat recorded it for your seat." in mail_to("ballot:", "athens@example.org").body


@pytest.mark.parametrize(
    ("choices", "to_president", "to_others"),
    [
        ("yyyyyyy", "Please confirm it", "waits for the declaration of the President"),
        ("yyyyyyn", "Record the interpretation", "The result is contested"),
        ("yyy", "The round has no valid result", "The round has no valid result"),
    ],
)
def test_of_a_result_everybody_is_told_once_and_the_president_to_declare_it(
    opened, secretary, holders, choices, to_president, to_others
):
    close(opened, secretary, holders, choices)

    assert told("result:") == EVERYBODY
    assert to_president in mail_to("result:", PRESIDENT).body
    assert to_others in mail_to("result:", "athens@example.org").body
    assert to_others in mail_to("result:", SECRETARIAT).body


@pytest.fixture
def confirmed(opened, secretary, holders, president):
    """Return a function that closes and confirms the round."""

    def _confirmed(choices: str):
        close(opened, secretary, holders, choices)
        decisions.confirm(opened.pk, president, now=NOW)
        opened.refresh_from_db()
        return opened

    return _confirmed


@pytest.mark.parametrize("choices", ["yyyyyyy", "nnnnnnn"])
def test_of_a_release_the_committee_and_the_secretariat_are_told(confirmed, secretary, choices):
    decisions.release(confirmed(choices).pk, secretary, now=NOW)

    assert (told("decision:"), told("released:")) == ([APPLICANT], EVERYBODY)
    body = mail_to("released:", "athens@example.org").body
    assert not any(word in body for word in ("approved", "Approved"))


def test_of_a_proxy_filed_and_revoked_both_seats_the_president_and_the_secretariat_are_told(
    opened, committee, secretary
):
    principal, holder = committee[3], committee[5]
    proxy = proxies.file_proxy(
        principal.holder,
        principal_id=principal.pk,
        holder_id=holder.pk,
        document=PAPER,
        round_id=opened.pk,
        now=NOW,
    )
    everybody = sorted(["athens@example.org", "skopje@example.org", PRESIDENT, SECRETARIAT])
    assert (told("proxy_filed:"), told("proxy_revoked:")) == (everybody, [])
    assert "Athens has authorised Skopje in writing" in mail_to("proxy_filed:", "skopje@example.org").body

    proxies.revoke(proxy.pk, principal.holder, now=NOW)

    assert told("proxy_revoked:") == everybody
    assert "Athens has revoked the proxy" in mail_to("proxy_revoked:", SECRETARIAT).body


def test_of_an_approval_every_member_of_today_with_an_address_is_told_once_by_the_timer(
    confirmed, django_capture_on_commit_callbacks
):
    round_ = confirmed("yyyyyyy")
    MemberFactory(contact_email="city@athens.example", language="el")
    MemberFactory(contact_email="", language="tr")
    MemberFactory(state="ended", contact_email="former@x.example")

    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            tell_members(round_.decision)

    mail = OutboxMail.objects.get(key__startswith="approved:")
    assert (mail.recipient, mail.state, mail.language) == ("city@athens.example", "waiting", "el")


@pytest.mark.parametrize(("days", "expected"), [(29, []), (30, [SECRETARIAT])])
def test_with_the_applicant_the_secretariat_is_reminded_of_the_signature(confirmed, secretary, days, expected):
    decisions.release(confirmed("yyyyyyy").pk, secretary, now=NOW)

    afterwards.remind_of_signature(NOW + timedelta(days=days))

    assert [recipient for recipient in told("signature:") if recipient != APPLICANT] == expected


def test_of_the_ceremony_applicant_committee_and_secretariat_are_told(confirmed, secretary):
    round_ = confirmed("yyyyyyy")
    decisions.release(round_.pk, secretary, now=NOW)
    pk = round_.application_id
    sign_declaration(pk, secretary, signed_on=NOW.date(), place="Istanbul", signatory="Mayor", now=NOW)

    hold_ceremony(pk, secretary, held_on=NOW.date(), summit="B40 Athens Summit", now=NOW)

    assert told("ceremony:") == sorted([*EVERYBODY, APPLICANT])
    assert "B40 Athens Summit" in mail_to("ceremony:", APPLICANT).body


def test_who_sits_in_secretariat_and_committee_gets_one_mail(committee, secretary, rule):
    committee[3].holder.groups.add(*secretary.groups.all())
    application = make_ready_application()

    rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)

    assert told("round_opened:") == EVERYBODY


def test_each_reads_in_the_language_of_the_account(committee, secretary, rule):
    UserProfile.objects.update_or_create(user=committee[0].holder, defaults={"preferred_language": "tr"})
    application = make_ready_application()

    rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)

    languages = dict(OutboxMail.objects.values_list("recipient", "language"))
    assert (languages[PRESIDENT], languages["athens@example.org"]) == ("tr", "en")


def test_the_president_gets_one_digest_a_day_of_what_is_new_since_the_last_one(committee):
    ApplicationFactory(reference="B40-M-2027-OLD1", submitted_at=NOW - timedelta(days=8))
    ApplicationFactory(reference="B40-M-2027-NEW1", submitted_at=NOW - timedelta(days=2))
    ApplicationFactory(reference=None, state="draft", submitted_at=None)

    first = send_digest(NOW)
    ApplicationFactory(reference="B40-M-2027-NEW2", submitted_at=NOW + timedelta(hours=2))
    again = send_digest(NOW + timedelta(hours=13))
    next_day = send_digest(NOW + timedelta(days=1))

    assert (first, again, next_day, told("digest:")) == (1, 0, 1, [PRESIDENT] * 2)
    newest, oldest = [mail.body for mail in OutboxMail.objects.all()]
    assert ("NEW1" in oldest, "OLD1" in oldest, "NEW1" in newest, "NEW2" in newest) == (True, False, False, True)


def test_without_a_president_the_digest_waits(secretary):
    ApplicationFactory(submitted_at=NOW - timedelta(days=1))

    assert (send_digest(NOW), OutboxMail.objects.count()) == (0, 0)
