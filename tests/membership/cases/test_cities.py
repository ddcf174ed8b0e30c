"""Edge cases 6 to 14: which city applies, and who heads it; one test each, named by its number."""

from datetime import date, timedelta

import pytest

from membership.labels.states import ApplicationState, MemberState
from membership.models import Application, Revision
from membership.selectors.flags import flags_of
from membership.services import checking, dossier, notices, returning
from membership.services.decisions import close_round
from membership.services.rounds import open_round
from tests.membership.applicant import ANSWERS
from tests.membership.factories import (
    NOW,
    TODAY,
    ApplicationFactory,
    CityFactory,
    MemberFactory,
    make_ready_application,
)
from tests.membership.services.voting import refusal_of, vote

pytestmark = pytest.mark.django_db


def flag_keys(application: Application, today: date = TODAY) -> list[str]:
    return [flag.key for flag in flags_of(application, today)]


def with_answers(application: Application, **sections: dict) -> Application:
    Revision.objects.create(
        application=application, number=1, language="en", content={"answers": sections, "files": []}, sha256="0" * 64
    )
    return application


def test_case_06_the_second_application_of_a_city_is_warned_and_may_be_submitted(filled, secretary):
    first = ApplicationFactory(name_en="Kraljevo", name_local="Kraljevo")

    checked = filled.get("/en/apply/form/check/").content.decode()
    filled.post("/en/apply/form/submit/")

    second = Application.objects.exclude(pk=first.pk).get()
    assert "Another application that looks like that of your city has been submitted." in checked
    assert second.state == ApplicationState.SUBMITTED
    assert "duplicate" in flag_keys(second)


def test_case_06_only_one_open_application_is_matched_with_a_city(secretary):
    city = CityFactory(slug="kraljevo", country="RS")
    first, second = ApplicationFactory(), ApplicationFactory(state=ApplicationState.IN_CHECK)
    dossier.match_to_city(first.pk, secretary, city_id=city.pk, reason="", now=NOW)

    code = refusal_of(dossier.match_to_city, second.pk, secretary, city_id=city.pk, reason="", now=NOW)
    returning.return_application(second.pk, secretary, ground="duplicate", reason="", now=NOW)

    assert code == "duplicate_application"
    second.refresh_from_db()
    assert second.state == ApplicationState.RETURNED


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (MemberState.ACTIVE, "is a member of the network already"),
        (MemberState.SUSPENDED, "membership of this city is suspended"),
        (MemberState.LEAVING, "it can withdraw the notice"),
    ],
)
def test_case_07_a_city_with_a_membership_is_told_what_fits_it(filled, state, words):
    city = CityFactory(slug="kraljevo", country="RS", name_en="Kraljevo", name_local="Краљево")
    MemberFactory(city=city, state=state)

    answer = filled.post("/en/apply/form/submit/")
    page = answer.content.decode()

    assert answer.status_code == 409
    assert (words in page, "Kraljevo" in page) == (True, True)
    assert Application.objects.get().state == ApplicationState.DRAFT


@pytest.mark.parametrize(
    ("of_the_member", "of_the_applicant"),
    [
        ({"name_en": "Niš", "name_local": "Ниш"}, {"name_en": "Municipality of Nis", "name_local": "Град Ниш"}),
        ({"name_en": "Thessaloniki", "name_local": "Θεσσαλονίκη"}, {"name_en": "X", "name_local": "Δήμος Θεσσαλονίκη"}),
        ({"name_en": "İzmir", "name_local": "İzmir"}, {"name_en": "X", "name_local": "IZMIR Büyükşehir Belediyesi"}),
        ({"name_en": "Y", "national_code": "70432"}, {"name_en": "X", "name_local": "X", "national_code": "70432"}),
        ({"name_en": "Y", "website": "https://www.ni.example/en"}, {"name_en": "X", "domain": "ni.example"}),
    ],
    ids=["prefix and script", "Greek", "Turkish capitals", "national code", "domain"],
)
def test_case_08_the_same_city_is_suggested_across_scripts_code_and_domain(filled, of_the_member, of_the_applicant):
    member = MemberFactory(city=CityFactory(slug="the-member", country="RS", **{"name_local": "Y", **of_the_member}))
    Application.objects.update(**of_the_applicant)

    page = filled.get("/en/apply/form/check/").content.decode()

    assert "These members look like your city." in page
    assert member.city.name_en in page
    assert filled.post("/en/apply/form/submit/").status_code == 302  # a suggestion, not a refusal


