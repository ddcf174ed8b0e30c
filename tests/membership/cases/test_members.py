"""Edge cases 45 to 51 in the life of a member; one test each at least, named by its number."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from membership.labels.states import ApplicationState, CeremonyAnswer, MemberState
from membership.models import City, Member, OutboxMail
from membership.rules.lifecycle import exit_day
from membership.selectors.ceremonies import ceremony_lists
from membership.services import assembly, assembly_ballot, ceremonies, leaving, suspending
from membership.services.timers import run_due
from pages import summits
from pages.languages.partial_dates import PartialDate
from pages.summits import Summit
from tests.membership.factories import NOW, TODAY, ApplicationFactory, CityFactory, MemberFactory, SeatFactory
from tests.membership.services.assembly import call, make_members, prepare
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db
LAST_MINUTE = datetime(2027, 12, 31, 20, 59, tzinfo=UTC)  # 23:59 in Istanbul
MIDNIGHT = datetime(2027, 12, 31, 21, 0, tzinfo=UTC)


@pytest.fixture
def member(db) -> Member:
    return MemberFactory(city=CityFactory(slug="nis"), contact_email="office@nis.example")


@pytest.fixture
def calendar(monkeypatch):
    """The summits that the network knows, by their year."""
    known: dict[int, Summit] = {}
    monkeypatch.setattr(summits, "_providers", [lambda _language: list(known.values())])
    return known


def summit(day: str, title: str = "Sofia Summit", city: str = "sofia") -> Summit:
    return Summit(title, PartialDate.parse(day), PartialDate.parse(day), city)


def signed(name: str, signed_on: date, **values):
    """An application whose city has signed and is a member."""
    member = MemberFactory(city=CityFactory(slug=name))
    return ApplicationFactory(
        state=ApplicationState.DECLARATION_SIGNED, name_en=name.title(), signed_on=signed_on, city=member.city, **values
    )


def lists(today: date) -> list[tuple[int, str, list[str]]]:
    return [
        (found.year, found.summit.title if found.summit else "", [row.application.name_en for row in found.rows])
        for found in ceremony_lists(today)
    ]


def give_notice(
    member: Member, secretary, received_at: datetime, *, now: datetime, takes_effect_on: date | None = None
):
    shown = takes_effect_on or date(2027, 12, 31)
    words = {"received_at": received_at, "letter": "Letter 12/2027", "takes_effect_on": shown}
    return leaving.give_notice(member.pk, secretary, **words, now=now)


@pytest.mark.parametrize("signed_on", [date(2027, 1, 4), date(2027, 12, 31)])
def test_case_45_who_signs_in_a_year_is_celebrated_at_the_summit_of_the_next(calendar, signed_on):
    calendar[2027], calendar[2028] = summit("2027-03-20", "Zagreb Summit"), summit("2028-02-26")
    signed("nis", signed_on)

    assert lists(TODAY) == [(2028, "Sofia Summit", ["Nis"])]


def test_case_45_the_secretariat_may_move_a_ceremony_with_a_note(calendar, secretary):
    calendar[2027] = summit("2027-03-20", "Zagreb Summit")
    application = signed("nis", date(2027, 1, 4))

    assert (
        refusal_of(ceremonies.move_ceremony, application.pk, secretary, year=2027, note=" ", now=NOW)
        == "reason_missing"
    )
    past = refusal_of(ceremonies.move_ceremony, application.pk, secretary, year=2026, note="x", now=NOW)
    ceremonies.move_ceremony(application.pk, secretary, year=2027, note="The Committee asked for it.", now=NOW)

    assert past == "ceremony_year_past"
    assert lists(TODAY) == [(2027, "Zagreb Summit", ["Nis"])]


def test_case_45_a_city_that_postpones_waits_a_year_longer(calendar):
    application = signed("nis", date(2026, 5, 1))
    before = lists(TODAY)

    application.ceremony_answer = CeremonyAnswer.POSTPONED
    application.save()

    assert (before, lists(TODAY)) == ([(2027, "", ["Nis"])], [(2028, "", ["Nis"])])


def test_case_46_only_who_has_signed_is_on_the_list_and_on_the_map(calendar):
    ApplicationFactory(state=ApplicationState.APPROVED, name_en="Kraljevo", city=CityFactory(slug="kraljevo"))
    signed("nis", date(2026, 5, 1))

    assert [names for _year, _title, names in lists(TODAY)] == [["Nis"]]
    assert list(Member.objects.listed().values_list("city__slug", flat=True)) == ["nis"]


def test_case_47_the_list_follows_the_summit_when_its_day_moves(calendar):
    signed("nis", date(2026, 5, 1))
    calendar[2027] = summit("2027-03-20")
    first = ceremony_lists(TODAY)[0].summit.first_day

    calendar[2027] = summit("2027-05-08")
    moved = ceremony_lists(TODAY)[0].summit.first_day
    calendar[2027] = summit("2027-02-20")  # it was held: who was not celebrated waits for the next

    assert (first, moved) == (date(2027, 3, 20), date(2027, 5, 8))
    assert lists(TODAY) == [(2028, "", ["Nis"])]


def test_case_48_a_seat_stays_when_its_city_is_suspended(member, president, secretary):
    seat = SeatFactory(city=member.city)

    suspending.suspend(member.pk, president, reason="R", now=NOW)

    seat.refresh_from_db()
    office = OutboxMail.objects.filter(recipient=secretary.email).latest("pk")
    assert (seat.end, seat.holder.is_active) == (None, True)
    assert "The seat is not emptied by this" in office.body


def test_case_49_without_the_motion_in_the_notice_to_every_member_the_ballot_does_not_open(secretary):
    members = make_members(3)
    motion = prepare(members[0], secretary)
    call(motion, secretary, members, "ppp")

    before = refusal_of(assembly_ballot.open_ballot, motion.pk, secretary, now=NOW)
    assembly.convened_by_letter(motion.pk, secretary, now=NOW)

    assert before == "motion_not_in_notice"
    assert assembly_ballot.open_ballot(motion.pk, secretary, now=NOW).state == "open"


@pytest.mark.parametrize(
    ("received_at", "last_day"),
    [(LAST_MINUTE, date(2027, 12, 31)), (MIDNIGHT, date(2028, 12, 31))],
    ids=["one minute before midnight in Istanbul", "midnight in Istanbul"],
)
def test_case_50_istanbul_decides_the_year_and_another_day_than_was_shown_is_refused(
    member, secretary, received_at, last_day
):
    now = MIDNIGHT + timedelta(hours=9)
    other = date(2028, 12, 31) if last_day.year == 2027 else date(2027, 12, 31)

    wrong = refusal_of(give_notice, member, secretary, received_at, takes_effect_on=other, now=now)
    give_notice(member, secretary, received_at, takes_effect_on=last_day, now=now)

    member.refresh_from_db()
    assert (wrong, member.state) == ("exit_day_not_confirmed", MemberState.LEAVING)
    assert exit_day(member.notice_given_on) == last_day


def test_case_50_a_notice_does_not_come_from_the_future(member, secretary):
    later = NOW + timedelta(minutes=1)

    assert refusal_of(give_notice, member, secretary, later, now=NOW) == "received_in_future"


def test_case_51_a_notice_is_withdrawn_on_the_last_day_and_the_member_stays(member, secretary):
    give_notice(member, secretary, NOW, now=NOW)
    with time_machine.travel(LAST_MINUTE, tick=False):
        leaving.revoke_notice(member.pk, secretary, letter="Letter 99/2027", now=LAST_MINUTE)
        run_due(MIDNIGHT)

    member.refresh_from_db()
    assert (member.state, member.notice_given_on) == (MemberState.ACTIVE, None)


def test_case_51_after_the_last_day_it_is_too_late_and_the_membership_ends(member, secretary):
    give_notice(member, secretary, NOW, now=NOW)

    late = refusal_of(leaving.revoke_notice, member.pk, secretary, letter="Letter", now=MIDNIGHT)
    ended = leaving.end_memberships(MIDNIGHT)

    member.refresh_from_db()
    assert (late, ended, member.state, member.ended_on) == ("revoking_too_late", 1, "ended", date(2027, 12, 31))
    assert City.objects.get().memberships.holding().count() == 0  # so that the city may apply again


def test_case_51_until_it_ends_a_leaving_member_is_listed_and_afterwards_not(member, secretary, president):
    shown = [Member.objects.listed().count()]
    give_notice(member, secretary, NOW, now=NOW)
    shown.append(Member.objects.listed().count())
    leaving.end_memberships(MIDNIGHT)
    shown.append(Member.objects.listed().count())

    assert shown == [1, 1, 0]


def test_case_51_the_member_is_told_the_day_on_which_it_ends(member, secretary):
    act = give_notice(member, secretary, NOW, now=NOW)

    told = OutboxMail.objects.get(key=f"member_act:{act.pk}")
    assert "ends on 31 December 2027 (Article 9)" in told.body
