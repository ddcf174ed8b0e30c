"""The network in figures, its presidencies and its Committee, term by term."""

from datetime import date

import pytest

from membership.labels.states import MemberState, SeatRole
from membership.models import Contradiction, Observer, Presidency
from membership.selectors.network import (
    Figures,
    Growth,
    JoinedIn,
    committee_by_year,
    contradictions,
    figures,
    growth,
    presidencies,
    presidency_on,
)
from pages.certainty import Certainty
from tests.membership.factories import CityFactory, MemberFactory, SeatFactory

pytestmark = pytest.mark.django_db


def make_member(country: str, **values):
    return MemberFactory(city=CityFactory(country=country), **values)


def test_the_figures_of_an_empty_network_are_nought():
    assert figures("en") == Figures(members=0, countries=0, founding=0, observers=0)


def test_the_figures_count_what_is_listed():
    make_member("BG", is_founding=True)
    make_member("BG", state=MemberState.LEAVING)
    make_member("TR", is_founding=True)
    make_member("HR", is_founding=True, certainty=Certainty.LOW)
    make_member("GR", state=MemberState.SUSPENDED)
    make_member("RS", state=MemberState.ENDED)
    Observer.objects.create(name_en="Somebody")

    assert figures("en") == Figures(members=3, countries=2, founding=2, observers=1)


def test_growth_counts_listed_members_by_year_and_people_where_published():
    make_member("BG", joined="2021-11-30")
    make_member("BG", joined="2021")
    make_member("TR", joined="2023-01")
    make_member("TR", joined="")
    make_member("HR", joined="2022", certainty=Certainty.LOW)
    MemberFactory(city=CityFactory(population=1000), joined="2023")
    MemberFactory(city=CityFactory(population=500, population_is_public=False), joined="2023")

    assert growth("en") == Growth(
        (JoinedIn(2021, 2, 66), JoinedIn(2023, 3, 100)), undated=1, people=1000, counted=1, members=6
    )


def test_an_empty_network_has_not_grown():
    assert growth("en") == Growth((), undated=0, people=0, counted=0, members=0)


@pytest.fixture
def two_presidencies():
    first, second = CityFactory(slug="istanbul", country="TR"), CityFactory(slug="athens", country="GR")
    Presidency.objects.create(term=1, city=first, mayor="A. A.", start=date(2021, 11, 29), end=date(2022, 11, 29))
    Presidency.objects.create(term=2, city=second, mayor="B. B.", start=date(2022, 11, 29))


@pytest.mark.parametrize(
    ("day", "mayor"),
    [
        (date(2021, 11, 29), "A. A."),
        (date(2022, 11, 28), "A. A."),
        (date(2022, 11, 29), "B. B."),
        (date(2030, 1, 1), "B. B."),
    ],
    ids=["first_day", "eve_of_handover", "day_of_handover", "later"],
)
def test_the_presidency_of_a_day_passes_on_the_day_of_handover(two_presidencies, day, mayor):
    assert presidency_on(day, "en").mayor == mayor


def test_before_the_first_day_there_is_no_presidency(two_presidencies):
    assert presidency_on(date(2021, 11, 28), "en") is None


def test_presidencies_are_listed_newest_first(two_presidencies):
    rows = presidencies("en")

    assert [(row.city.name, row.mayor, row.start, row.end) for row in rows] == [
        ("Athens", "B. B.", date(2022, 11, 29), None),
        ("Istanbul", "A. A.", date(2021, 11, 29), date(2022, 11, 29)),
    ]


def make_seats() -> None:
    zagreb, sofia = CityFactory(slug="zagreb", country="HR"), CityFactory(slug="sofia")
    MemberFactory(city=sofia)
    SeatFactory(city=zagreb, role=SeatRole.PRESIDENT, start="2025-01-01", end="2025-12-31")
    SeatFactory(city=sofia, start="2025-01-01", end="2025-12-31")
    SeatFactory(city=sofia, role=SeatRole.PRESIDENT, start="2026-01-01")


def test_the_committee_is_read_year_by_year_the_newest_first():
    make_seats()

    years = committee_by_year("en", date(2026, 3, 1))

    assert [(found.year, [(row.seat.role, row.city.name, row.city.url) for row in found.seats]) for found in years] == [
        (2026, [("president", "Sofia", "/en/members/sofia/")]),
        (2025, [("president", "Zagreb", ""), ("elected", "Sofia", "/en/members/sofia/")]),
    ]


def test_who_is_only_prepared_is_not_shown_and_who_stays_is_shown_in_each_year():
    SeatFactory(start="2025-06-01")
    SeatFactory(start="2027-01-15")

    years = committee_by_year("en", date(2026, 12, 31))

    assert [(found.year, len(found.seats)) for found in years] == [(2026, 1), (2025, 1)]


@pytest.mark.parametrize("count", [1, 3])
def test_the_committee_asks_as_much_for_three_seats_as_for_one(count, django_assert_num_queries):
    for _ in range(count):
        SeatFactory()

    with django_assert_num_queries(5):
        committee_by_year("en", date(2026, 3, 1))


def test_years_without_a_seat_on_record_are_there_and_unknown_seats_are_counted():
    istanbul, other = CityFactory(slug="istanbul"), CityFactory(slug="sofia")
    Presidency.objects.create(term=1, city=istanbul, mayor="A. A.", start=date(2021, 11, 30))
    SeatFactory(city=istanbul, role=SeatRole.PRESIDENT, start="2023-01-01", end="2023-06-30")
    SeatFactory(city=other, role=SeatRole.PRESIDENT, start="2023-07-01", end="2023-12-31")
    SeatFactory(city=CityFactory(), role=SeatRole.ELECTED, start="2023-01-01")

    years = committee_by_year("en", date(2024, 1, 31))

    assert [(found.year, len(found.seats), found.unknown) for found in years] == [
        (2024, 1, 6),
        (2023, 3, 5),
        (2022, 0, 7),
        (2021, 0, 7),
    ]


def test_contradictions_are_read_in_the_language_or_else_in_english():
    for language, point in (("en", "Quorum"), ("tr", "Yeter sayı")):
        Contradiction.objects.create(
            key="quorum", language=language, point=point, one_text="a", one_source="b", other_text="c", other_source="d"
        )

    assert [row.point for row in contradictions("tr")] == ["Yeter sayı"]
    assert [row.point for row in contradictions("bg")] == ["Quorum"]
