"""The projection gives the points that d3-geo's geoConicConformal gives with the same parameters."""

import pytest

from membership.map.geometry import COUNTRIES, geometry
from membership.map.projection import ConformalConic
from tests.membership.map.places import ISTANBUL, distance, facts

# Pixels of the widest drawing (832); a harbour may stand this far off a simplified coast.
LEEWAY = 3


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [
        pytest.param(23.32415, 42.69751, 411.7645, 339.9427, id="Sofia"),
        pytest.param(28.94966, 41.01384, 657.1375, 428.3046, id="Istanbul"),
        pytest.param(13.84806, 44.86833, 23.3759, 194.6001, id="Pula"),
        pytest.param(24.02921, 35.51124, 446.6565, 755.4406, id="Chania"),
        pytest.param(43.38, 38.5, 1312.0983, 474.1924, id="Van"),
    ],
)
def test_a_city_is_projected_to_its_point(longitude, latitude, x, y):
    point = geometry().projection.project(longitude=longitude, latitude=latitude)

    assert point == pytest.approx((x, y), abs=0.0001)


def test_the_central_meridian_is_upright():
    projection = geometry().projection

    assert projection.project(longitude=23, latitude=36)[0] == 398
    assert projection.project(longitude=23, latitude=48)[0] == 398


@pytest.mark.parametrize(("longitude", "latitude"), [(180.1, 42), (-180.1, 42), (23, 90), (23, -90)])
def test_a_place_that_is_not_on_earth_is_refused(longitude, latitude):
    with pytest.raises(ValueError, match="No such place"):
        geometry().projection.project(longitude=longitude, latitude=latitude)


def test_parallels_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="in order"):
        ConformalConic(parallels=(46, 37), meridian=23, scale=1, x=0, y=0)


def test_istanbul_lies_in_turkiye_and_nowhere_else():
    sheet = geometry().sheets["TR"]
    point = on(sheet, *ISTANBUL)

    assert distance(sheet.shapes["TR"], point) <= LEEWAY * sheet.width / 832
    assert distance(sheet.shapes["BG"], point) > 50 * sheet.width / 832


@pytest.mark.parametrize("city", facts(), ids=lambda city: city.slug)
@pytest.mark.parametrize("view", ["all", "own"])
def test_each_city_lies_in_its_country(city, view):
    sheet = geometry().sheets[view if view == "all" else city.country]

    off = distance(sheet.shapes[city.country], on(sheet, city.latitude, city.longitude))

    assert off * 832 / sheet.width <= LEEWAY


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_view_of_a_country_shows_all_its_cities_clear_of_the_edge(country):
    frame = geometry().sheets[country].frame
    cities = [city for city in facts() if city.country == country]

    shares = [
        share
        for city in cities
        for share in frame.place(geometry().projection.project(longitude=city.longitude, latitude=city.latitude))
    ]

    assert cities
    assert min(shares) > 0.04
    assert max(shares) < 0.96


def on(sheet, latitude, longitude):
    x, y = sheet.frame.place(geometry().projection.project(longitude=longitude, latitude=latitude))
    return x * sheet.width, y * sheet.height
