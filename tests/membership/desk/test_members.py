"""The members' pages of the office: list, dossier, acts, participation, ceremonies, observers."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from membership.labels.states import ApplicationState, MemberState, ObserverKind, Route
from membership.models import ConflictStatement, Event, Member, Observer, OutboxMail, Participation, RoundSeat
from membership.services import statements, suspending
from pages import summits
from pages.languages.partial_dates import PartialDate
from pages.summits import Summit
from tests.membership.factories import (
    NOW,
    TODAY,
    ApplicationFactory,
    CityFactory,
    MemberFactory,
    make_letter,
    make_ready_application,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def nis(db) -> Member:
    return MemberFactory(city=CityFactory(slug="nis", country="RS"), contact_email="office@nis.example")


def get(client, address, *args, query="") -> str:
    answer = client.get(reverse(f"desk:{address}", args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def post(client, address, *args, **words):
    return client.post(reverse(f"desk:{address}", args=args), words)


def test_the_list_is_narrowed_by_state_and_country(enter, secretary, nis):
    MemberFactory(city=CityFactory(slug="sofia"), state=MemberState.SUSPENDED)
    client = enter(secretary)
    pages = [get(client, "members", query=query) for query in ("", "?state=suspended", "?country=RS", "?country=GR")]

    assert [[name in page for name in (">Nis<", ">Sofia<")] for page in pages] == [
        [True, True], [False, True], [True, False], [False, False],
    ]  # fmt: skip
    assert "No member matches." in pages[3]


@pytest.mark.parametrize("name", ["members", "ceremonies", "observers", "participation"])
def test_a_list_takes_as_many_queries_for_three_as_for_one(enter, secretary, name):
    client = enter(secretary)
    numbers = []
    for more in (1, 2):
        for member in MemberFactory.create_batch(more):
            ApplicationFactory(state=ApplicationState.DECLARATION_SIGNED, signed_on=TODAY, city=member.city)
            ApplicationFactory(route=Route.OBSERVER)
            Observer.objects.create(name_en="A Network")
            Participation.objects.create(
                member=member, kind="other", name="N", held_on=TODAY, recorded_by="user:1", recorded_at=NOW
            )
        get(client, name)
        with CaptureQueriesContext(connection) as captured:
            get(client, name)
        numbers.append(len(captured))

    assert numbers[0] == numbers[1]


def test_the_dossier_of_a_member_holds_what_is_recorded_of_its_city(enter, secretary, president, nis):
    application = make_ready_application(
        city=nis.city, state=ApplicationState.DECLARATION_SIGNED, signed_on=TODAY, signed_at_place="Zagreb"
    )
    make_letter(application)
    suspending.suspend(nis.pk, president, reason="Nothing heard for a year.", now=NOW)
    Participation.objects.create(
        member=nis, kind="summit", name="Sofia Summit", held_on=date(2025, 2, 23), recorded_by="user:1", recorded_at=NOW
    )

    page = get(enter(secretary), "member", nis.pk)

    for words in (application.reference, "Zagreb", "letter.pdf", "Nothing heard for a year.", "Sofia Summit", "2025"):
        assert words in page
    assert "The membership was suspended (reason: Nothing heard for a year.)." in page


def test_what_is_closed_to_a_seat_in_conflict_stays_closed_on_the_page_of_the_member(enter, opened, secretary, member):
    application = opened.application
    city = CityFactory(slug="nis")
    application.city = city
    application.save()
    make_letter(application)
    nis = MemberFactory(city=city)
    seat = RoundSeat.objects.get(round=opened, seat__holder=member)
    before = get(enter(secretary), "member", nis.pk)
    statements.state_conflict(opened.pk, member, has_conflict=True, explanation="Twin city.", now=NOW)

    closed = get(enter(member), "member", nis.pk)

    assert ConflictStatement.objects.get(round_seat=seat).has_conflict
    assert ("letter.pdf" in before, "letter.pdf" in closed) == (True, False)


def test_opening_the_dossier_of_a_member_is_recorded_once_for_a_sitting(enter, auditor, nis):
    client = enter(auditor)
    page = [get(client, "member", nis.pk) for _time in range(2)][1]

    assert Event.objects.filter(member=nis, verb="member_opened", actor=f"user:{auditor.pk}").count() == 1
    assert "The dossier of the member was opened." in page


@pytest.mark.parametrize(
    ("who", "state", "forms"),
    [
        ("president", "active", {"suspend"}),
        ("president", "suspended", {"lift"}),
        ("secretary", "active", {"record-suspension", "notice", "motion", "contact"}),
        ("secretary", "suspended", {"record-lifting", "motion", "contact"}),
        ("secretary", "leaving", {"revoke", "contact"}),
        ("secretary", "ended", {"contact"}),
        ("auditor", "active", set()),
    ],
)
def test_the_page_offers_what_role_and_state_allow(enter, president, secretary, auditor, nis, who, state, forms):
    Member.objects.filter(pk=nis.pk).update(state=state, notice_given_on=TODAY if state == "leaving" else None)

    page = get(enter(User.objects.get(username={"president": "zagreb"}.get(who, who))), "member", nis.pk)

    known = {"suspend", "lift", "record-suspension", "record-lifting", "notice", "revoke", "motion", "contact"}
    paths = {"contact": "contact", "notice": "notice"}
    assert {
        key for key in known if f'action="/admin/membership/members/{nis.pk}/{paths.get(key, key)}/"' in page
    } == forms


def test_a_suspension_hides_the_city_at_the_next_request_and_stands_on_the_agenda(enter, president, secretary, nis):
    answer = post(enter(president), "suspend_member", nis.pk, reason="Nothing heard.")
    listed = Member.objects.listed().filter(pk=nis.pk).exists()
    agenda = get(enter(secretary), "members")

    assert (answer.status_code, listed) == (302, False)
    assert "For the next agenda of the Committee" in agenda

    act = nis.acts.get()
    post(enter(secretary), "note", nis.pk, act.pk, decision="Minutes of 2 March")
    assert "For the next agenda of the Committee" not in get(enter(secretary), "members")


def test_a_refused_note_is_shown_in_its_own_form(enter, president, secretary, nis):
    suspending.suspend(nis.pk, president, reason="R", now=NOW)
    act = nis.acts.get()

    answer = post(enter(secretary), "note", nis.pk, act.pk, decision="")

    assert answer.status_code == 422
    assert f'id="note-{act.pk}_decision"' in answer.content.decode()


def test_an_act_of_another_member_is_not_found(enter, president, secretary, nis):
    suspending.suspend(nis.pk, president, reason="R", now=NOW)
    other = MemberFactory()

    assert post(enter(secretary), "note", other.pk, nis.acts.get().pk, decision="D").status_code == 404


def test_a_notice_is_recorded_after_its_day_was_shown(enter, secretary, nis):
    client = enter(secretary)
    shown = post(client, "notice", nis.pk, received_at="2027-02-26T23:30", letter="12/2027")
    before = nis.acts.count()
    page = shown.content.decode()

    recorded = post(
        client, "record_notice", nis.pk, received_at="2027-02-26T23:30", letter="12/2027", takes_effect_on="2027-12-31"
    )

    nis.refresh_from_db()
    assert (shown.status_code, before, recorded.status_code) == (200, 0, 302)
    assert "The membership of Nis ends on 31 December 2027 (Article 9)." in page
    assert "on 26 February 2027 at 23:30" in page
    assert (nis.state, nis.notice_given_on) == ("leaving", date(2027, 2, 26))
    assert "takes effect on 31 December 2027" in get(client, "member", nis.pk)


def test_a_notice_with_another_day_than_was_shown_is_refused(enter, secretary, nis):
    words = {"received_at": "2027-02-26T23:30", "letter": "", "takes_effect_on": "2028-12-31"}

    answer = post(enter(secretary), "record_notice", nis.pk, **words)

    assert answer.status_code == 422
    assert nis.acts.count() == 0


def test_the_contact_is_changed(enter, secretary, nis):
    post(enter(secretary), "member_contact", nis.pk, email="new@nis.example", language="sr")

    nis.refresh_from_db()
    assert (nis.contact_email, nis.language) == ("new@nis.example", "sr")


def test_participation_is_recorded_for_many_and_corrected(enter, secretary, nis):
    sofia = MemberFactory(city=CityFactory(slug="sofia"))
    client = enter(secretary)
    words = {"kind": "summit", "name": "Zagreb Summit", "held_on": "2027-02-20"}
    post(client, "record_participation", **words, member_ids=[nis.pk, sofia.pk])
    row = Participation.objects.first()

    page = get(client, "participation")
    corrected = post(client, "correct_participation", row.pk, member_ids=[sofia.pk])

    assert "2 members" in page
    assert corrected.status_code == 302
    assert [one.member_id for one in Participation.objects.all()] == [sofia.pk]


def test_the_ceremony_list_is_shown_sent_once_and_guarded_against_formulas(
    enter, secretary, president, nis, monkeypatch
):
    day = PartialDate.parse("2028-02-26")
    monkeypatch.setattr(summits, "_providers", [lambda _language: [Summit("Sofia Summit", day, day, "plovdiv")]])
    MemberFactory(city=CityFactory(slug="plovdiv"), contact_email="host@sofia.example")
    ApplicationFactory(
        state=ApplicationState.DECLARATION_SIGNED, signed_on=TODAY, city=nis.city, name_en="=Nis", language="sr"
    )
    client = enter(secretary)

    page = get(client, "ceremonies")
    for _time in range(2):
        assert post(client, "send_ceremonies", year=2028).status_code == 302
    answer = client.get(reverse("desk:ceremonies_file"))
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))

    told = list(OutboxMail.objects.filter(key__startswith="ceremony_").values_list("recipient", flat=True))
    assert "Sofia Summit" in page
    assert sorted(told) == sorted(set(told))
    assert {"host@sofia.example", secretary.email, president.email, "contact@nis.example"} <= set(told)
    assert rows[1] == ["Sofia Summit", "2028-02-26", "'=Nis", "Serbia", "2027-03-01", ""]
    assert post(client, "send_ceremonies", year=2031).status_code == 422


def test_a_list_that_changed_is_sent_again(enter, secretary, nis):
    ApplicationFactory(state=ApplicationState.DECLARATION_SIGNED, signed_on=TODAY, city=nis.city)
    client = enter(secretary)
    post(client, "send_ceremonies", year=2028)
    sofia = MemberFactory(city=CityFactory(slug="sofia"))
    ApplicationFactory(state=ApplicationState.DECLARATION_SIGNED, signed_on=TODAY, city=sofia.city)

    post(client, "send_ceremonies", year=2028)

    mails = OutboxMail.objects.filter(key__startswith="ceremony_list:", recipient=secretary.email)
    assert mails.count() == 2


def test_a_ceremony_is_moved_with_a_note(enter, secretary, nis):
    application = ApplicationFactory(state=ApplicationState.DECLARATION_SIGNED, signed_on=TODAY, city=nis.city)
    client = enter(secretary)

    post(client, "move_ceremony", application_id=application.pk, year=2029, note="The mayor is abroad.")

    page = get(client, "ceremonies")
    assert "Ceremony of 2029" in page
    assert "The mayor is abroad." in page


def test_both_lists_of_article_6_are_shown_and_the_president_withdraws_an_invitation(enter, president, secretary):
    request = ApplicationFactory(route=Route.OBSERVER, reference="B40-O-2027-AAAA", name_en="Asked")
    observer = Observer.objects.create(
        name_en="Granted", kind=ObserverKind.EVENT, ends_on=date(2027, 5, 1), application=request
    )
    page = get(enter(secretary), "observers")

    answer = post(enter(president), "revoke_observer", observer_id=observer.pk, reason="No contribution.")

    observer.refresh_from_db()
    told = set(OutboxMail.objects.values_list("recipient", flat=True))
    assert ("Asked" in page, "Granted" in page, "1 May 2027" in page) == (True, True, True)
    assert (answer.status_code, observer.ended_on, observer.revoked_reason) == (302, TODAY, "No contribution.")
    assert {request.contact_email, secretary.email, "athens@example.org"} <= told