def test_case_08_a_name_of_another_country_is_no_match(filled):
    MemberFactory(city=CityFactory(slug="kraljevo", country="BA", name_en="Kraljevo"))

    assert "These members look like your city." not in filled.get("/en/apply/form/check/").content.decode()


def test_case_09_a_district_and_its_metropolis_are_linked_and_flagged():
    metropolis = ApplicationFactory(country="TR", name_en="İzmir", name_local="İzmir Büyükşehir Belediyesi")
    district = ApplicationFactory(country="TR", name_en="Konak", name_local="Konak", metropolis="Izmir")

    assert flag_keys(metropolis) == ["metropolis"]
    assert flag_keys(district) == ["metropolis"]
    assert flags_of(district, TODAY)[0].application == metropolis


def test_case_10_after_a_merger_the_application_is_matched_anew_and_the_record_says_so(secretary):
    former, merged = CityFactory(slug="former", country="RS"), CityFactory(slug="merged", country="RS")
    application = ApplicationFactory(city=former)

    dossier.match_to_city(application.pk, secretary, city_id=merged.pk, reason="Merged on 1 March.", now=NOW)

    application.refresh_from_db()
    event = application.events.get(verb="matched")
    assert application.city == merged
    assert (event.details["former"], event.details["reason"]) == (former.pk, "Merged on 1 March.")


def test_case_11_not_ours_freezes_the_application_and_alerts_the_secretariat(filled, client, secretary, mailoutbox):
    filled.post("/en/apply/form/submit/")
    application = Application.objects.get()
    notice = application.mails.get(key__startswith="access:mayor:")
    path = notice.body.split("http://localhost:8000", 1)[1].split()[0]

    opened = client.get(path)
    answer = client.post(f"{path}not-ours/")

    application.refresh_from_db()
    assert (opened.status_code, answer.status_code) == (200, 200)
    assert notice.recipient == ANSWERS["contacts"]["mayor_email"]
    assert application.is_frozen
    assert application.mails.filter(key__startswith="disowned:", recipient=secretary.email).count() == 1
    assert "frozen" in flag_keys(application)


def test_case_11_a_frozen_application_moves_only_after_the_secretariat_let_it_go_on(secretary):
    application = ApplicationFactory(
        state=ApplicationState.IN_CHECK, checklist={}, incomplete_note="x", recommendation="Yes.", frozen_at=NOW
    )

    assert refusal_of(checking.forward, application.pk, secretary, now=NOW) == "application_frozen"
    notices.release_freeze(application.pk, secretary, reason="Spoke with the cabinet.", now=NOW)
    assert checking.forward(application.pk, secretary, now=NOW).state == ApplicationState.READY


def test_case_12_exactly_half_a_million_is_enough_for_an_observer_and_flagged():
    application = with_answers(ApplicationFactory(route="observer", country=""), organisation={"population": 500_000})

    assert flag_keys(application) == ["at_threshold"]
    assert flag_keys(with_answers(ApplicationFactory(route="observer"), organisation={"population": 500_001})) == []


def test_case_13_a_mandate_that_ended_is_flagged_and_the_round_closes_only_with_a_reason(
    committee, holders, secretary, rule
):
    application = make_ready_application()
    application.revisions.get().redact({"answers": {"mandate": {"mandate_ends": "2027-03-05"}}, "files": []}, now=NOW)
    round_ = open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
    for holder in holders:
        vote(round_, holder)
    after = NOW + timedelta(days=5)

    assert flag_keys(application, date(2027, 3, 5)) == []
    assert flag_keys(application, date(2027, 3, 6)) == ["mandate_ended"]
    assert refusal_of(close_round, round_.pk, secretary, now=after) == "mandate_ended"
    assert close_round(round_.pk, secretary, mandate_waiver="The new mayor wrote.", now=after).result == "carried"


@pytest.mark.parametrize("in_office", ["acting", "appointed"])
def test_case_14_an_appointed_head_is_not_refused_but_flagged(filled, in_office):
    words = {**ANSWERS["mandate"], "in_office": in_office, "in_office_explanation": "By decree.", "version": "1"}
    assert filled.post("/en/apply/form/mandate/", words).status_code == 302

    assert filled.post("/en/apply/form/submit/").status_code == 302
    assert "not_elected" in flag_keys(Application.objects.get())
