"""From the approval to the member: the signature that begins it, the city's record, and the ceremony."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import MemberState
from membership.models import Application, City, Member, Revision
from membership.selectors.cities import directory
from membership.services.accession import hold_ceremony, sign_declaration
from membership.services.decisions import confirm, release
from membership.services.rounds import open_round
from tests.membership.factories import (
    NOW,
    TODAY,
    CityFactory,
    MemberFactory,
    make_ready_application,
)
from tests.membership.services.voting import close, refusal_of

pytestmark = pytest.mark.django_db
ANSWERS = {
    "latitude": "43.72583",
    "longitude": "20.68944",
    "population": 110196,
    "population_year": 2022,
    "population_source": "Census 2022",
    "website": "https://www.kraljevo.example",
}


@pytest.fixture
def approve(committee, holders, president, secretary, rule):
    """Decide an application and release the decision."""

    def _approve(choices: str = "yyyyyyy", *, is_released: bool = True, answers=ANSWERS, **values) -> Application:
        application = make_ready_application(**values)
        content = {"answers": {"city": answers}, "files": []}
        Revision.objects.create(application=application, number=2, language="sr", content=content, sha256="2" * 64)
        round_ = open_round(application.pk, president, rule_id=rule.pk, now=NOW)
        close(round_, secretary, holders, choices)
        confirm(round_.pk, president, now=NOW)
        if is_released:
            release(round_.pk, secretary, now=NOW)
        return application

    return _approve


@pytest.fixture
def approved(approve):
    return approve()


def sign(application, user, *, signed_on=TODAY, place="Kraljevo", signatory="Mayor", now=NOW, version=None) -> Member:
    words = {"signed_on": signed_on, "place": place, "signatory": signatory}
    return sign_declaration(application.pk, user, **words, now=now, version=version)


def listed() -> list[tuple[str, str]]:
    return [(row.name, row.country) for row in directory("en", today=TODAY)]


def test_before_the_signature_the_city_is_not_listed(approved):
    assert (listed(), Member.objects.count()) == ([], 0)


def test_the_signature_makes_the_city_a_listed_member(approved, secretary):
    member = sign(approved, secretary, signed_on=date(2027, 2, 20), place=" Kraljevo ", signatory=" Mayor ")

    approved.refresh_from_db()
    assert listed() == [("Kraljevo", "RS")]
    assert (member.state, member.joined, member.joined_via) == ("active", "2027-02-20", approved.reference)
    assert (approved.state, approved.signed_on, approved.signed_at_place, approved.signatory) == (
        "declaration_signed",
        date(2027, 2, 20),
        "Kraljevo",
        "Mayor",
    )


def test_a_city_that_was_not_among_the_records_is_written_from_its_answers(approved, secretary):
    sign(approved, secretary)

    city = City.objects.get(slug="kraljevo")
    approved.refresh_from_db()
    assert approved.city == city
    assert (city.country, city.name_en, city.name_local) == ("RS", "Kraljevo", "Краљево")
    assert (str(city.latitude), str(city.longitude)) == ("43.72583", "20.68944")
    assert (city.population, city.population_year, city.population_source) == (110196, 2022, "Census 2022")
    assert (city.website, city.source_url) == ("https://www.kraljevo.example", approved.reference)
    assert list(city.names.values_list("language", "name")) == [("en", "Kraljevo")]


def test_a_city_without_coordinates_is_a_member_all_the_same(approve, secretary):
    sign(approve(answers={}), secretary)

    city = City.objects.get(slug="kraljevo")
    assert (city.latitude, city.population, city.website) == (None, None, "")
    assert listed() == [("Kraljevo", "RS")]


def test_a_city_among_the_records_is_taken_as_it_stands(approved, secretary):
    known = CityFactory(slug="old-kraljevo", country="RS", name_en="KRALJEVO", name_local="X", population=5)

    sign(approved, secretary)

    known.refresh_from_db()
    assert City.objects.filter(country="RS").count() == 1
    assert (known.memberships.get().joined_via, known.population) == (approved.reference, 5)


def test_the_city_which_the_secretariat_chose_is_taken(approved, secretary):
    chosen = CityFactory(slug="chosen", country="RS", name_en="Chosen")
    CityFactory(slug="kraljevo", country="RS", name_en="Kraljevo")
    Application.objects.filter(pk=approved.pk).update(city=chosen)

    assert sign(approved, secretary).city == chosen


def test_a_namesake_in_another_country_has_its_own_record(approved, secretary):
    CityFactory(slug="kraljevo", country="BG", name_en="Kraljevo")
    CityFactory(slug="kraljevo-2", country="HR", name_en="Kraljevo")

    assert sign(approved, secretary).city.slug == "kraljevo-3"


def test_a_long_name_has_an_address_that_fits(approve, secretary):
    name = "Metropolitan Municipality " * 4
    CityFactory(slug="metropolitan-municipality-metropolitan-municipal")

    city = sign(approve(name_en=name.strip(), name_local="Џ"), secretary).city
    assert len(city.slug) <= 50
    city.full_clean()


def test_a_name_without_latin_letters_has_an_address(approve, secretary):
    assert sign(approve(name_en="Ниш", name_local="Ниш"), secretary).city.slug == "city"


@pytest.mark.parametrize("state", [MemberState.ACTIVE, MemberState.LEAVING, MemberState.SUSPENDED])
def test_a_city_that_became_a_member_meanwhile_is_not_a_member_twice(approved, secretary, state):
    MemberFactory(city=CityFactory(country="RS", name_en="Kraljevo"), state=state)

    assert refusal_of(sign, approved, secretary) == "already_member"
    approved.refresh_from_db()
    assert (approved.state, Member.objects.count()) == ("approved", 1)


def test_a_former_member_joins_anew(approved, secretary):
    city = CityFactory(country="RS", name_en="Kraljevo")
    MemberFactory(city=city, state=MemberState.ENDED)

    sign(approved, secretary)

    assert list(city.memberships.order_by("pk").values_list("state", flat=True)) == ["ended", "active"]


def test_nothing_is_signed_before_the_release(approve, secretary):
    application = approve(is_released=False)

    assert refusal_of(sign, application, secretary) == "decision_not_released"


def test_a_city_that_was_not_approved_does_not_sign(approve, secretary):
    assert refusal_of(sign, approve("nnnnnnn"), secretary) == "action_not_possible"


@pytest.mark.parametrize(("place", "signatory"), [("", "Mayor"), ("Kraljevo", ""), (" ", " ")])
def test_a_signature_has_a_place_and_a_signatory(approved, secretary, place, signatory):
    assert refusal_of(sign, approved, secretary, place=place, signatory=signatory) == "signature_incomplete"


def test_a_signature_does_not_lie_in_the_future(approved, secretary):
    assert refusal_of(sign, approved, secretary, signed_on=TODAY + timedelta(days=1)) == "signed_in_future"
    assert sign(approved, secretary, signed_on=TODAY).joined == "2027-03-01"


def test_today_is_that_of_the_network(approved, secretary):
    evening_in_utc = datetime(2027, 3, 1, 21, 30, tzinfo=UTC)

    assert sign(approved, secretary, signed_on=date(2027, 3, 2), now=evening_in_utc).joined == "2027-03-02"


def test_a_declaration_is_signed_once(approved, secretary):
    sign(approved, secretary)

    assert refusal_of(sign, approved, secretary) == "action_not_possible"
    assert Member.objects.count() == 1


def test_a_signature_from_an_older_page_is_refused(approved, secretary):
    assert refusal_of(sign, approved, secretary, version=0) == "changed_meanwhile"


def test_only_the_secretariat_records_the_signature(approved, president):
    with pytest.raises(PermissionDenied):
        sign(approved, president)


def celebrate(application, user, *, summit="Summit 2027", held_on=date(2027, 2, 28), version=None) -> Application:
    return hold_ceremony(application.pk, user, held_on=held_on, summit=summit, now=NOW, version=version)


def test_the_ceremony_ends_the_way_of_an_application(approved, secretary):
    sign(approved, secretary)

    celebrate(approved, secretary, summit=" Summit 2027 ")

    approved.refresh_from_db()
    assert (approved.state, approved.ceremony_event) == ("ceremony_done", "Summit 2027")
    assert approved.ceremony_on == date(2027, 2, 28)
    assert [event.verb for event in approved.events.all()][-3:] == [
        "decision_released",
        "declaration_signed",
        "ceremony_held",
    ]


def test_there_is_no_ceremony_before_the_signature(approved, secretary):
    assert refusal_of(celebrate, approved, secretary) == "action_not_possible"


def test_a_ceremony_names_its_summit(approved, secretary):
    sign(approved, secretary)

    assert refusal_of(celebrate, approved, secretary, summit="  ") == "summit_missing"


def test_a_ceremony_does_not_lie_in_the_future(approved, secretary):
    sign(approved, secretary)
    assert refusal_of(celebrate, approved, secretary, held_on=TODAY + timedelta(days=1)) == "ceremony_in_future"
    assert celebrate(approved, secretary, held_on=TODAY).ceremony_on == TODAY


def test_a_ceremony_from_an_older_page_is_refused(approved, secretary):
    sign(approved, secretary)

    assert refusal_of(celebrate, approved, secretary, version=0) == "changed_meanwhile"


def test_only_the_secretariat_records_the_ceremony(approved, secretary, president):
    sign(approved, secretary)

    with pytest.raises(PermissionDenied):
        celebrate(approved, president)


def test_a_member_takes_address_and_language_for_mails_from_its_application(approved, secretary):
    member = sign(approved, secretary)

    assert (member.contact_email, member.language, member.state_since) == ("contact@nis.example", "tr", NOW)
