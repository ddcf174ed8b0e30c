"""Tests of the sitemaps: each language names its own texts, as the heads of the pages do."""

from datetime import UTC, datetime

import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from membership.models import MemberIndexPage
from pages import sitemaps
from pages.certainty import Certainty
from pages.languages.table import CODES
from pages.models import HomePage
from tests.membership.factories import CityFactory, MemberFactory
from tests.pages.builders import make_home, make_page
from tests.pages.test_frame import elements, hreflangs

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
SITE = "http://localhost:8000"


def entries(client, path) -> dict[str, dict[str, str]]:
    """Return address → hreflang → address, in the order of the file."""
    root = fromstring(client.get(path).content)
    assert root.tag == f"{SITEMAP}urlset"
    return {
        url.findtext(f"{SITEMAP}loc"): {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}
        for url in root
    }


def addresses(client, path) -> list[str]:
    return [url.removeprefix(SITE) for url in entries(client, path)]


def files(client) -> list[str]:
    root = fromstring(client.get("/sitemap.xml").content)
    assert root.tag == f"{SITEMAP}sitemapindex"
    return [entry.findtext(f"{SITEMAP}loc").removeprefix(SITE) for entry in root]


def changes(client, path) -> dict[str, str | None]:
    root = fromstring(client.get(path).content)
    return {entry.findtext(f"{SITEMAP}loc").removeprefix(SITE): entry.findtext(f"{SITEMAP}lastmod") for entry in root}


def queries_of(client, path) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.fixture
def about(homes):
    """A page in English and Turkish, with one below it in English only."""
    page = make_page(homes.en, "about")
    make_page(homes.tr, "hakkinda", page)
    make_page(page, "past")
    return page


@pytest.fixture
def members(homes):
    """A list of members in English and Turkish, with the members Tirana and Sofia."""
    index = homes.en.add_child(instance=MemberIndexPage(title="Members", slug="members", locale=homes.en.locale))
    turkish = MemberIndexPage(title="Üyeler", slug="uyeler", locale=homes.tr.locale)
    turkish.translation_key = index.translation_key
    homes.tr.add_child(instance=turkish)
    for slug, country in (("tirana", "AL"), ("sofia", "BG")):
        MemberFactory(city=CityFactory(slug=slug, country=country))
    return index


def test_the_index_names_a_file_for_each_of_the_thirteen_languages(client, homes):
    for code in CODES[2:]:
        make_home(code, homes.en)

    assert files(client) == [
        "/en/sitemap.xml",
        "/tr/sitemap.xml",
        "/sq/sitemap.xml",
        "/bs/sitemap.xml",
        "/bg/sitemap.xml",
        "/hr/sitemap.xml",
        "/el/sitemap.xml",
        "/mk/sitemap.xml",
        "/cnr/sitemap.xml",
        "/ro/sitemap.xml",
        "/sr/sitemap.xml",
        "/sr-latn/sitemap.xml",
        "/sl/sitemap.xml",
    ]
    assert {path: client.get(path).status_code for path in files(client)} == dict.fromkeys(files(client), 200)


def test_a_language_without_any_text_has_no_file(client, homes):
    assert files(client) == ["/en/sitemap.xml", "/tr/sitemap.xml"]
    assert client.get("/sl/sitemap.xml").status_code == 404


def test_a_language_names_only_what_has_text_in_it(client, about):
    assert addresses(client, "/en/sitemap.xml") == ["/en/", "/en/about/", "/en/about/past/"]
    assert addresses(client, "/tr/sitemap.xml") == ["/tr/", "/tr/hakkinda/"]


def test_the_links_are_reciprocal_and_end_with_the_default(client, about):
    expected = {"en": f"{SITE}/en/about/", "tr": f"{SITE}/tr/hakkinda/", "x-default": f"{SITE}/en/about/"}

    assert entries(client, "/en/sitemap.xml")[f"{SITE}/en/about/"] == expected
    assert entries(client, "/tr/sitemap.xml")[f"{SITE}/tr/hakkinda/"] == expected
    assert list(entries(client, "/en/sitemap.xml")[f"{SITE}/en/about/"]) == ["en", "tr", "x-default"]


def test_every_entry_says_what_the_head_of_its_page_says(client, about, members):
    make_page(make_home("el", about.get_parent()), "σχετικά", about)
    make_page(Page.objects.get(slug="hakkinda"), "yalniz")

    named = {
        url: links for code in ("en", "tr", "el") for url, links in entries(client, f"/{code}/sitemap.xml").items()
    }

    assert len(named) == 14
    assert f"{SITE}/el/%CF%83%CF%87%CE%B5%CF%84%CE%B9%CE%BA%CE%AC/" in named
    for url, links in named.items():
        answer = client.get(url.removeprefix(SITE))
        assert answer.status_code == 200, url
        assert elements(answer).all("link", rel="canonical")[0]["href"] == url
        assert hreflangs(answer) == links, url


