"""The map of the site: pages of the language as a tree, English ones apart, nothing that is not public."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from news.models import NewsIndexPage, NewsPage
from pages.languages.table import BY_CODE
from pages.site_map import site_map
from tests.pages.builders import make_page


def tree(branches) -> list:
    return [(branch.link.url, tree(branch.below)) if branch.below else branch.link.url for branch in branches]


@pytest.fixture
def about(homes):
    page = make_page(homes.en, "about")
    make_page(page, "history")
    make_page(homes.tr, "hakkinda", page)
    return page


def test_pages_are_nested_and_those_only_in_english_stand_apart(about):
    english, turkish = site_map(BY_CODE["en"]), site_map(BY_CODE["tr"])

    assert tree(english.own) == [("/en/about/", ["/en/about/history/"])]
    assert english.foreign == []
    assert tree(turkish.own) == ["/tr/hakkinda/"]
    assert [(link.url, link.lang) for link in turkish.foreign] == [("/tr/hakkinda/history/", "en")]


def test_what_is_private_or_a_draft_is_not_shown(about, homes):
    make_page(homes.en, "draft", live=False)
    private = make_page(homes.en, "private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    assert tree(site_map(BY_CODE["en"]).own) == [("/en/about/", ["/en/about/history/"])]


def test_news_are_left_to_their_index(homes):
    index = homes.en.add_child(instance=NewsIndexPage(title="News", slug="news", locale=homes.en.locale))
    index.add_child(instance=NewsPage(title="One", slug="one", date=date(2026, 1, 1), locale=homes.en.locale))

    assert tree(site_map(BY_CODE["en"]).own) == ["/en/news/"]


def test_the_queries_do_not_grow_with_the_pages(client, about, homes):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/tr/site-map/").status_code == 200
        return len(captured)

    queries()
    few = queries()
    for number in range(8):
        make_page(make_page(homes.en, f"page-{number}"), "below")

    assert queries() == few


def test_the_footer_leads_to_the_map(client, about):
    make_page(about.get_parent(), "contact", show_in_menus=False)

    assert '<a href="/en/site-map/">Site map</a>' in client.get("/en/").content.decode()
