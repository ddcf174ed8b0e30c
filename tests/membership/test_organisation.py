"""The organisation as records: working groups, decisions of the Assembly, mayors, twin cities, and their pages."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from membership.models import (
    AssemblyDecision,
    AssemblyDecisionText,
    City,
    CityName,
    Contradiction,
    GroupCity,
    MayorTerm,
    OrganisationPage,
    SecretaryTerm,
    Twinning,
    WorkingGroup,
)
from membership.selectors import organisation
from membership.templatetags.members import time_held
from news.models import EventIndexPage
from tests.membership.factories import CityFactory, MemberFactory
from tests.membership.test_pages import queries, site  # noqa: F401 - the fixture
from tests.news.builders import make_event, make_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(site):  # noqa: F811 - the fixture
    """The page about the organisation below the home page of `site`, and two working groups."""
    WorkingGroup.objects.create(key="climate", name_en="Local Climate Action")
    WorkingGroup.objects.create(key="bridges", name_en="Bridges")
    site.add_child(instance=OrganisationPage(title="Organisation", slug="organisation"))
    return site


def group_city(key: str, slug: str, **values) -> GroupCity:
    group = WorkingGroup.objects.get(key=key)
    return GroupCity.objects.create(group=group, city=City.objects.get(slug=slug), **values)


def read(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_a_group_is_named_in_the_language_where_it_has_a_name(pages):
    with translation.override("tr"):
        names = [group.name for group in organisation.groups("tr")]

    assert names == ["Yerel İklim Eylemi", "Bridges"]


def test_groups_have_no_address_while_no_page_is_online(db):
    WorkingGroup.objects.create(key="climate", name_en="Local Climate Action")

    assert [group.url for group in organisation.groups("en")] == [""]


def test_a_group_shows_leader_cities_former_cities_and_meetings(client, pages):
    for slug in ("sofia", "nis", "varna"):
        MemberFactory(city=CityFactory(slug=slug, name_en=slug.title()))
    group_city("climate", "sofia", is_leader=True, since="2025")
    group_city("climate", "nis")
    group_city("climate", "varna", since="2022", until="2023-06")
    index = make_index(EventIndexPage, pages)
    make_event(index, "Climate in spring", group_key="climate", kind="working-groups")
    make_event(index, "Bridges in spring", group_key="bridges", kind="working-groups")

    page = read(client, "/en/organisation/groups/climate/")

    led, works, formerly = page.index("Led by"), page.index("Cities in the group"), page.index("Formerly")
    assert led < page.index(">Sofia<") < works < page.index(">Nis<") < formerly < page.index(">Varna<")
    assert "2022\u2009–\u2009June 2023" in page
    assert "Climate in spring" in page
    assert "Bridges in spring" not in page


def test_what_is_not_on_record_of_a_group_is_said(client, pages):
    page = read(client, "/en/organisation/groups/bridges/")

    assert page.count("not on record") == 2
    assert "No meeting of this group is on record yet." in page


@pytest.mark.parametrize("below", ["groups/none/", "groups/", "decisions/1/"])
def test_what_is_not_in_the_records_has_no_page(client, pages, below):
    assert client.get(f"/en/organisation/{below}").status_code == 404


def test_decisions_are_read_newest_first_in_the_language_or_in_english(client, pages):
    for day, text in (("2021-11-30", "Founded."), ("2025-02", "Zagreb admitted.")):
        decision = AssemblyDecision.objects.create(decided_on=day, matter="other", source_url="https://example.org/a")
        AssemblyDecisionText.objects.create(decision=decision, language="en", text=text)
    AssemblyDecisionText.objects.create(decision=decision, language="tr", text="Zagreb alındı.")

    page = read(client, "/en/organisation/decisions/")

    assert page.index("Zagreb admitted.") < page.index("Founded.")
    assert [(row.text, row.language.code) for row in organisation.decisions("tr")] == [
        ("Zagreb alındı.", "tr"),
        ("Founded.", "en"),
    ]


def test_contradictions_stand_with_both_sources_on_a_page_of_their_own(client, pages):
    Contradiction.objects.create(
        key="founders",
        language="en",
        point="Founders",
        one_text="23",
        one_source="A",
        other_text="24",
        other_source="B",
    )

    page = read(client, "/en/organisation/contradictions/")

    assert [part in page for part in ("Founders", "23", "24", ">A<", ">B<")] == [True] * 5


def test_all_pages_of_the_organisation_are_in_the_sitemap(pages):
    assert list(OrganisationPage.records_below()) == [
        "groups/climate/", "groups/bridges/", "decisions/", "contradictions/",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/en/organisation/groups/climate/", "/en/organisation/decisions/"])
def test_many_records_take_as_many_queries_as_one(client, pages, path):
    def add(number: int) -> None:
        city = MemberFactory().city
        group_city("climate", city.slug, since=f"20{number:02d}")
        decision = AssemblyDecision.objects.create(decided_on="2025", matter="other", city=city)
        AssemblyDecisionText.objects.create(decision=decision, language="en", text="So it was decided.")

    add(1)
    one = queries(client, path)
    for number in range(2, 30):
        add(number)

    assert queries(client, path) == one


def test_a_city_shows_mayors_groups_and_twins_whichever_states_it(client, pages):
    zagreb = City.objects.get(slug="zagreb")
    sofia = MemberFactory(city=CityFactory(slug="sofia", name_en="Sofia")).city
    Twinning.objects.create(city=sofia, other=zagreb, since="1994", source_url="https://www.example.org/twins")
    MayorTerm.objects.create(city=zagreb, name="A. Earlier", until="2021-05")
    MayorTerm.objects.create(city=zagreb, name="B. Later", since="2021-06-04")
    group_city("climate", "zagreb", is_leader=True)

    page = read(client, "/en/members/zagreb/")

    assert (
        page.index("B. Later")
        < page.index("since 4 June 2021")
        < page.index("A. Earlier")
        < page.index("until May 2021")
    )
    assert 'href="/en/organisation/groups/climate/"' in page
    assert "leads the group" in page
    assert "since 1994" in page
    assert ">example.org</a>" in page
    assert "Zagreb" in read(client, "/en/members/sofia/").split("Twin cities in the network")[1]


def test_names_that_nobody_has_checked_say_so(client, pages):
    CityName.objects.create(city=City.objects.get(slug="zagreb"), language="tr", name="Zagrep")

    assert "These names are common usage" in read(client, "/en/members/zagreb/")


def test_a_twin_is_stated_at_one_city_and_never_of_itself(pages):
    zagreb, sofia = City.objects.get(slug="zagreb"), CityFactory(slug="sofia")
    Twinning.objects.create(city=zagreb, other=sofia)

    for city, other in ((sofia, zagreb), (zagreb, zagreb)):
        with pytest.raises(ValidationError):
            Twinning(city=city, other=other).full_clean()


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("", "", ""),
        ("2021", "", "since 2021"),
        ("", "2023-12-31", "until 31 December 2023"),
        ("2021-11", "2023", "November 2021\u2009–\u20092023"),
    ],
)
def test_the_time_is_told_as_far_as_known(since, until, told):
    with translation.override("en"):
        assert time_held(SecretaryTerm(name="N. N.", since=since, until=until)) == told


@pytest.mark.parametrize(
    ("since", "until"), [("2023", "2022-12"), ("2022-02", "2022-01-31"), ("2022-13", ""), ("22", "")]
)
def test_a_time_that_cannot_be_is_refused(since, until):
    with pytest.raises(ValidationError):
        SecretaryTerm(name="N. N.", since=since, until=until).full_clean()


@pytest.mark.parametrize(("since", "until"), [("2022", "2022-01-31"), ("2022-01-31", "2022-01-31"), ("", "2022")])
def test_a_time_that_may_be_is_taken(since, until):
    SecretaryTerm(name="N. N.", since=since, until=until).full_clean()