def test_drafts_private_sections_and_other_sites_are_not_named(client, about):
    make_page(about, "draft", live=False)
    secret = make_page(about, "secret")
    make_page(secret, "deep")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    make_page(Page.get_first_root_node().add_child(instance=HomePage(title="B41", slug="b41")), "elsewhere")

    assert addresses(client, "/en/sitemap.xml") == ["/en/", "/en/about/", "/en/about/past/"]


def test_a_private_translation_is_no_language_of_its_page(client, about):
    turkish = Page.objects.get(slug="hakkinda")
    PageViewRestriction.objects.create(page=turkish, restriction_type="password", password="open")

    assert addresses(client, "/tr/sitemap.xml") == ["/tr/"]
    assert list(entries(client, "/en/sitemap.xml")[f"{SITE}/en/about/"]) == ["en", "x-default"]


def test_a_city_is_named_in_each_language_that_has_the_list_of_members(client, members):
    expected = {
        "en": f"{SITE}/en/members/sofia/",
        "tr": f"{SITE}/tr/uyeler/sofia/",
        "x-default": f"{SITE}/en/members/sofia/",
    }

    assert addresses(client, "/en/sitemap.xml") == [
        "/en/",
        "/en/members/",
        "/en/members/sofia/",
        "/en/members/tirana/",
    ]
    assert addresses(client, "/tr/sitemap.xml") == ["/tr/", "/tr/uyeler/", "/tr/uyeler/sofia/", "/tr/uyeler/tirana/"]
    assert entries(client, "/en/sitemap.xml")[f"{SITE}/en/members/sofia/"] == expected
    assert entries(client, "/tr/sitemap.xml")[f"{SITE}/tr/uyeler/sofia/"] == expected


def test_a_member_that_is_not_listed_is_not_named(client, members):
    MemberFactory(city=CityFactory(slug="doubtful", country="RO"), certainty=Certainty.LOW)

    assert [url for url in addresses(client, "/en/sitemap.xml") if "doubtful" in url] == []


def test_the_last_change_is_that_of_the_publication_or_of_the_membership(client, homes, members):
    Page.objects.filter(pk=members.pk).update(last_published_at=datetime(2024, 5, 1, 10, 30, 15, 999, tzinfo=UTC))
    MemberFactory(city=CityFactory(slug="athens", country="GR"), state_since=datetime(2025, 6, 2, tzinfo=UTC))
    MemberFactory(city=CityFactory(slug="zagreb", country="HR"), state_since=datetime(2023, 1, 1, tzinfo=UTC))

    found = changes(client, "/en/sitemap.xml")

    assert found["/en/"] is None
    assert found["/en/members/"] == "2024-05-01T10:30:15+00:00"
    assert found["/en/members/athens/"] == "2025-06-02T00:00:00+00:00"
    assert found["/en/members/zagreb/"] == "2024-05-01T10:30:15+00:00"
    assert changes(client, "/sitemap.xml")["/en/sitemap.xml"] == "2025-06-02T00:00:00+00:00"


def test_more_entries_than_a_file_may_hold_make_further_files(client, homes, about, monkeypatch):
    monkeypatch.setattr(sitemaps, "ENTRIES_PER_FILE", 2)

    assert files(client) == ["/en/sitemap.xml", "/en/sitemap-2.xml", "/tr/sitemap.xml"]
    assert addresses(client, "/en/sitemap.xml") == ["/en/", "/en/about/"]
    assert addresses(client, "/en/sitemap-2.xml") == ["/en/about/past/"]
    assert client.get("/en/sitemap-3.xml").status_code == 404
    assert client.get("/en/sitemap-0.xml").status_code == 404


def test_a_file_holds_no_more_than_the_protocol_allows():
    assert sitemaps.ENTRIES_PER_FILE <= 50_000


@pytest.mark.parametrize("path", ["/sitemap.xml", "/en/sitemap.xml", "/tr/sitemap.xml"])
def test_a_sitemap_takes_as_many_queries_for_fifty_pages_as_for_five(client, homes, members, path):
    for number in range(5):
        make_page(homes.tr, f"sayfa-{number}", make_page(homes.en, f"page-{number}"))
    five = queries_of(client, path)
    for number in range(5, 50):
        make_page(homes.tr, f"sayfa-{number}", make_page(homes.en, f"page-{number}"))
        MemberFactory(city=CityFactory(slug=f"city-{number}"))

    assert queries_of(client, path) == five


@pytest.mark.parametrize(("path", "language"), [("/sitemap.xml", None), ("/tr/sitemap.xml", "tr")])
def test_a_sitemap_is_kept_for_a_while_and_not_sent_again(client, homes, path, language):
    answer = client.get(path)

    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=900"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers.get("Content-Language") == language
    assert (answer.cookies, answer.headers.get("Vary")) == ({}, None)
    assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert client.post(path).status_code == 405
