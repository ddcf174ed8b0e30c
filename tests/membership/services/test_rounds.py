"""Opening a round: who may, and what is frozen from then on; the roll and the statements of conflict."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import ApplicationState, Attendance, SeatRole
from membership.models import AttendanceEntry, DecisionRule, Revision, Round
from membership.selectors.rounds import rule_of
from membership.services.roll import record_attendance
from membership.services.rounds import open_round
from membership.services.statements import state_conflict
from tests.membership.factories import (
    NOW,
    CityFactory,
    SeatFactory,
    UserFactory,
    make_ready_application,
)
from tests.membership.services.voting import refusal_of, state, vote

pytestmark = pytest.mark.django_db


def test_the_president_opens_a_round_without_an_order(committee, president, rule):
    application = make_ready_application()

    round_ = open_round(application.pk, president, rule_id=rule.pk, now=NOW, version=0)

    application.refresh_from_db()
    assert (round_.state, application.state, application.version) == ("open", "in_round", 1)


@pytest.mark.parametrize(
    ("ordered", "requesting", "is_opened"), [(False, 0, False), (False, 1, False), (False, 2, True), (True, 0, True)]
)
def test_the_secretariat_needs_an_order_or_two_members(committee, secretary, rule, ordered, requesting, is_opened):
    application = make_ready_application()
    asked = {"rule_id": rule.pk, "ordered_by_president": ordered, "members_requesting": requesting, "now": NOW}

    if is_opened:
        assert open_round(application.pk, secretary, **asked).state == "open"
    else:
        assert refusal_of(open_round, application.pk, secretary, **asked) == "not_convened"
        assert Round.objects.count() == 0


@pytest.mark.parametrize("slug", ["sofia", "athens"])
def test_another_member_does_not_open_a_round(committee, rule, slug):
    member = next(seat.holder for seat in committee if seat.city.slug == slug)

    with pytest.raises(PermissionDenied):
        open_round(make_ready_application().pk, member, rule_id=rule.pk, ordered_by_president=True, now=NOW)


def test_without_a_committee_there_is_no_round(secretary, rule):
    application = make_ready_application()

    code = refusal_of(open_round, application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
    assert code == "electorate_empty"


@pytest.mark.parametrize("state_", [ApplicationState.IN_CHECK, ApplicationState.IN_ROUND, ApplicationState.DECLINED])
def test_only_what_is_ready_comes_before_the_committee(committee, president, rule, state_):
    application = make_ready_application(state=state_)

    assert refusal_of(open_round, application.pk, president, rule_id=rule.pk, now=NOW) == "action_not_possible"


def test_an_electorate_that_could_never_decide_is_refused_at_the_opening(committee, secretary, rule):
    SeatFactory(role=SeatRole.PRESIDENT)
    application = make_ready_application()

    code = refusal_of(open_round, application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)

    application.refresh_from_db()
    assert (code, application.state, Round.objects.count()) == ("two_presidents", "ready", 0)


def test_a_round_opened_from_an_older_page_is_refused(committee, president, rule):
    application = make_ready_application(version=3)

    code = refusal_of(open_round, application.pk, president, rule_id=rule.pk, now=NOW, version=2)
    assert code == "changed_meanwhile"


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "is_valid"),
    [
        (date(2027, 3, 1), None, True),
        (date(2027, 3, 2), None, False),
        (date(2024, 1, 1), date(2027, 3, 1), True),
        (date(2024, 1, 1), date(2027, 2, 28), False),
    ],
    ids=["from_today", "from_tomorrow", "until_today", "until_yesterday"],
)
def test_a_rule_is_used_only_while_it_is_valid(committee, president, rule, valid_from, valid_to, is_valid):
    new = DecisionRule.objects.create(
        key="cumulative", version=2, parameters=rule.parameters, articles="5, 13", valid_from=valid_from,
        valid_to=valid_to,
    )  # fmt: skip
    application = make_ready_application()

    if is_valid:
        assert open_round(application.pk, president, rule_id=new.pk, now=NOW).rule == new
    else:
        assert refusal_of(open_round, application.pk, president, rule_id=new.pk, now=NOW) == "rule_not_valid"


def test_the_electorate_is_whoever_is_in_office_that_day(committee, president, rule):
    SeatFactory(city=CityFactory(slug="ended"), start=date(2025, 1, 1), end=date(2027, 2, 28))
    SeatFactory(city=CityFactory(slug="later"), start=date(2027, 3, 2))

    round_ = open_round(make_ready_application().pk, president, rule_id=rule.pk, now=NOW)

    assert [(seat.city_name, seat.role, seat.attendance) for seat in round_.seats.all()] == [
        ("Zagreb", "president", "absent"),
        ("Sofia", "former", "absent"),
        ("Sarajevo", "next", "absent"),
        ("Athens", "elected", "absent"),
        ("Tirana", "elected", "absent"),
        ("Skopje", "elected", "absent"),
        ("Canakkale", "elected", "absent"),
    ]


def test_the_electorate_stays_as_it_was_at_the_opening(opened, committee):
    SeatFactory(city=CityFactory(slug="newcomer"))
    committee[1].role = SeatRole.ELECTED
    committee[1].end = NOW.date()
    committee[1].save()
    committee[1].city.name_en = "Serdica"
    committee[1].city.save()

    seats = list(opened.seats.values_list("city_name", "role"))
    assert (len(seats), seats[1]) == (7, ("Sofia", "former"))


def test_a_newer_rule_does_not_reach_an_open_round(opened, rule):
    parameters = {**rule.parameters, "version": 2}
    DecisionRule.objects.create(
        key="cumulative", version=2, parameters=parameters, articles="5, 13", valid_from=date(2027, 3, 1)
    )

    opened.refresh_from_db()
    assert (opened.rule, rule_of(opened).version) == (rule, 1)


def test_a_round_is_on_the_newest_revision(committee, president, rule):
    application = make_ready_application()
    second = Revision.objects.create(
        application=application, number=2, language="tr", content={"answers": {}, "files": []}, sha256="2" * 64
    )

    round_ = open_round(application.pk, president, rule_id=rule.pk, now=NOW)

    Revision.objects.create(
        application=application, number=3, language="tr", content={"answers": {}, "files": []}, sha256="3" * 64
    )
    round_.refresh_from_db()
    assert round_.revision == second


def test_the_opening_is_recorded(opened, secretary):
    event = opened.application.events.get()
    assert (event.verb, event.actor) == ("round_opened", f"user:{secretary.pk}")
    assert event.details == {
        "round": opened.pk, "rule": "cumulative 1", "revision": 1, "seats": 7,
        "mode": "meeting", "members_requesting": 0,
    }  # fmt: skip


def test_a_statement_is_stored_with_its_seat(opened, holders):
    statement = state(opened, holders[2], explanation="  Twin city. ")

    assert (statement.round_seat.city_name, statement.has_conflict) == ("Sarajevo", True)
    assert (statement.explanation, statement.stated_by) == ("Twin city.", f"user:{holders[2].pk}")


def test_a_conflict_needs_an_explanation(opened, president):
    code = refusal_of(state_conflict, opened.pk, president, has_conflict=True, explanation=" ", now=NOW)

    assert code == "explanation_missing"


def test_a_holder_of_a_seat_outside_the_electorate_states_nothing(opened):
    newcomer = SeatFactory(city=CityFactory(slug="newcomer")).holder

    assert refusal_of(state, opened, newcomer) == "no_seat"


def test_who_holds_no_seat_states_nothing(opened, secretary):
    with pytest.raises(PermissionDenied):
        state(opened, secretary)


def present(round_, *cities: str) -> list[int]:
    return list(round_.seats.filter(city_name__in=cities).values_list("pk", flat=True))


def attending(round_) -> list[str]:
    return list(round_.seats.filter(attendance=Attendance.PRESENT).values_list("city_name", flat=True))


def test_the_roll_is_who_is_present_and_nobody_else(opened, secretary):
    record_attendance(opened.pk, secretary, present=present(opened, "Zagreb", "Athens"), now=NOW)
    record_attendance(opened.pk, secretary, present=present(opened, "Athens", "Skopje"), now=NOW)

    assert attending(opened) == ["Athens", "Skopje"]


def test_a_seat_that_voted_may_leave(opened, secretary, holders):
    vote(opened, holders[3])

    record_attendance(opened.pk, secretary, present=present(opened, "Zagreb"), now=NOW)

    assert attending(opened) == ["Zagreb"]
    assert [entry.attendance for entry in AttendanceEntry.objects.all()] == ["present", "present", "absent"]


def test_only_the_secretariat_calls_the_roll(opened, president):
    with pytest.raises(PermissionDenied):
        record_attendance(opened.pk, president, present=[], now=NOW)


def test_a_user_without_a_role_opens_nothing(committee, rule):
    with pytest.raises(PermissionDenied):
        open_round(make_ready_application().pk, UserFactory(), rule_id=rule.pk, ordered_by_president=True, now=NOW)
