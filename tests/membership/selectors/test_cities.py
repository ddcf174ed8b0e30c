"""Members as the public reads them: the reader's names in the reader's order, and only what is well supported."""

import pytest

from membership.labels.states import MemberState, SeatRole
from membership.models import City, CityName, Member, Presidency
from membership.selectors.cities import directory, host_id, links, profile, unlisted_count
from pages.certainty import Certainty
from tests.membership.factories import TODAY, CityFactory, MemberFactory, SeatFactory

pytestmark = pytest.mark.django_db


def make_member(slug: str, *, country: str = "BG", names: dict[str, str] | None = None, **values) -> Member:
    city = CityFactory(slug=slug, country=country)
    for language, name in (names or {}).items():
        CityName.objects.create(city=city, language=language, name=name)
    return MemberFactory(city=city, **values)


def names_of(rows) -> list[str]:
    return [row.name for row in rows]


ALPHABETS = {
    "tr": ["Cizre", "Çanakkale", "Iğdır", "İzmir", "Sivas", "Şile", "Üsküp", "Zagreb"],
    "bg": ["Бургас", "Варна", "Загреб", "Истанбул", "Йонина", "Казанлък", "Ямбол"],
    "sq": ["Celje", "Çorum", "Dimitrovgrad", "Dhërmi", "Elbasan", "Sofje", "Shkodër", "Zagreb", "Zhabljak"],
    "en": ["Athens", "Çanakkale", "Cluj", "Şile", "Sofia", "Zagreb"],
}


@pytest.mark.parametrize("language", ALPHABETS)
def test_members_stand_in_the_order_of_the_readers_alphabet(language):
    for number, name in enumerate(reversed(ALPHABETS[language])):
        make_member(f"city-of-{number}", names={language: name})

    assert names_of(directory(language, today=TODAY)) == ALPHABETS[language]


def test_a_city_without_a_name_in_the_language_bears_the_english_one():
    make_member("thessaloniki", country="GR", names={"bg": "Солун"})

    assert names_of(directory("bg", today=TODAY)) == ["Солун"]
    assert names_of(directory("mk", today=TODAY)) == ["Thessaloniki"]


def test_a_row_tells_country_address_and_status():
    make_member("sofia", is_founding=True)

    row = directory("en", today=TODAY)[0]
    assert (row.country, row.country_name, row.url) == ("BG", "Bulgaria", "/en/members/sofia/")
    assert (row.is_founding, row.is_host, row.city.slug) == (True, False, "sofia")


@pytest.mark.parametrize(
    ("values", "is_listed"),
    [
        ({}, True),
        ({"certainty": Certainty.MEDIUM}, True),
        ({"certainty": Certainty.LOW}, False),
        ({"state": MemberState.LEAVING}, True),
        ({"state": MemberState.SUSPENDED}, False),
        ({"state": MemberState.ENDED}, False),
        ({"state": MemberState.REMOVED}, False),
    ],
)
def test_only_well_supported_members_in_the_network_are_listed(values, is_listed):
    make_member("sofia", **values)

    assert names_of(directory("en", today=TODAY)) == (["Sofia"] if is_listed else [])


def test_what_is_held_and_not_shown_is_counted():
    make_member("sofia")
    make_member("varna", certainty=Certainty.LOW)
    make_member("ruse", state=MemberState.SUSPENDED)
    make_member("pleven", state=MemberState.ENDED)

    assert unlisted_count() == 2


def test_the_directory_is_narrowed_by_countries_and_status():
    make_member("sofia", is_founding=True)
    make_member("varna")
    make_member("athens", country="GR", is_founding=True)
    make_member("tirana", country="AL")

    assert names_of(directory("en", today=TODAY, countries=["BG"])) == ["Sofia", "Varna"]
    assert names_of(directory("en", today=TODAY, countries=["BG", "GR"])) == ["Athens", "Sofia", "Varna"]
    assert names_of(directory("en", today=TODAY, status="founding")) == ["Athens", "Sofia"]
    assert names_of(directory("en", today=TODAY, countries=["BG"], status="founding")) == ["Sofia"]
    assert names_of(directory("en", today=TODAY, countries=["HR"])) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_directory_asks_as_much_for_three_as_for_one(count, django_assert_num_queries):
    for number in range(count):
        make_member(f"city-of-{number}", names={"bg": "Варна"})

    with django_assert_num_queries(3):
        assert len(directory("bg", today=TODAY)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_links_ask_as_much_for_three_as_for_one(count, django_assert_num_queries):
    slugs = [make_member(f"city-of-{number}").city.slug for number in range(count)]

    with django_assert_num_queries(2):
        assert len(links(slugs, "en")) == count


def test_a_link_leads_only_to_a_city_that_has_a_page():
    make_member("sofia", names={"bg": "София"})
    make_member("varna", certainty=Certainty.LOW)
    CityFactory(slug="vienna")

    found = links(["sofia", "varna", "vienna", "atlantis"], "bg")
    assert {slug: (link.name, link.url) for slug, link in found.items()} == {
        "sofia": ("София", "/bg/members/sofia/"),
        "varna": ("Varna", ""),
        "vienna": ("Vienna", ""),
    }


def preside(slug: str, start: str, end: str | None = None) -> Presidency:
    city = City.objects.get(slug=slug)
    return Presidency.objects.create(term=start[:4], city=city, mayor="N. N.", start=start, end=end)


@pytest.mark.parametrize(
    ("start", "host"), [("2027-03-01", "varna"), ("2027-03-02", "sofia")], ids=["since_today", "from_tomorrow"]
)
def test_the_host_is_whose_presidency_began_last(start, host):
    members = {slug: make_member(slug) for slug in ("sofia", "varna")}
    preside("sofia", "2026-03-01", start)
    preside("varna", start)

    assert host_id(TODAY) == members[host].city_id
    assert [row.name for row in directory("en", today=TODAY) if row.is_host] == [host.title()]


def test_before_the_first_presidency_there_is_no_host():
    make_member("sofia")
    preside("sofia", "2027-03-02")

    assert host_id(TODAY) is None


def test_a_profile_shows_neighbours_other_names_and_offices():
    member = make_member("sofia", names={"en": "Sofia", "sq": "Sofje", "bg": "София"})
    make_member("varna")
    make_member("ruse", certainty=Certainty.LOW)
    make_member("athens", country="GR")
    presidency = preside("sofia", "2026-03-01")
    seat = SeatFactory(city=member.city)
    SeatFactory(city=member.city, role=SeatRole.PRESIDENT)
    SeatFactory(city=member.city, is_demo=True)

    shown = profile(member, "en", today=TODAY)

    assert (shown.row.name, names_of(shown.neighbours)) == ("Sofia", ["Varna"])
    assert [(name.lang, name.name) for name in shown.foreign_names] == [("sq", "Sofje"), ("bg", "София")]
    assert (shown.presidencies, shown.seats) == ((presidency,), (seat,))
