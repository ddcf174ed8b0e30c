"""Edge case 37: what ties a seat's city to the applicant is a reminder before the statement, never a ban."""

from types import SimpleNamespace

import pytest

from membership.models import City
from membership.selectors.ties import ties
from tests.membership.factories import CityFactory

pytestmark = pytest.mark.django_db
KRALJEVO, NEAR, FAR = (43.72, 20.69), (43.89, 20.35), (41.33, 19.82)  # Čačak is 33 km away, Tirana 275 km
PLACE = {"city": {"latitude": KRALJEVO[0], "longitude": KRALJEVO[1]}}


def tied(city: City, answers: dict | None = None, **values) -> list[str]:
    application = SimpleNamespace(**{"city_id": None, "city": None, "country": "RS", **values})
    return ties(
        SimpleNamespace(application=application, revision=SimpleNamespace(content={"answers": answers or {}})), city
    )


def named(**partner: str) -> dict:
    return {"role": {"partners": [{"city": "sofia", **partner}]}}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        (named(kind="twin"), ["The application names your city as a twin city."]),
        (named(kind=""), ["The application names your city as one with which the applicant cooperates."]),
        (named(city="athens", kind="twin"), []),
        ({"role": {"partners": None}}, []),
        (
            {"contribution": {"introduced_by": "sofia"}},
            ["The application says that your city introduces the applicant."],
        ),
    ],
)
def test_case_37_what_the_application_says_of_a_city_is_told_to_its_seat(answers, expected):
    assert tied(CityFactory(slug="sofia", country="BG", latitude=None, longitude=None), answers) == expected


@pytest.mark.parametrize(
    ("country", "place", "expected"),
    [
        ("RS", None, ["The applicant lies in the country of your city."]),
        ("BA", NEAR, ["The applicant lies less than 100 km from your city."]),
        ("AL", FAR, []),
    ],
)
def test_case_37_neighbours_are_reminded(country, place, expected):
    latitude, longitude = place or (None, None)

    assert tied(CityFactory(slug="x", country=country, latitude=latitude, longitude=longitude), PLACE) == expected


def test_case_37_the_own_city_is_named_as_such_alone():
    own = CityFactory(slug="nis", country="RS")

    assert tied(own, named(city="nis"), city_id=own.pk)[-1:] == ["The applicant is your city."]
