"""The list that a cluster leads to: filtered by each country the cluster names."""

import pytest
from django.conf import settings

from b40.seed.pages import load_home_pages
from membership.models import MemberIndexPage
from tests.membership.factories import CityFactory, MemberFactory

CORNER = [("edirne", "TR"), ("orestiada", "GR"), ("svilengrad", "BG")]


@pytest.fixture
def corner(db):
    home = load_home_pages(settings.ENVIRONMENT)["en"]
    home.add_child(instance=MemberIndexPage(title="Member cities", slug="members", locale=home.locale))
    for slug, country in CORNER:
        MemberFactory(city=CityFactory(slug=slug, country=country))


@pytest.mark.parametrize(
    ("query", "cities"),
    [
        pytest.param("", ["edirne", "orestiada", "svilengrad"], id="all"),
        pytest.param("?country=gr", ["orestiada"], id="one country"),
        pytest.param("?country=bg&country=gr", ["orestiada", "svilengrad"], id="two countries"),
        pytest.param("?country=gr&country=gr", ["orestiada"], id="one country twice"),
        pytest.param("?country=si", [], id="a country without a member"),
    ],
)
def test_the_list_holds_the_cities_of_the_countries_asked_for(client, corner, query, cities):
    html = client.get(f"/en/members/{query}").content.decode()
    table = html.split('id="members"')[1]

    assert [slug for slug, _ in CORNER if f'href="/en/members/{slug}/"' in table] == cities


@pytest.mark.parametrize("query", ["?country=it", "?country=bg&country=it", "?country=it&country=bg"])
def test_an_unknown_country_is_not_found(client, corner, query):
    assert client.get(f"/en/members/{query}").status_code == 404


def test_one_country_zooms_the_map_and_two_do_not(client, corner):
    one = client.get("/en/members/?country=gr").content.decode()
    two = client.get("/en/members/?country=gr&country=bg").content.decode()

    assert one.count("map__country--zoomed") == 1
    assert two.count("map__country--zoomed") == 0
