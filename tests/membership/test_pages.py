"""The pages made from the records: what they list, what they refuse, and that their queries do not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, Site

from membership.models import City, CityName, Member, MemberIndexPage, Presidency
from pages.certainty import Certainty
from pages.models import HomePage
from tests.membership.factories import CityFactory, MemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(db):
    """An English home page with the member index below it, one member, and a presidency."""
    Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Network", slug="network"))
    Site.objects.update(root_page=home)
    Site.clear_site_root_paths_cache()
    home.add_child(instance=MemberIndexPage(title="Members", slug="members", show_in_menus=True))
    zagreb = CityFactory(slug="zagreb", country="HR", name_en="Zagreb")
    MemberFactory(city=zagreb)
    Presidency.objects.create(term=5, city=zagreb, mayor="N. N.", start="2026-01-26")
    return home


def queries(client, path: str) -> int:
    client.get(path)  # what is kept in the process is there from the second time on
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", ["/en/", "/en/members/", "/en/members/?country=bg", "/en/members/zagreb/"])
def test_fifty_members_take_as_many_queries_as_one(client, site, path):
    MemberFactory()
    one = queries(client, path)
    MemberFactory.create_batch(49)

    assert queries(client, path) == one


@pytest.mark.parametrize(
    "query", ["country=de", "country=bg&country=xx", "status=former", "year=0", "year=2", "year=2099", "year=%00"]
)
def test_an_unknown_filter_is_not_found(client, site, query):
    assert client.get(f"/en/members/?{query}").status_code == 404


def test_a_doubtful_member_is_counted_and_not_named(client, site):
    MemberFactory(city=CityFactory(slug="belene", name_en="Belene"), certainty=Certainty.LOW)
    page = client.get("/en/members/").content.decode()

    assert "Belene" not in page
    assert "1 more membership is on record" in page
    assert client.get("/en/members/belene/").status_code == 404


def test_a_city_is_named_in_the_language_of_the_page(client, site):
    CityName.objects.create(city=City.objects.get(), language="en", name="Agram")

    assert "Agram" in client.get("/en/members/").content.decode()


def test_readers_get_no_cookie(client, site):
    for path in ["/en/", "/en/members/", "/en/members/zagreb/"]:
        answer = client.get(path)
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize(
    ("state", "status"), [("active", 200), ("leaving", 200), ("suspended", 404), ("ended", 404), ("removed", 404)]
)
def test_a_member_vanishes_from_page_list_and_map_at_the_next_request(client, site, state, status):
    before = client.get("/en/members/zagreb/").status_code

    Member.objects.update(state=state)

    index = client.get("/en/members/").content.decode()
    assert (before, client.get("/en/members/zagreb/").status_code) == (200, status)
    assert ('href="/en/members/zagreb/"' in index) is (status == 200)
