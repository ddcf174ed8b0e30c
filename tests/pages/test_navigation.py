"""Menu, footer, breadcrumbs and the same page in other languages."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import PageViewRestriction

from pages.languages.table import BY_CODE, CODES
from pages.navigation import (
    Link,
    alternates_for,
    alternates_for_path,
    breadcrumbs,
    first_level,
    first_level_link,
    footer_links,
    home_alternates,
    menu,
)
from tests.pages.builders import make_page

ENGLISH, TURKISH = BY_CODE["en"], BY_CODE["tr"]


def urls(alternates):
    return {alternate.language.code: alternate.url for alternate in alternates}


def test_the_menu_has_the_pages_below_home_in_their_order(homes):
    make_page(homes.en, "members", title="Member cities", menu_title="Members")
    make_page(homes.en, "about", title="About us")

    assert menu(ENGLISH) == [Link("Members", "/en/members/"), Link("About us", "/en/about/")]


def test_the_menu_shows_its_own_language_only(homes):
    make_page(homes.en, "about", title="About us")
    make_page(homes.tr, "hakkinda", title="Hakkında")

    assert menu(TURKISH) == [Link("Hakkında", "/tr/hakkinda/")]


def test_the_menu_leaves_out_what_readers_cannot_see(homes):
    make_page(homes.en, "draft", live=False)
    private = make_page(homes.en, "private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_page(make_page(homes.en, "open"), "below")

    assert menu(ENGLISH) == [Link("Open", "/en/open/")]


def test_the_menu_is_empty_where_the_start_page_is_private(homes):
    make_page(homes.en, "about")
    PageViewRestriction.objects.create(page=homes.en, restriction_type="login")

    assert menu(ENGLISH) == []


def test_the_footer_has_the_pages_that_the_menu_has_not(homes):
    make_page(homes.en, "about")
    make_page(homes.en, "privacy", show_in_menus=False)

    assert footer_links(ENGLISH) == [Link("Privacy", "/en/privacy/")]


@pytest.mark.parametrize("number", [1, 3])
def test_menu_and_footer_take_one_query(homes, django_assert_num_queries, number):
    for place in range(number):
        make_page(homes.en, f"page-{place}")

    with django_assert_num_queries(1):
        assert len(first_level(ENGLISH).menu) == number


def test_a_first_level_page_is_found_by_the_slug_of_its_english_page(homes):
    join = make_page(homes.en, "join")
    make_page(homes.tr, "katil", join, title="Katıl")

    assert first_level_link(TURKISH, "join") == Link("Katıl", "/tr/katil/")
    assert first_level_link(BY_CODE["el"], "join") is None


def test_breadcrumbs_lead_from_the_start_page_down(homes):
    about = make_page(homes.en, "about", title="About the network", menu_title="About")
    history = make_page(about, "history")

    assert breadcrumbs(history) == [Link("Home", "/en/"), Link("About", "/en/about/")]
    assert breadcrumbs(homes.en) == []


def test_breadcrumbs_take_one_query(homes, django_assert_num_queries):
    page = make_page(make_page(make_page(homes.en, "one"), "two"), "three")

    with django_assert_num_queries(1):
        assert len(breadcrumbs(page)) == 3


def test_a_page_has_an_alternate_in_every_language(homes):
    page = make_page(homes.en, "about")
    make_page(homes.tr, "hakkinda", page)

    alternates = alternates_for(page)

    assert [alternate.language.code for alternate in alternates] == list(CODES)
    assert [alternate.language.code for alternate in alternates if alternate.is_translated] == ["en", "tr"]
    assert urls(alternates)["tr"] == "/tr/hakkinda/"


def test_the_current_alternate_is_that_of_the_active_language(homes):
    page = make_page(homes.en, "about")

    with translation.override("tr"):
        alternates = alternates_for(page)

    assert [alternate.language.code for alternate in alternates if alternate.is_current] == ["tr"]


def test_an_untranslated_page_keeps_the_translated_slugs_above_it(homes):
    about = make_page(homes.en, "about")
    make_page(homes.tr, "hakkinda", about)
    history = make_page(make_page(about, "past"), "history")

    assert urls(alternates_for(history))["tr"] == "/tr/hakkinda/past/history/"
    assert urls(alternates_for(history))["el"] == "/el/about/past/history/"


def test_an_untranslated_page_has_the_english_slugs_whichever_language_is_read(homes):
    about = make_page(homes.en, "about")
    turkish = make_page(homes.tr, "hakkinda", about)

    assert urls(alternates_for(turkish))["el"] == "/el/about/"


def test_a_translation_that_is_not_live_counts_as_none(homes):
    page = make_page(homes.en, "about")
    make_page(homes.tr, "hakkinda", page, live=False)

    turkish = next(alternate for alternate in alternates_for(page) if alternate.language == TURKISH)

    assert (turkish.url, turkish.is_translated) == ("/tr/about/", False)


def test_a_translation_in_a_private_section_counts_as_none(homes):
    page = make_page(homes.en, "about")
    PageViewRestriction.objects.create(page=make_page(homes.tr, "hakkinda", page), restriction_type="login")

    assert not next(other for other in alternates_for(page) if other.language == TURKISH).is_translated


def test_alternates_take_one_query(homes, django_assert_num_queries):
    about = make_page(homes.en, "about")
    make_page(homes.tr, "hakkinda", about)
    page = make_page(make_page(about, "one"), "two")
    assert page.locale.language_code == "en"

    with django_assert_num_queries(1):
        alternates_for(page)


def test_a_view_keeps_its_path_and_query_under_each_prefix():
    request = RequestFactory().get("/en/apply/check/?part=2&city=%C5%9Eile")

    found = alternates_for_path(request)

    assert urls(found)["sr-latn"] == "/sr-latn/apply/check/?part=2&city=%C5%9Eile"
    assert [alternate.language.code for alternate in found if alternate.is_current] == ["en"]


def test_the_start_pages_need_no_database():
    assert urls(home_alternates()) == {code: f"/{code}/" for code in CODES}
